"""Lengths of time as durations: named cases, and the law."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.when_durations import duration

CASES = {
    "for three days": "P3D",
    "for 48 hours": "PT48H",
    "two-week": "P2W",
    "a fortnight": "P2W",
    "for more than twenty-five years": "P25Y",
    "a decade": "P10Y",
    "two and a half years": "P30M",
    "an hour and a half": "PT90M",
    "half a year": "P6M",
    "the past year": "P1Y",
    "all night": "P1D",
    "for an 18-month truce": "P18M",
    "1,000 days": "P1000D",
    "1.5 weeks": "PT252H",
    "three days later": None,
    "two years ago": None,
    "for years": None,
    "several weeks": None,
    "on Thursday": None,
    "every three days": None,
    "": None,
}


@pytest.mark.parametrize(("surface", "expected"), CASES.items(), ids=CASES.keys())
def test_duration(surface: str, expected: str | None) -> None:
    """A counted length has a duration; a point in time, a repetition and a vague length have none."""
    assert duration(surface) == expected


WORDS = (
    "for 3 1.5 half a an and two twenty-five more than hours day weeks month years decade ago later - , every past the"
).split()


@given(st.text() | st.lists(st.sampled_from(WORDS)).map(" ".join))
def test_law(surface: str) -> None:
    """No string makes it fail; what it gives is a duration of ISO 8601 with one unit."""
    value = duration(surface)
    assert value is None or re.fullmatch(r"P(?:T\d+[HMS]|\d+[DWMY])", value)
