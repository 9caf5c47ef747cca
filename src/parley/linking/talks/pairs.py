"""Which two sides an event is about, by what its report and all others say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from parley.linking.talks.word import Word

__all__ = ["Pair", "Pairs"]

Pair = frozenset[str]
LEAST = 2
"""So many events must name both sides before there is a process."""


class Pairs:
    """The pairs of sides between which there are talks, kept up as reports come and go.

    An event that names both is about them; one that names a side, or none at all, is about the pair of that side,
    or any, that its report says most about.
    """

    def __init__(self) -> None:
        self.known: dict[Pair, int] = {}
        """By how many events name them and nobody else; two who mediate more often than that are none."""
        self._words: dict[str, tuple[Word, ...]] = {}
        self._counts: Counter[Pair] = Counter()
        self._larger: dict[str, list[Word]] = {}
        self._mediators: Counter[str] = Counter()
        self._naming: dict[Pair, set[str]] = defaultdict(set)
        self._resting: dict[str, set[str]] = defaultdict(set)
        self._torn: dict[Pair, set[str]] = defaultdict(set)
        """Reports of which an event rests on sides that are likeliest in several pairs."""
        self._likeliest: dict[str, Pair] = {}
        self._stale: set[str] = set()

    def put(self, report: str, words: tuple[Word, ...]) -> None:
        """Count what a report says in place of what it said."""
        self._count(self._words.pop(report, ()), -1)
        self._larger.pop(report, None)
        self._stale.add(report)
        if words:
            self._words[report] = words
            self._count(words, 1)
            larger = [word for word in words if len(word.sides) > 2]
            if larger:
                self._larger[report] = larger

    def _count(self, words: Iterable[Word], by: int) -> None:
        for word in words:
            if len(word.sides) == 2:
                self._counts[word.sides] += by
                if not self._counts[word.sides]:
                    del self._counts[word.sides]
            for helper in word.helpers:
                self._mediators[helper] += by
                if not self._mediators[helper]:
                    del self._mediators[helper]
            for pair in _within(word):
                if by > 0:
                    self._naming[pair].add(word.ref.report)
                else:
                    self._naming[pair].discard(word.ref.report)

    def settle(self) -> set[str]:
        """Count together; gives the reports whose events may be about others than before."""
        old, self.known = self.known, self._known()
        stale, self._stale = self._stale, set()
        moved = list(_moved(old, self.known))
        stale = stale.union(*(self._naming[pair] | self._torn.pop(pair, set()) for pair in moved))
        likeliest: dict[str, Pair] = {}
        for pair in sorted(self.known, key=self._rank, reverse=True):
            likeliest |= dict.fromkeys(pair, pair)
        before, self._likeliest = self._likeliest, likeliest
        others = {side for side in before.keys() | likeliest.keys() if before.get(side) != likeliest.get(side)}
        return stale.union(*(self._resting.pop(side, ()) for side in others))

    def _known(self) -> dict[Pair, int]:
        counts = self._counts.copy()
        for words in self._larger.values():
            for word in words:
                sides = frozenset(side for side in word.sides if side not in self._mediators)
                if len(sides) == 2:  # where it names more, those who mediate elsewhere are left out
                    counts[sides] += 1
        often = self._mediators
        return {
            pair: count
            for pair, count in counts.items()
            if count >= LEAST and not all(often[one] >= count for one in pair)
        }

    def _rank(self, pair: Pair) -> tuple[int, list[str]]:
        return -self.known[pair], sorted(pair)

    def abouts(self, report: str) -> Iterator[Pair | None]:
        """The pair that each event of a report is about."""
        words = self._words[report]
        votes = self._votes(words)
        for word in words:
            yield word.sides if word.sides in self.known else self._about(word, votes)

    def _votes(self, words: Sequence[Word]) -> Mapping[Pair, int]:
        """How often a report names each known pair; pairs within larger company count too."""
        return Counter(pair for word in words for pair in _within(word) if pair in self.known)

    def _about(self, word: Word, votes: Mapping[Pair, int]) -> Pair | None:
        """The pair that a word is about; of several the one that its report, then everybody, speaks of most."""
        candidates = [pair for pair in _within(word) if pair in self.known]
        candidates = candidates or [pair for pair in votes if pair & word.sides]
        candidates = candidates or [pair for pair in votes if not word.sides]
        if not candidates:
            for side in word.sides:
                self._resting[side].add(word.ref.report)
            candidates = list({self._likeliest[side] for side in word.sides if side in self._likeliest})
            for pair in candidates if len(candidates) > 1 else ():
                self._torn[pair].add(word.ref.report)
        return min(candidates, key=lambda pair: (-votes.get(pair, 0), *self._rank(pair)), default=None)


def _within(word: Word) -> Iterator[Pair]:
    return map(frozenset, combinations(word.sides, 2))


def _moved(old: Mapping[Pair, int], new: Mapping[Pair, int]) -> Iterator[Pair]:
    """The pairs that came or went, or that stand otherwise to another than before."""
    levels = Counter(old.values()), Counter(new.values())
    for pair in old.keys() | new.keys():
        before, now = old.get(pair, 0), new.get(pair, 0)
        if before != now and (not before or not now or _meets(levels, before, now)):
            yield pair


def _meets(levels: tuple[Counter[int], Counter[int]], before: int, now: int) -> bool:
    """Whether any other pair is told of as often, before or now, as one has come to be or was on the way to it."""
    low, high = min(before, now), max(before, now)
    beside = sum(told[count] for told in levels for count in range(low, high + 1))
    return beside > 2
