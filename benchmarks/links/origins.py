"""Origins, against the `origins` and `related` of links.yaml (docs/linking.md, origins, has the protocol)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from benchmarks.links.copies import Pair, pairs, prf
from parley.record import Origin, Related

__all__ = ["main_pairs", "passage_pairs", "related_pairs", "score"]

Entry = Mapping[str, object]


def score(record: Sequence[Origin], gold_links: Mapping[str, Sequence[Entry]]) -> dict[str, float]:
    """Pairs of reports that have one main origin; as information, pairs that have any origin in common.

    Precision, recall and F1 in points."""
    gold = gold_links["origins"]
    meant = pairs(_by(gold, ("origin",)).values())
    meant_also = pairs(_by(gold, ("origin", "also")).values())
    wide = prf(passage_pairs(record), meant_also)
    return {**prf(main_pairs(record), meant), **{f"also {name}": value for name, value in wide.items()}}


def main_pairs(record: Iterable[Origin]) -> set[Pair]:
    """Pairs of reports that rest on one origin as a whole."""
    return pairs(one.reports for one in record)


def passage_pairs(record: Iterable[Origin]) -> set[Pair]:
    """Pairs of reports that rest on one origin at least in a passage."""
    return pairs((*one.reports, *one.also) for one in record)


def related_pairs(record: Iterable[Related]) -> set[Pair]:
    """Pairs of reports whose outlets are related."""
    return pairs(one.reports for one in record)


def _by(gold: Iterable[Entry], fields: Sequence[str]) -> Mapping[str, list[str]]:
    """Reports by the origins that stand in those fields."""
    found: dict[str, list[str]] = defaultdict(list)
    for one in gold:
        for name in (name for field in fields for name in _list(one[field])):
            found[str(name)].append(str(one["report"]))
    return found


def _list(value: object) -> Sequence[object]:
    return value if isinstance(value, Sequence) and not isinstance(value, str) else (value,)
