"""The arrow of the board."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from parley.codebook.vocabularies import talks
from parley.exports.record_arrow import DAYS, RUNGS, arrow_of
from parley.record import BoardRow

LAST = date(2025, 11, 9)


def row(days_before: int, state: str | None) -> BoardRow:
    return BoardRow("talks:a", "talks", LAST - timedelta(days=days_before), state)


@pytest.mark.parametrize(
    ("rows", "way"),
    [
        ((row(20, "opened"), row(3, "ended-no-deal")), "down"),
        ((row(20, "stalled"), row(3, "resumed")), "up"),
        ((row(20, "opened"), row(3, "continued")), "level"),
        ((row(DAYS, "stalled"), row(0, "agreed")), "up"),
        ((row(DAYS - 1, "stalled"), row(0, "agreed")), "none"),
        ((row(20, "opened"), row(15, None), row(3, "opened")), "none"),
        ((row(20, "opened"), row(3, None)), "none"),
        ((), "none"),
    ],
)
def test_the_arrow_compares_two_days(rows: tuple[BoardRow, ...], way: str) -> None:
    """The state shown on the last day with that shown two weeks before; nothing where one is not known."""
    assert arrow_of(rows, LAST).way == way


def test_without_days_there_is_no_arrow() -> None:
    """As in a record of undated reports."""
    assert arrow_of((row(1, "opened"),), None).way == "none"


def test_every_state_has_the_rung_that_the_page_names() -> None:
    """None is left out, and docs/rules.md says the same."""
    assert set(RUNGS) == set(talks())
    told = re.findall(r"^\| (\d) \| ([\w, -]+) \|$", Path("docs/rules.md").read_text(), re.MULTILINE)
    assert {state: int(rung) for rung, states in told for state in states.split(", ")} == dict(RUNGS)
