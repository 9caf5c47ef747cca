"""Which moves are of one demand."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from parley.linking.demands.acts import Act
from parley.linking.demands.likeness import ALIKE, Profile, Weights, logit, reasons
from parley.record import Reason, Ref

__all__ = ["Group", "gather"]

Why = tuple[Reason, ...]

NEAR = 2
"""Sentences within which a reply that has no words of its own answers what was asked."""
OPENING = frozenset(("ask", "give", "show"))
"""Voices that may open a demand."""
CANDIDATES = 60
"""Demands, of those that share a word, that a move is compared with."""
LASTING = 45
"""Days after its last move from which a demand in the same words is a new one."""


@dataclass(slots=True)
class Group:
    """The moves of one demand, and what they have said so far; `why` holds the reasons that joined each."""

    profile: Profile
    acts: list[Act] = field(default_factory=list)
    why: dict[Ref, Why] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)
    asked: dict[frozenset[str], set[str]] = field(default_factory=dict)

    @property
    def first(self) -> Act:
        """The earliest move."""
        return min(self.acts, key=lambda act: act.when)

    def add(self, act: Act, why: Why = ()) -> None:
        """Take in a move."""
        self.acts.append(act)
        self.why[act.ref] = why
        self.profile.add(act)
        if act.day:
            insort(self.days, act.day)
        if act.part.voice == "ask":
            self.asked.setdefault(act.doers, set()).update(act.others)

    def may_have(self, act: Act) -> bool:
        """Whether a move can be one of it at all: evidence or not, in these weeks, with the same doers."""
        if (act.part.voice == "show") != ("show" in self.profile.voices):
            return False
        return self._lasts(act.day) and _compatible(act.doers, self.profile.doers)

    def _lasts(self, day: date | None) -> bool:
        if day is None or not self.days:
            return True
        at = bisect_left(self.days, day)
        return any(abs((day - near).days) <= LASTING for near in self.days[max(0, at - 1) : at + 1])


def gather(acts: Sequence[Act]) -> list[Group]:
    """Put moves to demands.

    Those about one truce or one meeting are one. All others are taken in the order of their days; each joins the demand
    that it is most like, among those of the same doers, or opens one. What has no words of its own ("such a demand")
    speaks of one that its report has told. Replies and echoes come last: they open none.
    """
    ordered = sorted(acts, key=lambda act: act.when)
    free = [act for act in ordered if not act.tie and not _to_itself(act)]
    weights = Weights.over(free)
    made = _Made(weights)
    for act in (*(act for act in free if act.own), *(act for act in free if not act.own)):
        if act.part.voice in OPENING:
            made.open(act)
    for act in free:
        if act.part.voice not in OPENING:
            made.reply(act)
    tied = _tied((act for act in ordered if act.tie), weights)
    return sorted((*tied, *made.groups), key=lambda group: group.first.when)


def _to_itself(act: Act) -> bool:
    """An order to one's own is no demand."""
    return act.part.voice == "ask" and bool(act.doers) and act.doers == act.others


def _tied(acts: Iterable[Act], weights: Weights) -> list[Group]:
    found: dict[tuple[str, str], Group] = {}
    for act in acts:
        if act.tie:
            group = found.setdefault((act.tie.topic, act.tie.about), Group(Profile(weights)))
            group.add(act, (Reason("about", act.tie.about, 4.0),))
    return [group for group in found.values() if any(act.part.move != "fulfilled" for act in group.acts)]


class _Made:
    """The demands so far, by the words in them, by the reports that tell of them and by whom they are asked of."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.groups: list[Group] = []
        self._by_word: dict[str, set[int]] = defaultdict(set)
        self._by_report: dict[str, list[tuple[int, Act]]] = defaultdict(list)
        self._by_doers: dict[frozenset[str], set[int]] = defaultdict(set)

    def open(self, act: Act) -> None:
        """Let a move join the demand that it is most like, else be the first of a new one."""
        found = None if act.own else self._told(act)
        found = found or self._likest(act, self._candidates(act))
        if found is None:
            self.groups.append(Group(Profile(self.weights)))
            found = len(self.groups) - 1, ()
        self._put(act, *found)

    def reply(self, act: Act) -> None:
        """Let a reply join the demand that it answers; drop it where none is found."""
        found = self._asked(act) or (self._likest(act, self._candidates(act)) if act.own else self._chief(act))
        if found is not None:
            self._put(act, *found)

    def _put(self, act: Act, at: int, why: Why) -> None:
        self.groups[at].add(act, why)
        self._by_report[act.ref.report].append((at, act))
        if act.part.voice == "ask":
            self._by_doers[act.doers].add(at)
        for word in _keys(act):
            self._by_word[word].add(at)

    def _candidates(self, act: Act) -> list[int]:
        """Demands that share a word; where very many do, those that share the most."""
        counts = Counter(at for word in _keys(act) for at in self._by_word[word])
        likely = sorted(counts, key=lambda at: (-counts[at], -at))[:CANDIDATES]
        return [at for at in likely if self.groups[at].may_have(act)]

    def _likest(self, act: Act, candidates: Iterable[int]) -> tuple[int, Why] | None:
        scored = [(reasons(act, self.groups[at].profile), at) for at in candidates]
        best = max(scored, key=lambda one: (logit(one[0]), -one[1]), default=None)
        return (best[1], best[0]) if best and logit(best[0]) > ALIKE else None

    def _told(self, act: Act) -> tuple[int, Why] | None:
        """What a move without words of its own speaks of: the same thing between the same, told in its report."""
        return self._nearest(act, _same, "its report has told of this between the same")

    def _asked(self, act: Act) -> tuple[int, Why] | None:
        """What a reply answers in its own report: asked in the same sentence or just before it."""
        return self._nearest(act, _answers, "it answers what its report has just told")

    def _chief(self, act: Act) -> tuple[int, Why] | None:
        """What a refusal without words of its own refuses: what most reports say that these are asked by those."""
        if not act.others or act.part.move != "rejected":
            return None
        asked = [at for at in self._by_doers[act.doers] if self._is_asked(at, act)]
        best = max(asked, key=lambda at: (len({one.ref.report for one in self.groups[at].acts}), -at), default=None)
        return None if best is None else (best, (Reason("chief", "what is asked of them most", 0.5),))

    def _is_asked(self, at: int, act: Act) -> bool:
        group = self.groups[at]
        return not act.others.isdisjoint(group.asked[act.doers]) and group.may_have(act)

    def _nearest(self, act: Act, fits: Callable[[Act, Act], bool], why: str) -> tuple[int, Why] | None:
        near = [
            (act.at - one.at, abs(one.ref.index - act.ref.index), at)
            for at, one in self._by_report[act.ref.report]
            if 0 <= act.at - one.at <= NEAR and fits(act, one)
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


def _compatible(some: frozenset[str] | set[str], others: frozenset[str] | set[str]) -> bool:
    return not some or not others or not some.isdisjoint(others)
