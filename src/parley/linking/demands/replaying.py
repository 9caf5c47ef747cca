"""The moves of a quarter taken in order once more; only those are looked at that something new may draw off."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Set
from dataclasses import dataclass, field, replace
from heapq import heapify, heappop, heappush

from parley.linking.demands.fitting import Fit, contest_of, looks_near, near, opens, report_of
from parley.linking.demands.groups import Group, Order, Step, Why
from parley.linking.demands.likeness import Profile
from parley.linking.demands.weights import Weights
from parley.record import Ref

__all__ = ["Moves", "Replay"]


@dataclass(slots=True)
class Moves:
    """The moves of a quarter and the demands that they are in, each by what others find it by."""

    steps: dict[Ref, Step] = field(default_factory=dict)
    groups: set[Group] = field(default_factory=set)
    reading: dict[Hashable, set[Step]] = field(default_factory=lambda: defaultdict(set))
    """By key or report the moves that look for a demand there."""
    marked: dict[Hashable, set[Group]] = field(default_factory=lambda: defaultdict(set))
    told: dict[str, set[Step]] = field(default_factory=lambda: defaultdict(set))
    """By report."""

    def put(self, step: Step) -> Step:
        """Take in a move."""
        self.steps[step.act.ref] = step
        self.told[step.act.ref.report].add(step)
        for key in _looks_for(step):
            self.reading[key].add(step)
        return step

    def drop(self, ref: Ref) -> Step:
        """Forget a move, which its group has still."""
        step = self.steps.pop(ref)
        self.told[ref.report].discard(step)
        for key in _looks_for(step):
            self.reading[key].discard(step)
        return step

    def keep(self, group: Group) -> None:
        """Take in a demand."""
        self.groups.add(group)
        for mark in group.marks:
            self.marked[mark].add(group)

    def forget(self, group: Group) -> None:
        """Leave out a demand."""
        self.groups.discard(group)
        for mark in group.marks:
            self.marked[mark].discard(group)

    def sharing(self, step: Step) -> set[Group]:
        """The demands with which a move shares a key."""
        return {group for key in step.keys for group in self.marked.get(key, ())}


def _looks_for(step: Step) -> Iterator[Hashable]:
    yield from step.keys
    if looks_near(step):
        yield report_of(step.act)


class Replay:
    """What is decided where some moves are gone and some are new or weigh otherwise.

    A demand is as it was until something joins or leaves it; from there on it is *stirred*. A move is looked at again
    where it is new, where its demand is stirred, or where it shares a key with one that is. Where its own demand is as
    it was, it goes elsewhere only to a stirred one that it fits better.
    """

    def __init__(self, moves: Moves, weights: Weights, gone: Set[Step], new: Set[Step]) -> None:
        self._moves, self._weights = moves, weights
        self._gone, self._new = gone, new
        self._seen = {*gone, *new}
        self._waiting: list[tuple[Order, bool, Step]] = [(one.order, one in new, one) for one in self._seen]
        self._woken: set[Hashable] = set()
        self._earlier: dict[Group, Group] = {}
        self._stirred: dict[Group, Group] = {}
        self._made: dict[Group, None] = {}
        self._marked: dict[Hashable, set[Group]] = defaultdict(set)

    def run(self) -> set[Hashable]:
        """Decide; gives the marks of all demands that were or are others."""
        heapify(self._waiting)
        while self._waiting:
            _, _, step = heappop(self._waiting)
            if step not in self._gone:
                self._look(step)
            elif step.group:
                self._stir(step.group, step)
        for group in self._stirred:
            self._moves.forget(group)
        for group in self._made:
            if group.steps:
                self._moves.keep(group)
        return {mark for group in (*self._stirred, *self._made) for mark in group.marks}

    def _look(self, step: Step) -> None:
        """Let a move join what it fits, unless that is what it is in."""
        old = step.group
        if step not in self._new and old not in self._stirred and self._stays(step):
            return
        if old and old not in self._stirred:
            self._stir(old, step)
        told = self._near(step)
        self._join(step, Fit(told[0], None, told[1]) if told else self._best(step))

    def _stays(self, step: Step) -> bool:
        """Whether a move goes where it went, if that is as it was."""
        told = self._near(step)
        if told or step.odds is None:
            return told is not None and step.odds is None and told[0] is step.group
        contest, act = contest_of(step), step.act
        return not any(
            contest.at_most(act, rival) >= step.odds
            and contest.beats(contest.odds(act, rival), rival, step.odds, step.group)
            for rival in self._stirred_for(step)
        )

    def _near(self, step: Step) -> tuple[Group, Why] | None:
        told = self._moves.told[step.act.ref.report] if looks_near(step) else ()
        return near(step, (one for one in told if one.order < step.order))

    def _best(self, step: Step) -> Fit | None:
        contest = contest_of(step)
        still = (
            (group, self._before(group, step)) for group in self._moves.sharing(step) if group not in self._stirred
        )
        rivals = {
            seen: group for group, seen in still if not seen.marks.isdisjoint(step.keys) and seen.may_have(step.act)
        }
        found = contest.best(step.act, (*rivals, *self._stirred_for(step)))
        return replace(found, group=rivals.get(found.group, found.group)) if found else None

    def _stirred_for(self, step: Step) -> list[Group]:
        """The stirred demands with which a move shares a key and that it may be of."""
        shared = {group for key in step.keys for group in self._marked.get(key, ())}
        return [group for group in shared if group.may_have(step.act)]

    def _join(self, step: Step, fit: Fit | None) -> None:
        step.odds = fit.odds if fit else contest_of(step).least
        step.group = self._stir(fit.group, step) if fit else self._opened() if opens(step) else None
        if step.group:
            step.group.add(step, fit.why if fit else ())
            for mark in step.marks:
                self._marked[mark].add(step.group)
                self._wake(mark, step)

    def _opened(self) -> Group:
        group = Group(Profile(self._weights))
        self._made[group] = None
        return group

    def _stir(self, group: Group, at: Step) -> Group:
        """From a step on a demand is another one; those that joined it later, or may, are to be looked at again."""
        if group in self._made or group in self._stirred:
            return self._stirred.get(group, group)
        made = self._stirred[group] = self._grown(group, at)
        self._made[made] = None
        for step in made.steps:
            step.group = made
        for mark in made.marks:
            self._marked[mark].add(made)
        for step in group.steps[len(made.steps) :]:
            self._wait(step)
        for mark in group.marks:
            self._wake(mark, at)
        return made

    def _wake(self, mark: Hashable, at: Step) -> None:
        if mark not in self._woken and len(self._seen) < len(self._moves.steps) + len(self._gone):
            self._woken.add(mark)
            for step in self._moves.reading.get(mark, ()):
                if step.order > at.order:
                    self._wait(step)

    def _wait(self, step: Step) -> None:
        if step not in self._seen:
            self._seen.add(step)
            heappush(self._waiting, (step.order, True, step))

    def _before(self, group: Group, at: Step) -> Group:
        """A demand as it was before a step."""
        return group if group.steps[-1].order < at.order else self._grown(group, at)

    def _grown(self, group: Group, to: Step) -> Group:
        """The same, as one of its own; it only grows, since steps are looked at in order."""
        made = self._earlier.get(group)
        if made is None:
            made = self._earlier[group] = Group(Profile(self._weights))
        for step in group.steps[len(made.steps) :]:
            if step.order >= to.order:
                break
            made.add(step, group.why[step.act.ref])
        return made
