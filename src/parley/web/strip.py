"""The last weeks of a track as a small line: no words, a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from parley.exports.record_arrow import DAYS, RUNGS
from parley.record import BoardRow
from parley.web.states import tone_of

__all__ = ["HIGH", "WIDE", "Stretch", "Strip", "strip_of"]

WIDE, HIGH = 168, 30
"""In units of its view box: six a day, for twice the days of the arrow."""
_SPAN = 2 * DAYS
_A_DAY = WIDE // _SPAN
_TOP, _A_RUNG = 4, 4.4


@dataclass(frozen=True, slots=True)
class Stretch:
    """A state from one point to another at one height; `rise` is the height that it comes from."""

    left: float
    right: float
    height: float
    tone: str
    disputed: bool
    rise: float | None


@dataclass(frozen=True, slots=True)
class Strip:
    """`since` and `until` are its days; `arrow` is where the days of the arrow begin."""

    since: date
    until: date
    arrow: int
    stretches: tuple[Stretch, ...]


def strip_of(rows: Sequence[BoardRow], last: date | None) -> Strip | None:
    """The line of one track, whose rows are in order, up to a day; None where no day or no state is known."""
    if last is None:
        return None
    since = last - timedelta(days=_SPAN)
    known = [row for row in rows if row.day <= last]
    ends = [max(row.day, since) for row in known] + [last + timedelta(days=1)]
    shown = [
        (row, first, end) for row, (first, end) in zip(known, pairwise(ends), strict=True) if end > since and row.state
    ]
    return Strip(since, last, WIDE - DAYS * _A_DAY, tuple(_stretches(shown, since))) if shown else None


def _stretches(shown: Sequence[tuple[BoardRow, date, date]], since: date) -> list[Stretch]:
    found: list[Stretch] = []
    for row, first, end in shown:
        left, right = ((day - since).days * _A_DAY for day in (first, end))
        rise = found[-1].height if found and found[-1].right == left else None
        found.append(Stretch(left, min(right, WIDE), _height(row.state), tone_of(row.state), row.disputed, rise))
    return found


def _height(state: str | None) -> float:
    return round(_TOP + _A_RUNG * (5 - RUNGS.get(state or "", 2)), 1)
