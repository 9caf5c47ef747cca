"""Incidents against links.yaml; docs/linking.md has the protocol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from benchmarks.links.match import Match
from benchmarks.tally import Row
from parley.record import Incident, Ref


def score(match: Match, made: Sequence[Incident], *, strict: bool = False) -> Row:
    """B-cubed over the events that stand under `incidents`.

    One that the reader missed has recall 0 and no precision. An annotated event that stands in no annotated incident
    counts against the precision of those it is put with; events that only the reader sees count for nothing. What
    links.yaml leaves to a person (`possibly_same`, `part_of`) counts neither for nor against, unless `strict`.
    """
    entries = match.links["incidents"]
    gold = {told: entry["id"] for entry in entries for told in entry["members"]}
    left = {} if strict else _left_open(entries)
    at = {ref: incident.id for incident in made for ref in incident.members}
    found = {told: at[ref] for told, ref in _annotated(match, gold).items() if ref in at}
    mine, theirs = _gathered(gold), _gathered(found)
    open_to = {name: {told for other in left.get(name, ()) for told in mine[other]} for name in mine}
    precisions, recalls = [], [0.0] * (len(gold) - len(found.keys() & gold.keys()))
    for told in found.keys() & gold.keys():
        here, there = mine[gold[told]], theirs[found[told]] - open_to[gold[told]]
        precisions.append(len(here & there) / len(there))
        recalls.append(len(here & there) / len(here))
    precision, recall = (sum(each) / max(1, len(each)) for each in (precisions, recalls))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    p, r, f = (round(100 * value, 1) for value in (precision, recall, f1))
    return {"p": p, "r": r, "f1": f, "gold": len(gold), "system": len(made)}


def _left_open(entries: Sequence[Mapping[str, str]]) -> Mapping[str, set[str]]:
    """By incident those that it may be one with or a part of, as a person has to decide."""
    pairs = [(e["id"], e[field]) for e in entries for field in ("possibly_same", "part_of") if field in e]
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in pairs:
        found[one].add(other)
        found[other].add(one)
    return found


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
