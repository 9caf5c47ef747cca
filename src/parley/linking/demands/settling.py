"""Which moves are of one demand: those of each quarter by their words, and from quarter to quarter."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from heapq import nsmallest

from parley.linking.demands.acts import Act
from parley.linking.demands.groups import LASTING, Group, Part, Season, Why, compatible, when
from parley.linking.demands.likeness import ALIKE, Profile, Weights, at_most, reasons, score
from parley.record import Reason

__all__ = ["Settled", "carried_on"]

NEAR = 2
"""Sentences within which a reply that has no words of its own answers what was asked."""
OPENING = frozenset(("ask", "give", "show"))
"""Voices that may open a demand."""
CANDIDATES = 60
"""Demands, of those that share a word, that a move is compared with."""


def carried_on(settled: Mapping[Season, Settled]) -> list[tuple[Part, ...]]:
    """The groups of all quarters, each with those of later ones that go on with it.

    A demand of a quarter goes on with the one of the quarter before that its first move is most like. What is told of
    one quarter changes nothing in those that do not touch it.
    """
    found: dict[int, list[Part]] = {}
    roots: dict[int, int] = {}
    for season in sorted(settled):
        for part, earlier in settled[season].parts(settled.get(_before(season))):
            mine = id(part.group)
            root = roots[mine] = mine if earlier is None else roots[id(earlier)]
            if root == mine:
                found[root] = [part]
            else:
                found[root].append(part)
    return [tuple(parts) for parts in found.values()]


def _before(season: Season) -> Season:
    year, quarter = season
    return Season(year, quarter - 1) if quarter > 1 else Season(year - 1, 4)


class Settled:
    """The demands of one quarter.

    The moves are taken in the order of their days; each joins the demand that it is most like, among those of the same
    doers, or opens one. What has no words of its own ("such a demand") speaks of one that its report has told. Replies
    and echoes come last: they open none.
    """

    def __init__(self, told: Iterable[Act]) -> None:
        free = sorted(told, key=when)
        self._made = _Made(Weights.over(free))
        self._parts: tuple[Settled | None, list[tuple[Part, Group | None]]] | None = None
        for act in (*(act for act in free if act.own), *(act for act in free if not act.own)):
            if act.part.voice in OPENING:
                self._made.open(act)
        for act in free:
            if act.part.voice not in OPENING:
                self._made.reply(act)

    @property
    def groups(self) -> Sequence[Group]:
        """In the order in which they were opened."""
        return self._made.groups

    def parts(self, before: Settled | None) -> Sequence[tuple[Part, Group | None]]:
        """Its groups, each with the one of the quarter before that it goes on with."""
        if self._parts is None or self._parts[0] is not before:
            self._parts = before, [_part(group, before) for group in self.groups]
        return self._parts[1]

    def likest(self, act: Act) -> tuple[int, Why] | None:
        """The one of its groups that a later one goes on with whose first move this is, and why."""
        return self._made.likest(act)


def _part(group: Group, before: Settled | None) -> tuple[Part, Group | None]:
    act = group.first
    opens = act.own and act.part.voice in OPENING and act.day is not None
    recent = opens and act.day is not None and (act.day - _begin(act.day)).days < LASTING
    found = before.likest(act) if before and recent else None
    return (Part(group, found[1]), before.groups[found[0]]) if before and found else (Part(group), None)


def _begin(day: date) -> date:
    """The first day of the quarter of a year that a day is in."""
    return day.replace(month=(day.month + 2) // 3 * 3 - 2, day=1)


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
        found = found or self.likest(act)
        if found is None:
            self.groups.append(Group(Profile(self.weights)))
            found = len(self.groups) - 1, ()
        self._put(act, *found)

    def reply(self, act: Act) -> None:
        """Let a reply join the demand that it answers; drop it where none is found."""
        found = self._asked(act) or (self.likest(act) if act.own else self._chief(act))
        if found is not None:
            self._put(act, *found)

    def _put(self, act: Act, at: int, why: Why) -> None:
        self.groups[at].add(act, why)
        self._by_report[act.ref.report].append((at, act))
        if act.part.voice == "ask":
            self._by_doers[act.doers].add(at)
        for word in _keys(act):
            self._by_word[word].add(at)

    def likest(self, act: Act) -> tuple[int, Why] | None:
        """The demand that a move is most like, and why; None where it is like none."""
        return self._likest(act, self._candidates(act))

    def _candidates(self, act: Act) -> list[int]:
        """Demands that share a word; where very many do, those that share the most."""
        counts: Counter[int] = Counter()
        for word in _keys(act):
            counts.update(self._by_word.get(word, ()))
        likely: Iterable[int] = counts
        if len(counts) > CANDIDATES:
            likely = nsmallest(CANDIDATES, counts, key=lambda at: (-counts[at], -at))
        return [at for at in likely if self.groups[at].may_have(act)]

    def _likest(self, act: Act, candidates: Iterable[int]) -> tuple[int, Why] | None:
        """The best of some; those that cannot be are passed over."""
        bounds = sorted(((at_most(act, self.groups[at].profile), at) for at in candidates), reverse=True)
        best: tuple[float, int] = ALIKE, 0
        found = None
        for bound, at in bounds:
            if bound < best[0]:
                break
            odds = score(act, self.groups[at].profile)
            if odds > ALIKE and (found is None or (odds, -at) > best):
                best, found = (odds, -at), at
        return None if found is None else (found, reasons(act, self.groups[found].profile))

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
    return act.part.voice == one.part.voice and bool(act.doers & one.doers) and compatible(act.others, one.others)


def _answers(act: Act, one: Act) -> bool:
    if act.part.voice == "echo":
        return one.part.voice == "ask" and one.at == act.at
    if one.part.voice not in ("ask", "give") or (act.own and not act.words & one.words):
        return False
    parties = (act.doers, act.others), (act.others, act.doers)
    return any(compatible(doers, one.doers) and compatible(others, one.others) for doers, others in parties)
