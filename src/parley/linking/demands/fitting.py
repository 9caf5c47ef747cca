"""What a move of a demand fits: what its report has just told, what it is most like, what is asked most."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from parley.linking.demands.acts import Act
from parley.linking.demands.groups import Group, Step, Why, compatible
from parley.linking.demands.likeness import ALIKE, at_most, reasons, score
from parley.record import Reason

__all__ = ["OPENING", "Contest", "Fit", "contest_of", "looks_near", "near", "opens", "report_of", "step_of"]

NEAR = 2
"""Sentences within which a reply that has no words of its own answers what was asked."""
OPENING = frozenset(("ask", "give", "show"))
"""Voices that may open a demand."""
SAME: Why = (Reason("near", "its report has told of this between the same", 2.0),)
ANSWERS: Why = (Reason("near", "it answers what its report has just told", 2.0),)


@dataclass(frozen=True, slots=True)
class Fit:
    """The demand that a move fits best, by which odds, if by any, and why."""

    group: Group
    odds: float | None
    why: Why


@dataclass(frozen=True, slots=True)
class Contest:
    """How a move is put to one of several demands: to that of the highest odds above the `least`, the first of equals.

    `at_most` is what the odds cannot exceed, and faster.
    """

    least: float
    at_most: Callable[[Act, Group], float]
    odds: Callable[[Act, Group], float]
    why: Callable[[Act, Group], Why]

    def best(self, act: Act, groups: Iterable[Group]) -> Fit | None:
        """The one of these that it fits best; those that cannot be it are passed over."""
        bounds = [(self.at_most(act, group), group) for group in groups]
        best, found = self.least, None
        for bound, group in sorted(bounds, key=lambda one: -one[0]):
            if bound < best:
                break
            odds = self.odds(act, group)
            if self.beats(odds, group, best, found):
                best, found = odds, group
        return None if found is None else Fit(found, best, self.why(act, found))

    def beats(self, odds: float, group: Group, best: float, other: Group | None) -> bool:
        """Whether one of these odds is to be preferred to another, or to none."""
        if odds == best:
            return other is not None and odds > self.least and group.opened < other.opened
        return odds > max(best, self.least)


def _reports(_: Act, group: Group) -> float:
    return len({one.ref.report for one in group.acts})


LIKEST = Contest(
    ALIKE,
    lambda act, group: at_most(act, group.profile),
    lambda act, group: score(act, group.profile),
    lambda act, group: reasons(act, group.profile),
)
CHIEF = Contest(0.0, _reports, _reports, lambda *_: (Reason("chief", "what is asked of them most", 0.5),))
"""What a refusal without words of its own refuses: what most reports say that these are asked by those."""


def step_of(act: Act) -> Step:
    """Moves with words of their own come first, then those without that may open a demand, then replies."""
    turn = 2 if act.part.voice not in OPENING else 0 if act.own else 1
    order = turn, act.day or date.max, act.ref.report, act.ref.index
    words = _words(act)
    asked: frozenset[Hashable] = frozenset(("asked", act.doers, other) for other in act.others)
    marks = words | {report_of(act)} | (asked if act.part.voice == "ask" else frozenset())
    keys: frozenset[Hashable] = words
    if turn == 2 and not act.own:
        keys = asked if act.part.move == "rejected" else frozenset()
    return Step(act, order, keys, marks)


def _words(act: Act) -> frozenset[Hashable]:
    """What two moves of one demand share at least one of: a word, a third party, or that both are guarantees."""
    own = frozenset((f"guarantee by {doer}" for doer in act.doers) if act.part.kind == "guarantee" else ())
    return act.words | act.about | own


def report_of(act: Act) -> Hashable:
    """The mark by which what is told in its report finds it."""
    return "report", act.ref.report


def contest_of(step: Step) -> Contest:
    """How it is put to one of the demands with which it shares a key."""
    return CHIEF if step.order[0] == 2 and not step.act.own else LIKEST


def opens(step: Step) -> bool:
    """Whether it opens a demand where it fits none."""
    return step.order[0] < 2


def looks_near(step: Step) -> bool:
    """Whether it may speak of what its report has just told: a reply does, and what has no words of its own."""
    return step.order[0] > 0


def near(step: Step, told: Iterable[Step]) -> tuple[Group, Why] | None:
    """The demand that it speaks of, by the moves that its report has told before: of something like it between the
    same or, of a reply, what it answers in the same sentence or just before it."""
    act = step.act
    fits, why = (_answers, ANSWERS) if step.order[0] == 2 else (_same, SAME)
    found = [
        (act.at - one.act.at, abs(one.act.ref.index - act.ref.index), one.group.opened, one.group)
        for one in told
        if one.group and 0 <= act.at - one.act.at <= NEAR and fits(act, one.act)
    ]
    return (min(found, key=lambda one: one[:3])[3], why) if found else None


def _same(act: Act, one: Act) -> bool:
    """Whether two are of one voice and of one who has to do it."""
    return act.part.voice == one.part.voice and bool(act.doers & one.doers) and compatible(act.others, one.others)


def _answers(act: Act, one: Act) -> bool:
    if act.part.voice == "echo":
        return one.part.voice == "ask" and one.at == act.at
    if one.part.voice not in ("ask", "give") or (act.own and not act.words & one.words):
        return False
    parties = (act.doers, act.others), (act.others, act.doers)
    return any(compatible(doers, one.doers) and compatible(others, one.others) for doers, others in parties)
