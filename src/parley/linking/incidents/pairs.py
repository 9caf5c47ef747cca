"""How likely two accounts are of one happening, and why."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from parley.linking.incidents.accounts import Account
from parley.linking.incidents.grounds import across, within
from parley.linking.incidents.grounds_base import Ground, shown
from parley.record import Reason

__all__ = ["Judge", "Table", "Weights", "judge", "judge_of", "probability"]

Table = Mapping[str, Mapping[str, float]]
"""By feature and level, what each adds to the log-odds; a level that is not there adds nothing."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`prior` is the log-odds of two accounts of which nothing is known."""

    prior: float
    table: Table = field(default_factory=dict)
    flat: Mapping[tuple[str, str], float] = field(init=False)
    """The table by feature and level at once."""

    def __post_init__(self) -> None:
        flat = {(feature, level): weight for feature, levels in self.table.items() for level, weight in levels.items()}
        object.__setattr__(self, "flat", flat)

    def of(self, grounds: Sequence[Ground]) -> float:
        """The log-odds."""
        weight, total = self.flat.get, 0.0
        for feature, level, _ in grounds:
            total += weight((feature, level), 0.0)
        return self.prior + total


@dataclass(frozen=True, slots=True)
class Judge:
    """Compares the accounts of one report (`inside`) and those of several (`between`)."""

    inside: Weights
    between: Weights

    def odds(self, a: Account, b: Account) -> float:
        """The log-odds that two accounts are of one happening; it does not matter which comes first."""
        compare, weights = self._how(a, b)
        return weights.of(compare(a, b))

    def reasons(self, a: Account, b: Account) -> tuple[Reason, ...]:
        """What the log-odds are made of, the weightiest first."""
        compare, weights = self._how(a, b)
        told = [
            Reason(ground.feature, f"{ground.level}: {shown(ground.detail)}" if ground.detail else ground.level, weight)
            for ground in compare(a, b)
            if (weight := weights.table.get(ground.feature, {}).get(ground.level, 0.0))
        ]
        prior = Reason("prior", "any two accounts", weights.prior)
        return (*sorted(told, key=lambda reason: (-abs(reason.weight), reason.feature)), prior)

    def _how(self, a: Account, b: Account) -> tuple[Callable[[Account, Account], list[Ground]], Weights]:
        return (within, self.inside) if a.report == b.report else (across, self.between)


@cache
def judge() -> Judge:
    """The one with the weights that Parley ships (`weights.toml`)."""
    return judge_of(files("parley.linking.incidents").joinpath("weights.toml").read_text("utf-8"))


def judge_of(text: str) -> Judge:
    """The one with the weights of a TOML text: `inside` and `between`, each with a prior and a table a feature."""
    told = tomllib.loads(text)
    return Judge(_weights(told["inside"]), _weights(told["between"]))


def _weights(told: Mapping[str, float | Mapping[str, float]]) -> Weights:
    table = {feature: levels for feature, levels in told.items() if isinstance(levels, Mapping)}
    prior = told["prior"]
    assert not isinstance(prior, Mapping)
    return Weights(prior, table)


def probability(odds: float) -> float:
    """Of log-odds."""
    return 1 / (1 + math.exp(-odds))
