"""Which moves are of one demand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from parley.linking.demands.acts import Act
from parley.linking.demands.likeness import ALIKE, Weights, logit, reasons
from parley.record import Reason, Ref

__all__ = ["Group", "gather"]

NEAR = 2
"""Sentences within which a reply that has no words of its own answers what was asked."""
OPENING = frozenset(("ask", "give", "show"))
"""Voices that may open a demand."""
LASTING = 45
"""Days after its last move from which a demand in the same words is a new one."""


@dataclass(slots=True)
class Group:
    """The moves of one demand; `why` holds for each move after the first the reasons that joined it."""

    acts: list[Act] = field(default_factory=list)
    why: dict[Ref, tuple[Reason, ...]] = field(default_factory=dict)

    @property
    def shows(self) -> bool:
        """Whether it is about evidence."""
        return any(act.part.voice == "show" for act in self.acts)

    @property
    def first(self) -> Act:
        """The earliest move."""
        return min(self.acts, key=lambda act: act.when)

    def add(self, act: Act, why: tuple[Reason, ...] = ()) -> None:
        """Take in a move."""
        self.acts.append(act)
        self.why[act.ref] = why


def gather(acts: Sequence[Act]) -> list[Group]:
    """Put moves to demands.

    Those about one truce or one meeting are one. All others are taken in the order of their days; each joins the demand
    that it is most like, among those of the same doers, or opens one. What has no words of its own ("such a demand")
    speaks of one that its report has told. Replies and echoes come last: they open none.
    """
    ordered = sorted(acts, key=lambda act: act.when)
    free = [act for act in ordered if not act.tie and not _to_itself(act)]
    made = _Made(Weights.over(free))
    for act in (*(act for act in free if act.own), *(act for act in free if not act.own)):
        if act.part.voice in OPENING:
            made.open(act)
    for act in free:
        if act.part.voice not in OPENING:
            made.reply(act)
    return sorted((*_tied(act for act in ordered if act.tie), *made.groups), key=lambda group: group.first.when)


def _to_itself(act: Act) -> bool:
    """An order to one's own is no demand."""
    return act.part.voice == "ask" and bool(act.doers) and act.doers == act.others


def _tied(acts: Iterable[Act]) -> list[Group]:
    found: dict[tuple[str, str], Group] = defaultdict(Group)
    for act in acts:
        if act.tie:
            found[act.tie.topic, act.tie.about].add(act, (Reason("about", act.tie.about, 4.0),))
    return [group for group in found.values() if any(act.part.move != "fulfilled" for act in group.acts)]


class _Made:
    """The demands so far, by the words in them and the reports that tell of them."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.groups: list[Group] = []
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_report: dict[str, list[int]] = defaultdict(list)

    def open(self, act: Act) -> None:
        """Let a move join the demand that it is most like, else be the first of a new one."""
        found = None if act.own else self._told(act)
        found = found or self._likest(act, self._candidates(act))
        if found is None:
            self.groups.append(Group())
            found = len(self.groups) - 1, ()
        self._put(act, *found)

    def reply(self, act: Act) -> None:
        """Let a reply join the demand that it answers; drop it where none is found."""
        found = self._asked(act) or (self._likest(act, self._candidates(act)) if act.own else self._chief(act))
        if found is not None:
            self._put(act, *found)

    def _put(self, act: Act, at: int, why: tuple[Reason, ...]) -> None:
        self.groups[at].add(act, why)
        self._by_report[act.ref.report].append(at)
        for word in _keys(act):
            self._by_word[word].add(at)

    def _candidates(self, act: Act) -> list[int]:
        counts = Counter(at for word in _keys(act) for at in self._by_word[word])
        return sorted(at for at in counts if _may_be(act, self.groups[at]))

    def _likest(self, act: Act, candidates: Iterable[int]) -> tuple[int, tuple[Reason, ...]] | None:
        scored = [(reasons(act, self.groups[at].acts, self.weights), at) for at in candidates]
        best = max(scored, key=lambda one: (logit(one[0]), -one[1]), default=None)
        return (best[1], best[0]) if best and logit(best[0]) > ALIKE else None

    def _told(self, act: Act) -> tuple[int, tuple[Reason, ...]] | None:
        """What a move without words of its own speaks of: the same thing between the same, told in its report."""
        return self._nearest(act, _same, "its report has told of this between the same")

    def _asked(self, act: Act) -> tuple[int, tuple[Reason, ...]] | None:
        """What a reply answers in its own report: asked in the same sentence or just before it."""
        return self._nearest(act, _answers, "it answers what its report has just told")

    def _chief(self, act: Act) -> tuple[int, tuple[Reason, ...]] | None:
        """What a refusal without words of its own refuses: what most reports say that these are asked by those."""
        reports = {
            at: {one.ref.report for one in group.acts}
            for at, group in enumerate(self.groups)
            if act.others and act.part.move == "rejected" and _is_asked(group, act)
        }
        best = max(reports, key=lambda at: (len(reports[at]), -at), default=None)
        return None if best is None else (best, (Reason("chief", "what is asked of them most", 0.5),))

    def _nearest(self, act: Act, fits: Callable[[Act, Act], bool], why: str) -> tuple[int, tuple[Reason, ...]] | None:
        near = [
            (abs(one.at - act.at), abs(one.ref.index - act.ref.index), at)
            for at in sorted(set(self._by_report[act.ref.report]))
            for one in self.groups[at].acts
            if one.ref.report == act.ref.report and 0 <= act.at - one.at <= NEAR and fits(act, one)
        ]
        return (min(near)[-1], (Reason("near", why, 2.0),)) if near else None


def _keys(act: Act) -> frozenset[str]:
    """What two moves of one demand share at least one of: a word, a third party, or that both are guarantees."""
    own = frozenset((f"guarantee by {doer}" for doer in act.doers) if act.part.kind == "guarantee" else ())
    return act.words | act.about | own


def _same(act: Act, one: Act) -> bool:
    """Whether two are of one voice and of one who has to do it."""
    return act.part.voice == one.part.voice and bool(act.doers & one.doers) and _compatible(act.others, one.others)


def _answers(act: Act, one: Act) -> bool:
    if act.part.voice == "echo":
        return one.part.voice == "ask" and one.at == act.at
    if one.part.voice not in ("ask", "give") or (act.own and not act.words & one.words):
        return False
    parties = (act.doers, act.others), (act.others, act.doers)
    return any(_compatible(doers, one.doers) and _compatible(others, one.others) for doers, others in parties)


def _compatible(some: frozenset[str], others: frozenset[str]) -> bool:
    return not some or not others or bool(some & others)


def _is_asked(group: Group, act: Act) -> bool:
    asked = [one for one in group.acts if one.part.voice == "ask"]
    same = any(one.doers == act.doers and one.others & act.others for one in asked)
    return same and _may_be(act, group)


def _may_be(act: Act, group: Group) -> bool:
    if (act.part.voice == "show") != group.shows:
        return False
    days = [one.day for one in group.acts if one.day]
    if act.day and days and min(abs((act.day - day).days) for day in days) > LASTING:
        return False
    return _compatible(act.doers, frozenset(side for one in group.acts for side in one.doers))
