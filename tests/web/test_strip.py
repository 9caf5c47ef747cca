"""The last weeks of a track as a small line."""

from __future__ import annotations

from datetime import date, timedelta

from parley.record import BoardRow
from parley.web.strip import HIGH, WIDE, strip_of

LAST = date(2031, 3, 29)
SINCE = date(2031, 3, 1)


def row(state: str | None, day: date, *, disputed: bool = False) -> BoardRow:
    """A row of the board."""
    return BoardRow("talks:ard+front", "talks", day, state, disputed=disputed)


def test_what_stood_when_the_weeks_begin_is_at_the_left_edge_and_what_stands_reaches_the_right_one() -> None:
    """Six units a day; a higher rung stands higher."""
    rows = (row("opened", date(2030, 1, 1)), row("stalled", SINCE + timedelta(days=10), disputed=True))
    strip = strip_of(rows, LAST)
    assert strip
    first, second = strip.stretches
    assert (first.left, first.right, second.left, second.right) == (0, 60, 60, WIDE)
    assert 0 < first.height < second.height < HIGH
    assert (second.disputed, second.rise, second.tone) == (True, first.height, "halt")


def test_a_row_that_did_not_last_into_these_weeks_is_not_there() -> None:
    """Nor one after them, nor a time of which nothing is known."""
    gone, unknown = row("opened", date(2030, 1, 1)), row(None, date(2030, 2, 1))
    rows = (gone, unknown, row("opened", LAST), row("stalled", date(2032, 1, 1)))
    strip = strip_of(rows, LAST)
    assert strip
    (only,) = strip.stretches
    assert (only.left, only.rise) == (WIDE, None)


def test_without_days_or_states_there_is_no_line() -> None:
    """Nothing to show."""
    assert strip_of((row("opened", LAST),), None) is None
    assert strip_of((), LAST) is None
    assert strip_of((row(None, SINCE),), LAST) is None
