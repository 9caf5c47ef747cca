"""Reports that credit one agency on one story, although no desk kept enough of its text to be a copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from parley.linking.names import words
from parley.linking.outlets import Outlets
from parley.linking.outlets_credits import AGENCIES, agencies, alike
from parley.record import Reading

__all__ = ["Stories", "likeness", "topic"]

STORY = 0.35
"""The share of the words of the shorter report that stand in the other one, from which on they tell one story."""
LONG = 4
"""Words of fewer letters say little about what a report is about."""
DAYS = 1


def topic(text: str) -> frozenset[str]:
    """The words that say what a text is about."""
    return frozenset(word for word in words(text) if len(word) >= LONG)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that stands in the other one, 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


class Stories:
    """Pairs of reports with the text of one agency, within a day of each other, on one story.

    A report is with the agencies that it credits beside its own outlet and people, an agency's own with that agency;
    the agency's own report makes a pair with those that credit it, two of its own do not.
    """

    def __init__(self, outlets: Outlets) -> None:
        self._outlets = outlets
        self._lent: dict[str, Lent] = {}
        self._shelves: dict[tuple[str, date], set[str]] = defaultdict(set)
        self._alike: dict[str, list[str]] = {}
        self._pairs: dict[str, set[str]] = defaultdict(set)

    def update(self, readings: Iterable[Reading], gone: Iterable[str], lent: Mapping[str, tuple[str, ...]]) -> set[str]:
        """Take in reports and forget others; gives all whose pairs are others now. `lent` is what each credits."""
        new = {reading.report.id: reading for reading in readings}
        touched = {report for one in (*new, *gone) for report in self._forget(one)}
        for report, reading in new.items():
            self._take(reading, lent[report])
        for report in new.keys() & self._lent.keys():
            for other in self._beside(report):
                self._pairs[report].add(other)
                self._pairs[other].add(report)
                touched |= {report, other}
        return touched

    def of(self, report: str) -> set[str]:
        """The reports that make a pair with one."""
        return self._pairs.get(report, set())

    def _take(self, reading: Reading, lent: tuple[str, ...]) -> None:
        house, day = self._outlets.of(reading.report.outlet), reading.report.published
        own = agencies(reading, self._outlets)[:1] if house and house.is_agency else ()
        names = tuple(name for name in dict.fromkeys((*own, *lent)) if name != AGENCIES)
        if names and day:
            self._lent[reading.report.id] = Lent(names, day, bool(lent), topic(reading.report.text))
            for name in names:
                self._shelves[name, day].add(reading.report.id)
                self._know(name)

    def _know(self, name: str) -> None:
        if name not in self._alike:
            others = [other for other in self._alike if alike(name, other)]
            self._alike[name] = [name, *others]
            for other in others:
                self._alike[other].append(name)

    def _forget(self, report: str) -> set[str]:
        known = self._lent.pop(report, None)
        for name in known.names if known else ():
            self._shelves[name, known.day].discard(report)  # type: ignore[union-attr]  # it is known here
        pairs = self._pairs.pop(report, set())
        for other in pairs:
            self._pairs[other].discard(report)
        return pairs | {report}

    def _beside(self, report: str) -> Iterator[str]:
        one = self._lent[report]
        days = [one.day + timedelta(days=more) for more in range(-DAYS, DAYS + 1)]
        names = {other for name in one.names for other in self._alike[name]}
        near = set().union(*(self._shelves.get((name, day), ()) for name in names for day in days)) - {report}
        for other in near:
            its = self._lent[other]
            if (one.credits or its.credits) and likeness(one.about, its.about) >= STORY:
                yield other


@dataclass(frozen=True, slots=True)
class Lent:
    """The agencies that a report is with, whether it credits any, its day, and the words that it is about."""

    names: tuple[str, ...]
    day: date
    credits: bool
    about: frozenset[str]
