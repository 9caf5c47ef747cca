"""Figures: the integers of named phrases, and the law."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.figures import bounds

BOUNDS = {
    "at least 12": (12, None),
    "At least five members": (5, None),
    "no fewer than six": (6, None),
    "dozens": (24, None),
    "scores": (40, None),
    "hundreds of passengers": (200, None),
    "tens of thousands of people": (20000, None),
    "several": (3, None),
    "a few soldiers": (3, None),
    "a number of prisoners": (2, None),
    "between 8 and 11": (8, 11),
    "between four and eleven children": (4, 11),
    "from three to eight dead": (3, 8),
    "8 to 11": (8, 11),
    "8-11": (8, 11),
    "16 or 18": (16, 18),
    "“four or five” militiamen": (4, 5),
    "four, perhaps five": (4, 5),
    "“twenty, maybe thirty” dead": (20, 30),
    "more than 200": (201, None),
    "“over four hundred”": (401, None),
    "more than a dozen civilians": (13, None),
    "up to 40": (None, 40),
    "as many as 300,000 people": (None, 300000),
    "fewer than 1,000": (None, 999),
    "no more than three": (None, 3),
    "nearly 30": (27, 29),
    "some 20": (18, 22),
    "about four": (3, 5),
    '"a dozen or so"': (11, 13),
    "four or more": (4, None),
    "two soldiers": (2, 2),
    "a dozen": (12, 12),
    "half a dozen": (6, 6),
    "a couple of men": (2, 2),
    "a soldier": (1, 1),
    "a third soldier": (1, 1),
    "a 19-year-old student": (1, 1),
    "a man of 44": (1, 1),
    "the deputy mayor": (1, 1),
    "her brother": (1, 1),
    "Mr Oru": (1, 1),
    "no one": (0, 0),
    "nobody": (0, 0),
    "no casualties": (0, 0),
    "19 militants": (19, 19),
    "1,200": (1200, 1200),
    "1,200 for 1,200": (1200, 1200),
    "3.5 million": (3500000, 3500000),
    "four hundred and twelve": (412, 412),
    "two thousand five hundred": (2500, 2500),
    "eleven security personnel": (11, 11),
    "the two": (2, 2),
    "the pair": (2, 2),
    "19 of the 46": (19, 19),
    "nine soldiers and two officers": (11, 11),
    "a nurse and two patients": (3, 3),
    "26 officials and soldiers": (26, 26),
    "at least 11 militants and four soldiers": (15, None),
    "soldiers": (None, None),
    "the rest": (None, None),
    "much higher": (None, None),
    "": (None, None),
}


@pytest.mark.parametrize(("phrase", "expected"), BOUNDS.items(), ids=BOUNDS.keys())
def test_bounds(phrase: str, expected: tuple[int | None, int | None]) -> None:
    """A phrase allows what its words say."""
    assert bounds(phrase) == expected


WORDS = [
    "at least ",
    "12 ",
    "dozens ",
    "of ",
    "nearly ",
    "two ",
    "and ",
    "a ",
    "more than ",
    "to ",
    "0 ",
    "up to ",
    "dead ",
    "-",
]


@given(st.text() | st.lists(st.sampled_from(WORDS)).map("".join))
def test_bounds_law(phrase: str) -> None:
    """The low bound never passes the high one, and neither is negative."""
    low, high = bounds(phrase)
    assert low is None or low >= 0
    assert high is None or high >= (low or 0)
