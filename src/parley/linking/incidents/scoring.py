"""How likely the two of many pairs of accounts are of one happening: what `Judge.odds` says of each, all at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

import numpy as np
from numpy.typing import NDArray

from parley.linking.incidents.accounts import Account
from parley.linking.incidents.answers import Answers, Numbers, Odds
from parley.linking.incidents.grounds import ACROSS, COMMON, WITHIN
from parley.linking.incidents.grounds_base import UNLIKE, Likeness, Question
from parley.linking.incidents.pairs import Judge, Weights
from parley.linking.incidents.sheet import SILENT, Sheet

__all__ = ["Scorer"]

FIRST = ("days", "type", "trigger", "sides", "wording", "place", "people")
"""What is asked first, since it decides most, or is told soonest."""
SLACK = 1e-6
"""Bounds are sums in another order than the odds, which may differ by their last digits."""
AT_ONCE = 1 << 16
"""So many pairs are compared together."""

Pairs = tuple[Numbers, Numbers]
"""The rows of the one and of the other of each pair."""


class Scorer:
    """Compares accounts by their rows on a sheet."""

    def __init__(self, judge: Judge) -> None:
        self.sheet = Sheet((*ACROSS, *WITHIN[len(COMMON) :]))
        self._inside = _Panel(WITHIN, judge.inside, self.sheet)
        self._between = _Panel(ACROSS, judge.between, self.sheet)

    def odds(self, pairs: Pairs, least: float = -np.inf) -> tuple[Numbers, Odds]:
        """The log-odds of those pairs that have `least` or more, and which of the pairs these are."""
        found = [self._some(pairs, start, least) for start in range(0, len(pairs[0]), AT_ONCE)]
        if not found:
            return np.zeros(0, np.int64), np.zeros(0)
        at, odds = (np.concatenate(each) for each in zip(*found, strict=True))
        return at, odds

    def _some(self, pairs: Pairs, start: int, least: float) -> tuple[Numbers, Odds]:
        a, b = (rows[start : start + AT_ONCE] for rows in pairs)
        same = self.sheet.reports[a] == self.sheet.reports[b]
        parts = [
            panel.odds(a, b, np.flatnonzero(which), least)
            for panel, which in ((self._inside, same), (self._between, ~same))
        ]
        at, odds = (np.concatenate(each) for each in zip(*parts, strict=True))
        order = np.argsort(at)
        return at[order] + start, odds[order]


class _Panel:
    """The questions that are asked of pairs of one sort, and what their answers weigh."""

    def __init__(self, questions: Sequence[Question], weights: Weights, sheet: Sheet) -> None:
        self._sheet = sheet
        self._prior = weights.prior
        self._order = [one.feature for one in questions]
        ahead = [name for name in FIRST if name in self._order]
        self._asked = [*ahead, *(name for name in self._order if name not in ahead)]
        tables = {one.feature: weights.table.get(one.feature, {}) for one in questions}
        self._most = {name: max((0.0, *table.values())) for name, table in tables.items()}
        self._of = {one.feature: _weigher(one, tables[one.feature], sheet) for one in questions}

    def odds(self, a: Numbers, b: Numbers, at: Numbers, least: float) -> tuple[Numbers, Odds]:
        """Of the pairs at these places: those with `least` or more, and their log-odds."""
        a, b = a[at], b[at]
        told: dict[str, Odds] = {}
        hope = self._hope(a, b) if least > -np.inf else None
        for name in self._asked:
            column = self._sheet.column(name)
            told[name] = self._of[name].of(column[a], column[b])
            if hope is not None:
                hope += told[name] - self._at_most(name, a, b)
                keep = np.flatnonzero(hope >= least - SLACK)
                if len(keep) < len(a):
                    a, b, at, hope = a[keep], b[keep], at[keep], hope[keep]
                    told = {one: weights[keep] for one, weights in told.items()}
        odds = self._prior + sum((told[name] for name in self._order), np.zeros(len(a)))
        kept = np.flatnonzero(odds >= least)
        return at[kept], odds[kept]

    def _hope(self, a: Numbers, b: Numbers) -> Odds:
        """What the log-odds can be at most, before anything is asked."""
        most: Odds = self._prior + sum((self._at_most(name, a, b) for name in self._order), np.zeros(len(a)))
        return most

    def _at_most(self, name: str, a: Numbers, b: Numbers) -> Odds:
        column = self._sheet.column(name)
        both: NDArray[np.bool_] = (column[a] != SILENT) & (column[b] != SILENT)
        most: Odds = np.where(both, self._most[name], 0.0)
        return most


def _weigher(question: Question, table: Mapping[str, float], sheet: Sheet) -> Answers | _Likenesses:
    if isinstance(question, Likeness):
        return _Likenesses(question, table, sheet)
    return Answers(partial(_asked, question, table, sheet.parts[question.feature].told))


def _asked(question: Question, table: Mapping[str, float], told: Sequence[Account | None], a: int, b: int) -> float:
    one, other = told[a], told[b]
    return table.get(question.answer(one, other).level, 0.0) if one and other else 0.0


class _Likenesses:
    """The weights of how like the words of two accounts are."""

    def __init__(self, question: Likeness, table: Mapping[str, float], sheet: Sheet) -> None:
        self._bags = sheet.parts[question.feature].bags
        steps = question.steps[::-1]
        self._least = np.array([least for least, _ in steps])
        self._weights = np.array([table.get(level, 0.0) for level in (UNLIKE, *(name for _, name in steps))])

    def of(self, a: Numbers, b: Numbers) -> Odds:
        """The weight for each pair of numbers."""
        assert self._bags
        level = np.searchsorted(self._least, self._bags.dice(a, b), side="right")
        weights: Odds = np.where((a != SILENT) & (b != SILENT), self._weights[level], 0.0)
        return weights
