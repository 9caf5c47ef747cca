"""Accounts as rows of numbers: what a question rests on is one number for all accounts that tell the same."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np

from parley.linking.incidents.accounts import Account
from parley.linking.incidents.answers import Numbers
from parley.linking.incidents.bags import Bags
from parley.linking.incidents.grounds_base import Likeness, Question

__all__ = ["Sheet"]

SILENT = 0
"""The number of what says nothing: the answer is no ground, whatever the other tells."""


class _Parts:
    """What accounts tell about one question, by number, each with an account that tells it."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.told: list[Account | None] = [None]
        self.bags = Bags() if isinstance(question, Likeness) else None
        if self.bags:
            self.bags.add(())
        self._numbers: dict[Hashable, int] = {None: SILENT}

    def number(self, account: Account) -> int:
        part = self.question.part(account)
        number = self._numbers.get(part)
        if number is None:
            number = self._numbers[part] = len(self.told)
            self.told.append(account)
            if self.bags:
                self.bags.add(self._words(account))
        return number

    def _words(self, account: Account) -> frozenset[str]:
        return (self.question.part(account) if isinstance(self.question, Likeness) else None) or frozenset()


class Sheet:
    """Rows of accounts; the rows of those that are dropped are used again, not before `reuse`."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.parts = {one.feature: _Parts(one) for one in questions}
        self._columns = {one.feature: column for column, one in enumerate(questions)}
        self._table = np.zeros((len(questions) + 1, 1 << 6), np.int64)
        self._reports: dict[str, int] = {}
        self._free: list[int] = []
        self._left: list[int] = []
        self._used = 0

    def add(self, account: Account) -> int:
        """Gives its row."""
        row = self._free.pop() if self._free else self._next()
        numbers = [parts.number(account) for parts in self.parts.values()]
        self._table[:, row] = [*numbers, self._reports.setdefault(account.report, len(self._reports))]
        return row

    def drop(self, row: int) -> None:
        """Take an account off."""
        self._left.append(row)

    def reuse(self) -> None:
        """Rows of what was dropped may be given to others now."""
        self._free += self._left
        self._left.clear()

    def column(self, feature: str) -> Numbers:
        """What all rows tell about one question."""
        told: Numbers = self._table[self._columns[feature]]
        return told

    @property
    def reports(self) -> Numbers:
        """The number of the report of each row."""
        told: Numbers = self._table[-1]
        return told

    def _next(self) -> int:
        self._used += 1
        if self._used > self._table.shape[1]:
            self._table = np.concatenate((self._table, np.zeros_like(self._table)), axis=1)
        return self._used - 1
