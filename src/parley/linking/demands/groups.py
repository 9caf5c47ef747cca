"""Moves that are of one demand, and what they are told apart by."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from parley.linking.demands.acts import Act
from parley.linking.demands.likeness import Profile
from parley.linking.demands.weights import Weights
from parley.record import Reason, Ref

__all__ = [
    "LASTING",
    "Group",
    "Order",
    "Part",
    "Season",
    "Step",
    "Topic",
    "Why",
    "compatible",
    "in_order",
    "is_free",
    "merged",
    "season_of",
    "tied",
    "topic_of",
    "when",
]

Order = tuple[int, date, str, int]
"""The turn in which a move is taken, its day, its report and its place there."""
Why = tuple[Reason, ...]

LASTING = 45
"""Days after its last move from which a demand in the same words is a new one."""


@dataclass(slots=True, eq=False)
class Step:
    """A move in the order in which those of a quarter are taken, and where it went.

    `keys` are what it shares at least one of with each demand that it is compared with, `marks` those that it gives to
    the demand that it joins. `odds` are those by which it was put to its demand, or at most has with any where it is in
    none; None where it speaks of what its report has just told.
    """

    act: Act
    order: Order
    keys: frozenset[Hashable]
    marks: frozenset[Hashable]
    group: Group | None = None
    odds: float | None = None


@dataclass(slots=True, eq=False)
class Group:
    """The moves of one demand, and what they have said so far; `why` holds the reasons that joined each."""

    profile: Profile
    acts: list[Act] = field(default_factory=list)
    why: dict[Ref, Why] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    days: list[date] = field(default_factory=list)
    marks: set[Hashable] = field(default_factory=set)

    @property
    def opened(self) -> Order:
        """When its first step was taken."""
        return self.steps[0].order

    @property
    def first(self) -> Act:
        """The earliest move."""
        return min(self.acts, key=when)

    @property
    def reports(self) -> frozenset[str]:
        """Those that tell of it."""
        return frozenset(act.ref.report for act in self.acts)

    def add(self, step: Step, why: Why = ()) -> None:
        """Take in a move."""
        act = step.act
        self.steps.append(step)
        self.acts.append(act)
        self.why[act.ref] = why
        self.profile.add(act)
        self.marks |= step.marks
        if act.day:
            insort(self.days, act.day)

    def may_have(self, act: Act) -> bool:
        """Whether a move can be one of it at all: evidence or not, in these weeks, with the same doers."""
        if (act.part.voice == "show") != ("show" in self.profile.voices):
            return False
        return self._lasts(act.day) and compatible(act.doers, self.profile.doers)

    def _lasts(self, day: date | None) -> bool:
        if day is None or not self.days:
            return True
        if day >= self.days[-1]:
            return (day - self.days[-1]).days <= LASTING
        at = bisect_left(self.days, day)
        return any(abs((day - near).days) <= LASTING for near in self.days[max(0, at - 1) : at + 1])


def when(act: Act) -> tuple[object, ...]:
    """By what moves stand in order: as `Act.when`, in what is compared fast."""
    return act.day or date.max, act.ref.report, act.ref.index


def in_order(acts: Iterable[Act]) -> list[Act]:
    """By day, report and place in it."""
    return sorted(acts, key=when)


class Season(NamedTuple):
    """A year and a quarter of it, from 1; 0 and 0 for what has no day."""

    year: int
    quarter: int


def season_of(act: Act) -> Season:
    """The quarter of a year in which a report tells of a move."""
    return Season(act.day.year, (act.day.month + 2) // 3) if act.day else Season(0, 0)


def is_free(act: Act) -> bool:
    """Whether a move is told apart by its words: it is about no truce or meeting, and no order to one's own."""
    return not act.tie and not _to_itself(act)


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """The group of one quarter in a demand, and why it goes on with that of the quarter before."""

    group: Group
    why: Why = ()


def merged(parts: Sequence[Part]) -> Group:
    """One group of several; where it is one alone, that itself."""
    if len(parts) == 1:
        return parts[0].group
    whole = Group(Profile(parts[0].group.profile.weights))
    for part in parts:
        whole.acts += part.group.acts
        whole.why |= part.group.why | {part.group.first.ref: part.why}
    return whole


def _to_itself(act: Act) -> bool:
    """An order to one's own is no demand."""
    return act.part.voice == "ask" and bool(act.doers) and act.doers == act.others


class Topic(NamedTuple):
    """What is said of a truce or a meeting, and the id of it."""

    what: str
    about: str


def topic_of(act: Act) -> Topic | None:
    """The truce or meeting that a move is about; None for moves that are told apart by their words."""
    return Topic(act.tie.topic, act.tie.about) if act.tie else None


def tied(acts: Iterable[Act]) -> Group | None:
    """The moves about one truce or one meeting, in order; None where they only tell that it came."""
    group = Group(Profile(Weights()))
    for act in acts:
        group.acts.append(act)
        group.why[act.ref] = (Reason("about", act.tie.about if act.tie else "", 4.0),)
    return group if any(act.part.move != "fulfilled" for act in group.acts) else None


def compatible(some: frozenset[str] | set[str], others: frozenset[str] | set[str]) -> bool:
    """Whether two may name the same: neither is silent of others than the other."""
    return not some or not others or not some.isdisjoint(others)
