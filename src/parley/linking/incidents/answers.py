"""Answers to one question about many pairs at once; each pair of things is asked about once, or seldom more often."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

__all__ = ["Answers", "Numbers", "Odds"]

Numbers = NDArray[np.int64]
Odds = NDArray[np.float64]

PLACES = 1 << 18
"""So many answers are remembered (4 MB); of two that fall on one place the later stays."""
MIXER = np.int64(0x2545F4914F6CDD1D)
"""An odd number (of Marsaglia's xorshift generators) whose products spread pairs over all places."""
SHIFT = np.int64(64 - 18)
HALF = np.int64(32)


class Answers:
    """The weights of the answers for pairs of numbers, where `ask` gives that of two; it is the same both ways."""

    def __init__(self, ask: Callable[[int, int], float]) -> None:
        self._ask = ask
        self._pairs = np.full(PLACES, -1, np.int64)
        self._weights = np.zeros(PLACES)

    def of(self, a: Numbers, b: Numbers) -> Odds:
        """The weight for each pair."""
        pairs = (np.minimum(a, b) << HALF) | np.maximum(a, b)
        places = ((pairs * MIXER) >> SHIFT) & (PLACES - 1)
        weights: Odds = self._weights[places]
        missing = np.flatnonzero(self._pairs[places] != pairs)
        if missing.size:
            weights[missing] = self._asked(pairs[missing], places[missing])
        return weights

    def _asked(self, pairs: Numbers, places: Numbers) -> Odds:
        each, first, at = np.unique(pairs, return_index=True, return_inverse=True)
        low = (1 << int(HALF)) - 1
        weights = np.array([self._ask(pair >> int(HALF), pair & low) for pair in each.tolist()])
        self._pairs[places[first]] = each
        self._weights[places[first]] = weights
        spread: Odds = weights[at]
        return spread
