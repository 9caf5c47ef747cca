"""Near-copies, against the `copies` of links.yaml and against those made by rule (docs/linking.md, copies)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from parley.linking.outlets_credits import alike
from parley.record import Copies

__all__ = ["pairs", "prf", "score"]

Pair = frozenset[str]


def score(record: Sequence[Copies], gold_links: Mapping[str, Sequence[Mapping[str, object]]]) -> dict[str, float]:
    """Precision, recall and F1 over pairs of reports, groups that are exactly those of the links, agencies named right.

    All in points; a pair is right where both reports are in one group."""
    gold = list(gold_links["copies"])
    meant = [frozenset(map(str, _list(one["reports"]))) for one in gold]
    made = [frozenset(one.reports) for one in record]
    named = [
        any(frozenset(one.reports) == group and _is_agency(one.agency, str(entry["agency"])) for one in record)
        for group, entry in zip(meant, gold, strict=True)
    ]
    return {
        **prf(pairs(made), pairs(meant)),
        "exact": 100.0 * sum(group in made for group in meant) / max(1, len(meant)),
        "agency": 100.0 * sum(named) / max(1, len(named)),
    }


def pairs(groups: Iterable[Iterable[str]]) -> set[Pair]:
    """Every two of one group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def prf(made: set[Pair], meant: set[Pair]) -> dict[str, float]:
    """Precision, recall and F1 in points; 100 where nothing is meant and nothing made."""
    hits = len(made & meant)
    precision, recall = hits / len(made) if made else 1.0, hits / len(meant) if meant else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(100 * precision, 1), "recall": round(100 * recall, 1), "f1": round(100 * f1, 1)}


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else ()


def _is_agency(name: str | None, meant: str) -> bool:
    return name is not None and alike(name, meant.replace("-", " ").title())
