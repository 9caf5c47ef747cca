"""What sides do and suffer beside talks, by the days that it is told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from parley.linking.disputes.lines import Bearing, Line

__all__ = ["Beside"]


class Beside:
    """The lines of all reports that bear on talks without being about them, kept up as these come and go."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, Bearing], dict[date, set[Line]]] = defaultdict(dict)

    def put(self, line: Line) -> Iterator[tuple[str, Bearing]]:
        """Take in a line; gives the sides that it is about, and what it tells of them."""
        for key, day in _keys(line):
            self._told[key].setdefault(day, set()).add(line)
            yield key

    def drop(self, line: Line) -> Iterator[tuple[str, Bearing]]:
        """Forget a line; gives the same."""
        for key, day in _keys(line):
            self._told[key][day].discard(line)
            yield key

    def on(self, side: str, what: Bearing, first: date, last: date) -> Iterator[Line]:
        """What is told of a side and of some days, of which the last is in; a fight of several days more than once."""
        known = self._told.get((side, what), {})
        for after in range((last - first).days + 1) if known else ():
            yield from known.get(first + timedelta(after), ())


def _keys(line: Line) -> Iterator[tuple[tuple[str, Bearing], date]]:
    """Fights are told of the days on which they began, words of the day on which they were said."""
    for what in line.bearings:
        said = (line.evidence.day,) if line.evidence.day else ()
        for day in line.days if what == "fight" else said:
            for side in line.doers | line.others:
                yield (side, what), day
