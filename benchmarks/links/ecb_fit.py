"""Fit the weights of the pair scorer for ECB+ on its training topics, by logistic regression.

python -m benchmarks.links.ecb_fit [FOLDER] > benchmarks/links/ecb_weights.toml

Pairs of one text are all used; of pairs across texts, for every second event, all that are one and a tenth of the
others, which count tenfold. The priors are then moved by what does best on the development topics (INSIDE, BETWEEN).
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.links.ecb import FOLDER
from benchmarks.links.ecb_texts import TRAIN, Text, texts
from parley.linking.casting import cast
from parley.linking.incidents.accounts import Account, accounts
from parley.linking.incidents.blocking import Shelves, touch
from parley.linking.incidents.grounds import across, within
from parley.linking.incidents.grounds_base import Ground

INSIDE, BETWEEN = 0.5, 1.0
"""What is added to the fitted priors."""
RIDGE = 2.0
"""The penalty on squared weights (halved)."""
ROUNDS = 30
TENTH = 10


@dataclass(frozen=True, slots=True)
class Pair:
    """What speaks for and against, whether the two are one, and how often the pair counts."""

    grounds: Sequence[Ground]
    one: bool
    times: float = 1.0


Told = Sequence[tuple[Account, str]]
"""Accounts with their gold clusters."""


def told(given: Sequence[Text]) -> Told:
    """The accounts of all texts."""
    casting = cast([text.reading for text in given])
    return [
        (account, text.clusters[account.refs[0].index]) for text in given for account in accounts(text.reading, casting)
    ]


def inside(given: Told) -> Iterator[Pair]:
    """The pairs of one text."""
    by_report: dict[str, list[tuple[Account, str]]] = {}
    for account, cluster in given:
        by_report.setdefault(account.report, []).append((account, cluster))
    for here in by_report.values():
        for (a, one), (b, other) in combinations(here, 2):
            yield Pair(within(a, b), one == other)


def between(given: Told) -> Iterator[Pair]:
    """Pairs of two texts, as blocking brings them together."""
    chance, shelves = random.Random(0), Shelves()
    for number, (account, cluster) in enumerate(given):
        shelves.add(number, account)
        for at in sorted(shelves.beside(number)) if number % 2 == 0 else ():
            other, its = given[at]
            if at == number or not touch(account, other):
                continue
            if other.report != account.report and (cluster == its or chance.random() < 1 / TENTH):
                yield Pair(across(account, other), cluster == its, 1.0 if cluster == its else TENTH)


def fit(pairs: Sequence[Pair]) -> tuple[float, dict[tuple[str, str], float]]:
    """Prior and weights, by Newton's method."""
    names = sorted({(ground.feature, ground.level) for pair in pairs for ground in pair.grounds})
    column = {name: at + 1 for at, name in enumerate(names)}
    table = np.zeros((len(pairs), len(names) + 1))
    table[:, 0] = 1
    for row, pair in enumerate(pairs):
        table[row, [column[ground.feature, ground.level] for ground in pair.grounds]] = 1
    one, times = np.array([pair.one for pair in pairs]), np.array([pair.times for pair in pairs])
    ridge = np.diag([0.0] + [RIDGE] * len(names))
    weights = np.zeros(len(names) + 1)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (times * (one - chance)) - ridge @ weights
        bend = (table * (times * chance * (1 - chance))[:, None]).T @ table + ridge
        weights += np.linalg.solve(bend, slope)
    return float(weights[0]), {name: float(weights[at]) for name, at in column.items()}


def written(name: str, pairs: Sequence[Pair], more: float) -> Iterator[str]:
    """One part of the file of weights."""
    prior, weights = fit(pairs)
    yield f"\n[{name}]\nprior = {prior + more:.2f}"
    for feature in sorted({feature for feature, _ in weights}):
        yield f'[{name}."{feature}"]'
        yield from (f'"{level}" = {weight:.2f}' for (of, level), weight in weights.items() if of == feature)


def main() -> None:
    """The command."""
    given = told(texts(Path(sys.argv[1]) if sys.argv[1:] else FOLDER, TRAIN))
    print("# Weights of the pair scorer for ECB+, fitted by benchmarks/links/ecb_fit.py on the training topics.")
    print("\n".join(written("inside", list(inside(given)), INSIDE)))
    print("\n".join(written("between", list(between(given)), BETWEEN)))


if __name__ == "__main__":
    main()
