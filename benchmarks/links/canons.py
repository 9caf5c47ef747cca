"""Who is who across reports, against the `actors` of links.yaml: B-cubed over the pairs of report and actor there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping


def b_cubed(gold: Mapping[Hashable, Hashable], system: Mapping[Hashable, Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1 in points over the things that both know (Bagga and Baldwin 1998)."""
    shared = [thing for thing in gold if thing in system]
    mine, theirs = defaultdict(set), defaultdict(set)
    for thing in shared:
        mine[gold[thing]].add(thing)
        theirs[system[thing]].add(thing)
    both = [(len(mine[gold[t]] & theirs[system[t]]), len(theirs[system[t]]), len(mine[gold[t]])) for t in shared]
    precision = sum(hit / made for hit, made, _ in both) / max(1, len(shared))
    recall = sum(hit / meant for hit, _, meant in both) / max(1, len(shared))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return round(100 * precision, 1), round(100 * recall, 1), round(100 * f1, 1)
