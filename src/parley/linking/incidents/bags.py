"""How many words any two of many sets share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from parley.linking.incidents.answers import Numbers, Odds

__all__ = ["Bags"]

Whole = TypeVar("Whole", np.int32, np.int64)

AT_ONCE = 1 << 13
"""So many pairs are looked at together."""


class Bags:
    """Sets of words, by their numbers from 0."""

    def __init__(self) -> None:
        self._words: dict[str, int] = {}
        self._flat = np.zeros(1 << 10, np.int32)
        self._starts = np.zeros(1 << 6, np.int64)
        self._count = 0

    def add(self, words: Iterable[str]) -> None:
        """One more, under the next number."""
        known = self._words
        told = [known.setdefault(word, len(known) + 1) for word in words]
        start = int(self._starts[self._count])
        self._flat = _grown(self._flat, start + len(told))
        self._flat[start : start + len(told)] = told
        self._count += 1
        self._starts = _grown(self._starts, self._count + 1)
        self._starts[self._count] = start + len(told)

    def dice(self, a: Numbers, b: Numbers) -> Odds:
        """For each pair twice what is shared, of all that there is, from 0 to 1 (as `story.dice`)."""
        order = np.argsort(a, kind="stable")
        shared = np.zeros(len(a), np.int64)
        for start in range(0, len(a), AT_ONCE):
            at = order[start : start + AT_ONCE]
            shared[at] = self._shared(a[at], b[at])
        there = self._sizes(a) + self._sizes(b)
        likeness: Odds = 2 * shared / np.maximum(there, 1)
        return likeness

    def _sizes(self, numbers: Numbers) -> Numbers:
        return self._starts[numbers + 1] - self._starts[numbers]

    def _shared(self, a: Numbers, b: Numbers) -> Numbers:
        """Marks the words of every set of `a` in a row of its own, and looks up those of `b` there."""
        each, row = np.unique(a, return_inverse=True)
        held, sizes = self._held(each)
        columns = np.zeros(len(self._words) + 1, np.int32)
        words = np.unique(held)
        columns[words] = np.arange(1, len(words) + 1)
        marks = np.zeros((len(each), len(words) + 1), np.bool_)
        marks[np.repeat(np.arange(len(each)), sizes), columns[held]] = True
        marks[:, 0] = False
        found, sizes = self._held(b)
        hits = marks[np.repeat(row, sizes), columns[found]]
        ends = np.concatenate(([0], np.cumsum(hits, dtype=np.int64)))
        after = np.cumsum(sizes)
        shared: Numbers = ends[after] - ends[after - sizes]
        return shared

    def _held(self, numbers: Numbers) -> tuple[NDArray[np.int32], Numbers]:
        """The words of these sets, one set after the other, and how many each has."""
        sizes = self._sizes(numbers)
        after = np.cumsum(sizes)
        at = np.arange(after[-1]) + np.repeat(self._starts[numbers] - (after - sizes), sizes)
        return self._flat[at], sizes


def _grown(given: NDArray[Whole], least: int) -> NDArray[Whole]:
    """With room for so many and as many again, where there is too little."""
    return given if len(given) >= least else np.concatenate((given, np.zeros(max(least, len(given)), given.dtype)))
