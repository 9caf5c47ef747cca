"""Violence in which those who talk take part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parley.exports.record_desk import earliest
from parley.exports.record_incidents import told_of
from parley.record import Evidence, Incident, Talks
from parley.web.index import Index
from parley.web.timelines.window import days_of

__all__ = ["Blow", "blows_of", "incidents_of", "place_of"]


@dataclass(frozen=True, slots=True)
class Blow:
    """An incident where it is drawn, with how many were killed; 0 where nobody is told to have been."""

    first: date
    last: date
    low: int
    best: int
    high: int
    incident: Incident


def incidents_of(talks: Talks, index: Index) -> list[Incident]:
    """Attacks, and whatever people were hurt in, with a side of the talks in it and with nobody whose talks with it are
    others; and those of no known side that are told of beside these talks."""
    elsewhere = {side for one in index.talks.values() for side in one.sides} - {*talks.sides}
    ours = {one.id: one for side in talks.sides for one in index.incidents_with.get(side, ())}
    found = {id_: one for id_, one in ours.items() if elsewhere.isdisjoint(one.sides)}
    found |= {one.id: one for one in _beside(talks, index) if not one.sides}
    kept = (one for one in found.values() if one.kind == "attack" or one.tolls)
    return sorted(kept, key=lambda one: (one.when or "~", one.id))


def _beside(talks: Talks, index: Index) -> Iterator[Incident]:
    reports = {place.ref.report for claim in index.claims.get(talks.id, ()) for place in claim.evidence}
    return (one for report in sorted(reports) for one in index.incidents_in.get(report, ()))


def blows_of(incidents: Sequence[Incident], most: int) -> list[Blow]:
    """Those of a day, in the order of the days; of too many those with most killed."""
    dated = [_blow(one, *days) for one in incidents if (days := days_of(one))]
    worst = sorted(dated, key=lambda one: -one.high)[:most]
    return sorted(worst, key=lambda one: (one.first, one.incident.id))


def _blow(incident: Incident, first: date, last: date) -> Blow:
    toll = incident.tolls.get("killed")
    told = [one for one in (toll.low, toll.best, toll.high) if one is not None] if toll else []
    low, high = min(told, default=0), max(told, default=0)
    best = toll.best if toll and toll.best is not None else high
    return Blow(first, last, low, best, high, incident)


def place_of(incident: Incident) -> Evidence | None:
    """Where it is told: of those who say how many were killed the first, else the first of all."""
    counted = [one for version in incident.slots.get("killed", ()) for one in version.evidence]
    return next(iter(earliest(counted) or earliest(told_of(incident))), None)
