"""Incidents against links.yaml; docs/linking.md has the protocol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from benchmarks.links.match import Match
from benchmarks.tally import Row
from parley.record import Incident, Ref


def score(match: Match, made: Sequence[Incident]) -> Row:
    """B-cubed over the events that stand under `incidents`.

    One that the reader missed has recall 0 and no precision. An annotated event that stands in no annotated incident
    counts against the precision of those it is put with; events that only the reader sees count for nothing.
    """
    gold = {told: entry["id"] for entry in match.links["incidents"] for told in entry["members"]}
    at = {ref: incident.id for incident in made for ref in incident.members}
    found = {told: at[ref] for told, ref in _annotated(match, gold).items() if ref in at}
    mine, theirs = _gathered(gold), _gathered(found)
    shares = [_share(mine[gold[told]], theirs[found[told]]) if told in found else (None, 0.0) for told in gold]
    precisions = [precision for precision, _ in shares if precision is not None]
    precision = sum(precisions) / max(1, len(precisions))
    recall = sum(recall for _, recall in shares) / max(1, len(shares))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    p, r, f = (round(100 * value, 1) for value in (precision, recall, f1))
    return {"p": p, "r": r, "f1": f, "gold": len(gold), "system": len(made)}


def _annotated(match: Match, gold: Mapping[str, str]) -> dict[str, Ref]:
    """By name the events of the readings that answer annotated ones; those of incidents under their names there."""
    found = {told: ref for told in gold if (ref := match.ref(told))}
    taken = set(found.values())
    for report in match.annotated.values():
        for event in report["events"]:
            if event["trigger"]:
                word = report["text"][slice(*event["trigger"])]
                told = f"{report['id']}:{event['sentence']}:{word}"
                ref = match.ref(told)
                if told not in found and ref and ref not in taken:
                    found[told] = ref
    return found


def _gathered(clusters: Mapping[str, str]) -> Mapping[str, set[str]]:
    members: dict[str, set[str]] = defaultdict(set)
    for told, cluster in clusters.items():
        members[cluster].add(told)
    return members


def _share(gold: set[str], system: set[str]) -> tuple[float, float]:
    both = len(gold & system)
    return both / len(system), both / len(gold)
