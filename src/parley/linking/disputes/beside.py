"""What sides do and suffer beside talks, by the days that it is told of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from parley.linking.disputes.lines import Bearing, Line

__all__ = ["Beside", "Telling"]

Telling = tuple[str, Bearing, date]
"""A side, what is told of it, and the day."""


class Beside:
    """The lines of all reports that bear on talks without being about them, kept up as these come and go."""

    def __init__(self) -> None:
        self._told: dict[tuple[str, Bearing], dict[date, set[Line]]] = defaultdict(dict)

    def put(self, line: Line) -> Iterator[Telling]:
        """Take in a line; gives the sides that it is about, what it tells of them, and of which days."""
        for side, what, day in _tellings(line):
            self._told[side, what].setdefault(day, set()).add(line)
            yield side, what, day

    def drop(self, line: Line) -> Iterator[Telling]:
        """Forget a line; gives the same."""
        for side, what, day in _tellings(line):
            self._told[side, what][day].discard(line)
            yield side, what, day

    def on(self, side: str, what: Bearing, first: date, last: date) -> Iterator[Line]:
        """What is told of a side and of some days, of which the last is in; a fight of several days more than once."""
        known = self._told.get((side, what), {})
        for after in range((last - first).days + 1) if known else ():
            yield from known.get(first + timedelta(after), ())


def _tellings(line: Line) -> Iterator[Telling]:
    """Fights are told of the days on which they began, words of the day on which they were said."""
    for what in line.bearings:
        said = (line.evidence.day,) if line.evidence.day else ()
        for day in line.days if what == "fight" else said:
            for side in line.doers | line.others:
                yield side, what, day
