"""Rounds and truces: when and where a process sat, and which of its words are about which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from parley.linking.days import Days, apart, told_to_the_day
from parley.linking.talks.processes import Process
from parley.linking.talks.word import Word

__all__ = ["Sitting", "dates", "rounds", "truces", "which"]

SITTING = frozenset("opened continued extended stalled resumed ended-no-deal ended-deal scheduled".split())
BREACHED = frozenset(("violated",))
AHEAD = frozenset("scheduled agreed proposed".split())
"""States that look to a sitting to come."""
PAUSE = 4
"""Days without a sitting after which the next one is another round, wherever it is held."""
NEAR = 2
"""Days by which two tellings of one date may differ."""
LONGEST = 21
"""Days; an interval longer than this tells of a period, not of a sitting."""
LEAST = 2
"""Words that must date a sitting before it is one."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """One round or one truce: its days, its place, the words that date it, and the first day that most of them tell."""

    days: Days
    venue: str | None
    dated: tuple[Word, ...]
    begun: date

    @property
    def first(self) -> date:
        """The day on which it began."""
        return self.days[0]


@dataclass(frozen=True, slots=True)
class _Point:
    days: Days
    word: Word


def rounds(process: Process) -> list[Sitting]:
    """The rounds of a process, by date.

    Words that date a sitting belong to one round while they name the same place, or none, and follow each other within
    PAUSE days. A round that only plans speak of has the day planned.
    """
    runs: list[_Run] = []
    for point in _told_twice(_points(w for w in process.words if w.track == "talks" and w.state in SITTING)):
        if not runs or not runs[-1].goes_on_with(point):
            runs.append(_Run())
        runs[-1].add(point)
    return [_sitting(run.points, "scheduled") for run in runs if len(run.points) >= LEAST]


def truces(process: Process) -> list[Sitting]:
    """The truces of a process, by date: one for each day on which at least LEAST words let one begin."""
    points = _points(word for word in process.words if word.state == "ceasefire")
    groups: list[list[_Point]] = []
    for point in points:
        if groups and (point.days[0] - groups[-1][0].days[0]).days <= NEAR:
            groups[-1].append(point)
        else:
            groups.append([point])
    return [_sitting(group, None) for group in groups if len(group) >= LEAST]


def _points(words: Iterable[Word]) -> list[_Point]:
    found = (
        _Point(days, word)
        for word in words
        if word.event.reality != "denied"
        for days in map(told_to_the_day, word.dates)
        if days and (days[1] - days[0]).days <= LONGEST and not _is_week(days)
    )
    return sorted(found, key=lambda point: (point.days, point.word.ref))


def _is_week(days: Days) -> bool:
    """Whether it is "last week" or the like, which does not say that it sat from Monday to Sunday."""
    return days[0].weekday() == 0 and (days[1] - days[0]).days == 6


def _told_twice(points: Sequence[_Point]) -> list[_Point]:
    """Points whose days, or those just before or after, are told by another word too: one alone may be misread.

    They stand in the order of their first days.
    """
    found = []
    last = date.min
    for index, point in enumerate(points):
        before = index > 0 and (point.days[0] - last).days <= 1
        after = index + 1 < len(points) and (points[index + 1].days[0] - point.days[1]).days <= 1
        if before or after:
            found.append(point)
        last = max(last, point.days[1])
    return found


@dataclass(slots=True)
class _Run:
    """The points of one round so far: the places named and the last day."""

    points: list[_Point] = field(default_factory=list)
    venues: Counter[str] = field(default_factory=Counter)
    last: date = date.min

    def add(self, point: _Point) -> None:
        """Take in the next one."""
        self.points.append(point)
        self.last = max(self.last, point.days[1])
        if point.word.venue:
            self.venues[point.word.venue] += 1

    def goes_on_with(self, point: _Point) -> bool:
        """Whether a point is of the same round."""
        venue = _most(self.venues)
        elsewhere = venue is not None and point.word.venue is not None and venue != point.word.venue
        return not elsewhere and point.days[0] <= self.last + timedelta(days=PAUSE)


def _venue(group: Iterable[_Point]) -> str | None:
    return _most(Counter(point.word.venue for point in group if point.word.venue))


def _most(names: Counter[str]) -> str | None:
    return min(names, key=lambda name: (-names[name], name), default=None)


def _sitting(group: Sequence[_Point], planned: str | None) -> Sitting:
    held = [point for point in group if point.word.state != planned] or list(group)
    days = min(point.days[0] for point in held), max(point.days[1] for point in held)
    counts = Counter(point.days[0] for point in held)
    begun = min(counts, key=lambda day: (-counts[day], day))
    return Sitting(days, _venue(group), tuple(point.word for point in group), begun)


def which(word: Word, sittings: Sequence[Sitting]) -> Sitting | None:
    """The sitting that a word is about.

    The one that it dates, else the one at the place that it names, else the one that its state looks to: the next for
    what is agreed or scheduled, else the last that had begun when its report was published. A breach told on the day on
    which a truce is said to begin is one of the truce before.
    """
    fitting = [one for one in sittings if word.venue is None or one.venue is None or one.venue == word.venue]
    dates = [days for days in map(told_to_the_day, word.dates) if days]
    for days in dates:
        near = [one for one in fitting or sittings if apart(one.days, days) <= NEAR]
        if near:
            return min(near, key=lambda one: (apart(one.days, days), abs((one.first - days[0]).days)))
    if dates and not fitting:
        return None
    return _by_day(word, fitting or list(sittings))


def dates(word: Word, sitting: Sitting) -> bool:
    """Whether a word tells a day of a sitting."""
    told = (days for days in map(told_to_the_day, word.dates) if days)
    return any(apart(sitting.days, days) <= NEAR for days in told)


def _by_day(word: Word, sittings: Sequence[Sitting]) -> Sitting | None:
    if word.day is None:
        return None
    begun = [one for one in sittings if one.first <= word.day]
    if word.state in BREACHED:
        begun = [one for one in begun if one.begun < word.day] or begun
    coming = [one for one in sittings if one.first > word.day]
    if word.state in AHEAD or (word.event.reality == "planned" and not begun):
        return coming[0] if coming else None
    return begun[-1] if begun else None
