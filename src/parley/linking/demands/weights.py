"""How much each word tells."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection

from parley.linking.demands.acts import Act

__all__ = ["Weights"]

BITS = 3
"""From one order of magnitude to the next numbers grow by 2 to the power of so many."""


class Weights:
    """How much a word tells: rare ones more (inverse document frequency over all moves, by orders of magnitude).

    Orders are few, so that one move more leaves the weights of nearly all words as they are.
    """

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._moves = 0
        self._squares: dict[str, float] = {}
        self.rarest = self._weight(0)
        """The squared weight of words that few moves have, or none."""
        self._lengths: dict[frozenset[str], float] = {}

    def update(self, gone: Collection[Act], new: Collection[Act]) -> set[str]:
        """Count moves out and in; gives the words that have another weight than before."""
        told = {word for acts in (gone, new) for act in acts for word in act.words}
        self._count(gone, -1)
        self._count(new, 1)
        rarest, self.rarest = self.rarest, self._weight(0)
        now = {word: self._weight(self._counts[word]) for word in (told if rarest == self.rarest else self._counts)}
        others = {word for word, weight in now.items() if weight != self._squares.get(word, rarest)}
        self._squares |= now
        if others:
            self._lengths = {words: each for words, each in self._lengths.items() if others.isdisjoint(words)}
        return others

    def _count(self, acts: Collection[Act], by: int) -> None:
        self._moves += by * len(acts)
        for act in acts:
            for word in act.words:
                self._counts[word] += by

    def _weight(self, count: int) -> float:
        return math.log(1 + 2 ** (BITS * (_order(self._moves) - _order(count)))) ** 2

    def of(self, word: str) -> float:
        """The squared weight, above 0 for every word."""
        return self._squares.get(word, self.rarest)

    def square(self, words: frozenset[str]) -> float:
        """The squared length of a set of words."""
        found = self._lengths.get(words)
        if found is None:
            found = self._lengths[words] = math.fsum(map(self.of, words))  # exact: the order of a set does not matter
        return found

    def cosine(self, one: frozenset[str], other: frozenset[str]) -> float:
        """The angle between the words of two moves."""
        both = one & other
        return math.fsum(map(self.of, both)) / math.sqrt(self.square(one) * self.square(other)) if both else 0.0


def _order(count: int) -> int:
    """The order of magnitude: 0 of one and of none, 1 of 2 to 15, 2 of 16 to 127, and so on."""
    return (count.bit_length() + 1) // BITS
