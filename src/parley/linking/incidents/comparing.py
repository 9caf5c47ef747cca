"""Which pairs of accounts are compared, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np

from parley.linking.incidents.accounts import Account, merged
from parley.linking.incidents.blocking import Shelves, touch
from parley.linking.incidents.clustering import FLOOR, NEVER, Pair, average_link
from parley.linking.incidents.pairs import Judge
from parley.linking.incidents.scoring import Scorer

__all__ = ["Comparer"]

AT_ONCE = 1 << 17
"""So many pairs at least are compared together, where there are so many."""


class Comparer:
    """Holds accounts by number, and compares those that may be of one happening."""

    def __init__(self, judge: Judge) -> None:
        self.told: dict[int, Account] = {}
        self._scorer = Scorer(judge)
        self._shelves = Shelves()

    def drop(self, number: int) -> Account:
        """Forget one; its number is given to no other account before `reuse`."""
        self._shelves.drop(number)
        self._scorer.sheet.drop(number)
        return self.told.pop(number)

    def reuse(self) -> None:
        """Numbers of what was dropped may be given to others now."""
        self._scorer.sheet.reuse()

    def add(self, accounts: Iterable[Account], least: float) -> Iterator[tuple[int, Sequence[tuple[int, float]]]]:
        """Take in accounts: of each the number, and those before it that it may be one with, at these log-odds."""
        numbers: list[int] = []
        beside: list[set[int]] = []
        waiting = 0
        for account in accounts:
            number = self._scorer.sheet.add(account)
            self.told[number] = account
            self._shelves.add(number, account)
            numbers.append(number)
            beside.append(self._shelves.beside(number) - {number})
            waiting += len(beside[-1])
            if waiting >= AT_ONCE:
                yield from self._likely(numbers, beside, least)
                numbers, beside, waiting = [], [], 0
        yield from self._likely(numbers, beside, least)

    def _likely(
        self, numbers: Sequence[int], beside: Sequence[set[int]], least: float
    ) -> Iterator[tuple[int, Sequence[tuple[int, float]]]]:
        sizes = list(map(len, beside))
        mine = np.repeat(np.array(numbers, np.int64), sizes)
        theirs = np.fromiter((other for others in beside for other in others), np.int64, sum(sizes))
        at, odds = self._scorer.odds((mine, theirs), least)
        found: dict[int, list[tuple[int, float]]] = {number: [] for number in numbers}
        for one, other, odd in zip(mine[at].tolist(), theirs[at].tolist(), odds.tolist(), strict=True):
            if touch(self.told[one], self.told[other]):
                found[one].append((other, odd))
        yield from found.items()

    def tellings(self, reports: Sequence[Sequence[Account]]) -> list[list[Account]]:
        """The accounts of each report, those of one happening made one."""
        odds = self.all_odds(reports)
        return [_joined(found, links) for found, links in zip(reports, odds, strict=True)]

    def all_odds(self, groups: Sequence[Sequence[Account]]) -> list[dict[Pair, float]]:
        """The log-odds of all pairs of each group, by their places in it."""
        rows = [[self._scorer.sheet.add(one) for one in group] for group in groups]
        made = self._odds_within(rows)
        for row in (row for group in rows for row in group):
            self._scorer.sheet.drop(row)
        return made

    def links(self, groups: Sequence[Sequence[int]]) -> list[dict[Pair, float]]:
        """Of each group of numbers the log-odds of the pairs that are compared, by their places in it; those at the
        floor are left out."""
        made = self._odds_within(groups)
        return [
            {
                (a, b): odds
                for (a, b), odds in found.items()
                if (odds > FLOOR or odds <= NEVER) and self._are_compared(group[a], group[b])
            }
            for group, found in zip(groups, made, strict=True)
        ]

    def _are_compared(self, one: int, other: int) -> bool:
        return self._shelves.meet(one, other) and touch(self.told[one], self.told[other])

    def _odds_within(self, groups: Sequence[Sequence[int]]) -> list[dict[Pair, float]]:
        places = [list(combinations(range(len(group)), 2)) for group in groups]
        mine, theirs = (
            np.array([group[pair[side]] for group, pairs in zip(groups, places, strict=True) for pair in pairs], int)
            for side in (0, 1)
        )
        odds = iter(self._scorer.odds((mine, theirs))[1].tolist())
        return [dict(zip(pairs, odds, strict=False)) for pairs in places]


def _joined(found: Sequence[Account], links: dict[Pair, float]) -> list[Account]:
    return [merged([found[i] for i in group]) for group in average_link(range(len(found)), links)]
