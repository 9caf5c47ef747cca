"""Which moves are of one demand: those of each quarter by their words, and from quarter to quarter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from parley.linking.demands.acts import Act
from parley.linking.demands.fitting import LIKEST, Fit, opens, step_of
from parley.linking.demands.groups import LASTING, Group, Part, Season, Step, when
from parley.linking.demands.replaying import Moves, Replay
from parley.linking.demands.weights import Weights

__all__ = ["Moved", "Quarters"]


@dataclass(slots=True)
class Moved:
    """The moves that a quarter has no longer, and those that it has now."""

    gone: list[Act] = field(default_factory=list)
    new: list[Act] = field(default_factory=list)


class Settled:
    """The demands of one quarter.

    The moves are taken in the order of their days; each joins the demand that it is most like, among those of the same
    doers, or opens one. What has no words of its own ("such a demand") speaks of one that its report has told. Replies
    and echoes come last: they open none. However moves come and go, this is what the present ones make (`Replay`).
    """

    def __init__(self) -> None:
        self._moves = Moves()
        self._weights = Weights()
        self.groups: Sequence[Group] = ()
        """In the order in which they were opened."""

    def update(self, moved: Moved) -> Callable[[Step], bool]:
        """Take moves out and in; gives whether a later one may go on with others than before."""
        rare, words = self._weights.rarest, self._weights.update(moved.gone, moved.new)
        gone = {self._moves.drop(act.ref) for act in moved.gone}
        new = {self._moves.put(step_of(act)) for act in moved.new}
        if words:
            new.update(step for step in self._moves.steps.values() if not words.isdisjoint(step.act.words))
        marks = Replay(self._moves, self._weights, gone, new).run() | words
        self.groups = sorted(self._moves.groups, key=lambda group: group.opened)
        return lambda step: self._weights.rarest != rare or not marks.isdisjoint(step.keys)

    def likest(self, step: Step) -> Fit | None:
        """The demand that one of a later quarter goes on with that has this move first."""
        return LIKEST.best(step.act, (one for one in self._moves.sharing(step) if one.may_have(step.act)))


@dataclass(frozen=True, slots=True)
class _Carried:
    """A group's part in its demand, its first move, and the group of the quarter before that it goes on with."""

    part: Part
    first: Step
    earlier: Group | None


class Quarters:
    """The moves of all quarters, and the demands that they are of.

    A demand of a quarter goes on with the one of the quarter before that its first move is most like. What is told of
    one quarter changes nothing in those that do not touch it.
    """

    def __init__(self) -> None:
        self._settled: dict[Season, Settled] = {}
        self._carried: dict[Season, dict[Group, _Carried]] = {}

    def update(self, moved: Mapping[Season, Moved]) -> None:
        """Take moves out and in."""
        others = {season: self._settled.setdefault(season, Settled()).update(one) for season, one in moved.items()}
        for season in {*others, *map(_after, others)} & self._settled.keys():
            self._carry(season, others.get(_before(season)))

    def _carry(self, season: Season, others: Callable[[Step], bool] | None) -> None:
        """Ask with what the groups of a quarter go on: those that are new, and those that may go on with others."""
        known, before = self._carried.get(season, {}), self._settled.get(_before(season))
        self._carried[season] = {
            group: old if (old := known.get(group)) and not (others and others(old.first)) else _carried(group, before)
            for group in self._settled[season].groups
        }

    def demands(self) -> list[tuple[Part, ...]]:
        """The groups of all quarters, each with those of later ones that go on with it."""
        found: dict[Group, list[Part]] = {}
        roots: dict[Group, Group] = {}
        for season in sorted(self._carried):
            for group, one in self._carried[season].items():
                root = roots[group] = roots[one.earlier] if one.earlier else group
                found.setdefault(root, []).append(one.part)
        return [tuple(parts) for parts in found.values()]


def _carried(group: Group, before: Settled | None) -> _Carried:
    first = min(group.steps, key=lambda step: when(step.act))
    act = first.act
    recent = act.day is not None and (act.day - _begin(act.day)).days < LASTING
    found = before.likest(first) if before and recent and opens(first) and act.own else None
    return _Carried(Part(group, found.why if found else ()), first, found.group if found else None)


def _begin(day: date) -> date:
    """The first day of the quarter of a year that a day is in."""
    return day.replace(month=(day.month + 2) // 3 * 3 - 2, day=1)


def _before(season: Season) -> Season:
    year, quarter = season
    return Season(year, quarter - 1) if quarter > 1 else Season(year - 1, 4)


def _after(season: Season) -> Season:
    year, quarter = season
    return Season(year, quarter + 1) if quarter < 4 else Season(year + 1, 1)
