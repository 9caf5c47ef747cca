"""Which things are one, by what speaks for each pair."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence

__all__ = ["CEILING", "FLOOR", "Pair", "average_link"]

FLOOR, CEILING = -4.0, 5.0
"""Log-odds count no further than this; a pair that was not compared counts as the floor."""
NEVER = -8.0
"""A pair with log-odds down to this keeps the groups of the two apart, whatever speaks for the others."""
APART = -1e6

Pair = tuple[int, int]
"""Two numbers, the smaller first."""


def average_link(things: Sequence[int], links: Mapping[Pair, float]) -> list[list[int]]:
    """Join the two groups whose pairs are on average the likeliest to be one, as long as that is more likely than not.

    Among equals those with the smallest numbers go first, so that the order of `things` does not matter.
    """
    groups = {thing: [thing] for thing in sorted(things)}
    sums = {pair: _bound(odds) - FLOOR for pair, odds in links.items() if pair[0] in groups and pair[1] in groups}
    near: dict[int, set[int]] = {thing: set() for thing in groups}
    for a, b in sums:
        near[a].add(b)
        near[b].add(a)
    queue = [(-_mean(total, 1), a, b, 1, 1) for (a, b), total in sums.items() if _mean(total, 1) > 0]
    heapq.heapify(queue)
    while queue:
        _, a, b, size_a, size_b = heapq.heappop(queue)
        if a not in groups or b not in groups or (len(groups[a]), len(groups[b])) != (size_a, size_b):
            continue  # one of them has been joined to something since
        groups[a] += groups.pop(b)
        _join(a, b, sums, near)
        for other in near[a]:
            pair = (min(a, other), max(a, other))
            sizes = len(groups[pair[0]]), len(groups[pair[1]])
            mean = _mean(sums[pair], sizes[0] * sizes[1])
            if mean > 0:
                heapq.heappush(queue, (-mean, *pair, *sizes))
    return [sorted(group) for group in groups.values()]


def _bound(odds: float) -> float:
    return min(CEILING, max(FLOOR, odds)) if odds > NEVER else APART


def _mean(total: float, pairs: int) -> float:
    """The average log-odds of so many pairs, of which `total` lies over the floor."""
    return total / pairs + FLOOR


def _join(a: int, b: int, sums: dict[Pair, float], near: dict[int, set[int]]) -> None:
    """Add what speaks for b to what speaks for a."""
    for other in near.pop(b):
        near[other].discard(b)
        total = sums.pop((min(b, other), max(b, other)))
        if other != a:
            pair = (min(a, other), max(a, other))
            sums[pair] = sums.get(pair, 0.0) + total
            near[a].add(other)
            near[other].add(a)
