"""Hits among what was annotated and what was found, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Row = Mapping[str, float]
"""One line of a table: "p", "r", "f1", "gold" and "system", or "accuracy" and "of"; percentages with one decimal."""


@dataclass(slots=True)
class Tally:
    """Counts for precision and recall."""

    hits: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    system: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, hits: int, gold: int, system: int) -> None:
        """Count one more report's share."""
        self.hits[name] += hits
        self.gold[name] += gold
        self.system[name] += system

    def row(self, name: str) -> Row:
        """Precision, recall and F1."""
        precision = ratio(self.hits[name], self.system[name])
        recall = ratio(self.hits[name], self.gold[name])
        return {
            "p": percent(precision),
            "r": percent(recall),
            "f1": percent(harmonic(precision, recall)),
            "gold": self.gold[name],
            "system": self.system[name],
        }

    def macro(self) -> Row:
        """The mean F1 of all names that occur in what was annotated."""
        rows = [self.row(name)["f1"] for name, count in self.gold.items() if count]
        return {"f1": round(sum(rows) / max(1, len(rows)), 1)}


@dataclass(slots=True)
class Accuracy:
    """Right answers among those that were asked for, by name."""

    right: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: bool) -> None:
        """Count one answer."""
        self.right[name] += right
        self.asked[name] += 1

    def row(self, name: str) -> Row:
        """The share of right answers."""
        return {"accuracy": percent(ratio(self.right[name], self.asked[name])), "of": self.asked[name]}


@dataclass(slots=True)
class BCubed:
    """How well spans are clustered, over the spans that both have."""

    precision: float = 0.0
    recall: float = 0.0
    spans: int = 0

    def add(self, gold: Mapping[tuple[int, ...], str], system: Mapping[tuple[int, ...], str | None]) -> None:
        """Count the shared spans of one report."""
        shared = gold.keys() & system.keys()
        for span in shared:
            like_gold = {other for other in shared if gold[other] == gold[span]}
            like_system = {other for other in shared if system[other] == system[span]}
            both = len(like_gold & like_system)
            self.precision += both / len(like_system)
            self.recall += both / len(like_gold)
            self.spans += 1

    def row(self) -> Row:
        """Their F1."""
        return {"f1": percent(harmonic(ratio(self.precision, self.spans), ratio(self.recall, self.spans)))}


def ratio(part: float, whole: float) -> float:
    """A share; nothing of nothing is none."""
    return part / whole if whole else 0.0


def harmonic(precision: float, recall: float) -> float:
    """F1."""
    return ratio(2 * precision * recall, precision + recall)


def percent(share: float) -> float:
    """With one decimal, as all tables print it."""
    return round(100 * share, 1)


def macro_f1(gold: Iterable[str], system: Iterable[str]) -> float:
    """The mean F1 of the classes that occur on either side, unrounded, as scikit-learn has it."""
    tally = Tally()
    for wanted, found in zip(gold, system, strict=True):
        tally.add(wanted, wanted == found, 1, 0)
        tally.add(found, 0, 0, 1)
    names = tally.gold.keys() | tally.system.keys()
    scores = [ratio(2 * tally.hits[name], tally.gold[name] + tally.system[name]) for name in names]
    return ratio(sum(scores), len(scores))
