"""The root code of a marked pair: the PLOVER validation set's test split, as shipped (nothing was trained on it).

A row is a sentence, a source and a target; asked for is the one category of what the source does to the target. The 15
classes are PLOVER's 16 with CONCEDE and RETREAT as one, YIELD; yielding that is only planned is AGREE there.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.tally import Row, macro_f1, percent

YIELDING = frozenset({"CONCEDE", "RETREAT"})


Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class MarkedPair:
    """A sentence, everywhere that its source and its target stand, and the category of what passes between them.

    There is no target where the row names "a recipient" that the sentence does not.
    """

    sentence: str
    source: Spans
    target: Spans
    root: str


@dataclass(frozen=True, slots=True)
class Coded:
    """What the reader takes for the event between the two: our type and reality."""

    type: str
    reality: str


Coder = Callable[[Sequence[MarkedPair]], Sequence[Coded]]
"""Codes all pairs, in order, without a look at their `root`."""


def read_rows(path: Path) -> list[MarkedPair]:
    """The rows of the published file."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            MarkedPair(
                row["sentence"],
                _all(row["source"], row["sentence"]),
                _all(row["target"], row["sentence"]),
                row["gold_root"],
            )
            for row in csv.DictReader(lines, delimiter="\t")
        ]


def _all(words: str, sentence: str) -> Spans:
    return tuple(found.span() for found in re.finditer(re.escape(words), sentence))


def root_of(coded: Coded) -> str:
    """The benchmark's class for a type of ours; talks that go on or fail are consultations there."""
    if coded.type in YIELDING:
        return "AGREE" if coded.reality == "planned" else "YIELD"
    return "CONSULT" if coded.type == "TALKS" else coded.type


def score(rows: Sequence[MarkedPair], code: Coder) -> Row:
    """Macro-F1 over the classes, and accuracy."""
    found = [root_of(coded) for coded in code(rows)]
    right = sum(row.root == root for row, root in zip(rows, found, strict=True))
    macro = macro_f1([row.root for row in rows], found)
    return {"f1": percent(macro), "accuracy": percent(right / len(rows)), "of": len(rows)}
