"""The scores of coreference that the CoNLL-2012 task averages: MUC, B-cubed and CEAF over entities.

Both sides must hold the same mentions; clusters of one mention count (they do nothing in MUC). Formulas: Vilain et al.
1995, Bagga and Baldwin 1998, Luo 2005 (phi 4); the mean is that of Pradhan et al. 2012.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Clusters = Sequence[frozenset[Hashable]]


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def conll(gold: Clusters, system: Clusters) -> dict[str, Score | float]:
    """All three, and the mean of their F1; raises ValueError where the two hold different mentions."""
    if frozenset().union(*gold) != frozenset().union(*system):
        raise ValueError("the clusters do not hold the same mentions")
    found = {"muc": muc(gold, system), "b3": b3(gold, system), "ceafe": ceafe(gold, system)}
    return {**found, "conll": sum(score.f1 for score in found.values()) / len(found)}


def muc(gold: Clusters, system: Clusters) -> Score:
    """By links: how many are missing to hold each cluster together."""
    return Score(_links(system, gold), _links(gold, system))


def _links(these: Clusters, those: Clusters) -> float:
    at = _places(those)
    needed = sum(len(cluster) - 1 for cluster in these)
    missing = sum(len({at[mention] for mention in cluster}) - 1 for cluster in these)
    return (needed - missing) / needed if needed else 0.0


def b3(gold: Clusters, system: Clusters) -> Score:
    """By mentions: the share of each one's cluster that is right."""
    return Score(_shares(system, gold), _shares(gold, system))


def _shares(these: Clusters, those: Clusters) -> float:
    at = _places(those)
    total = sum(len(cluster) for cluster in these)
    return sum(len(cluster & those[at[one]]) / len(cluster) for cluster in these for one in cluster) / total


def ceafe(gold: Clusters, system: Clusters) -> Score:
    """By entities: the best one-to-one matching of clusters by how much they share."""
    shared = sum(_best(block) for block in _blocks(gold, system))
    return Score(shared / len(system), shared / len(gold))


def _places(clusters: Clusters) -> dict[Hashable, int]:
    return {mention: number for number, cluster in enumerate(clusters) for mention in cluster}


def _blocks(gold: Clusters, system: Clusters) -> Iterable[list[list[float]]]:
    """The likeness of gold and system clusters, taken apart where nothing is shared."""
    at = _places(system)
    touch = {number: {at[one] for one in cluster} for number, cluster in enumerate(gold)}
    holders: Mapping[int, set[int]] = defaultdict(set)
    for number, others in touch.items():
        for other in others:
            holders[other].add(number)
    left = set(touch)
    while left:
        rows, columns = _block(min(left), touch, holders)
        left -= rows
        yield [[_phi(gold[row], system[column]) for column in sorted(columns)] for row in sorted(rows)]


def _block(start: int, touch: Mapping[int, set[int]], holders: Mapping[int, set[int]]) -> tuple[set[int], set[int]]:
    rows, columns, waiting = {start}, set[int](), [start]
    while waiting:
        fresh = touch[waiting.pop()] - columns
        columns |= fresh
        more = {row for column in fresh for row in holders[column]} - rows
        rows |= more
        waiting.extend(more)
    return rows, columns


def _phi(one: frozenset[Hashable], other: frozenset[Hashable]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _best(values: Sequence[Sequence[float]]) -> float:
    """The greatest sum of values of which no two share a row or a column (shortest augmenting paths)."""
    rows = values if len(values) <= len(values[0]) else [list(column) for column in zip(*values, strict=True)]
    width = len(rows[0])
    owner: list[int | None] = [None] * width
    row_price, column_price = [0.0] * len(rows), [0.0] * width
    for row in range(len(rows)):
        _augment(row, rows, owner, row_price, column_price)
    return sum(rows[row][column] for column, row in enumerate(owner) if row is not None)


def _augment(
    start: int,
    rows: Sequence[Sequence[float]],
    owner: list[int | None],
    row_price: list[float],
    column_price: list[float],
) -> None:
    """Give one more row a column, moving others where that is cheaper (costs are the values, negated)."""
    width = len(owner)
    distance, before, done = [float("inf")] * width, [-1] * width, set[int]()
    row, reached, column = start, 0.0, -1
    while True:
        for to in range(width):
            slack = reached - rows[row][to] - row_price[row] - column_price[to]
            if to not in done and slack < distance[to]:
                distance[to], before[to] = slack, column
        column = min((to for to in range(width) if to not in done), key=lambda to: distance[to])
        reached = distance[column]
        done.add(column)
        holder = owner[column]
        if holder is None:
            break
        row = holder
    row_price[start] += reached
    for to in done:
        change = reached - distance[to]
        column_price[to] -= change
        held = owner[to]
        if held is not None:
            row_price[held] += change
    while column >= 0:
        previous = before[column]
        owner[column] = owner[previous] if previous >= 0 else start
        column = previous
