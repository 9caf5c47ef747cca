"""Every version of every slot of an incident, with those who claim it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.linking.casting import Casting
from parley.record import Event, Evidence, Figure, Place, Point, Reading, Ref, Report, Version

__all__ = ["Telling", "chosen", "point_of", "slots"]

SLOTS = ("type", "actors", "recipients", "place", "when", "killed", "injured", "held")


@dataclass(frozen=True, slots=True)
class Telling:
    """One event of an incident, its reading, and who claims it."""

    ref: Ref
    reading: Reading
    evidence: Evidence

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.reading.events[self.ref.index]


def slots(told: Sequence[Telling], casting: Casting) -> dict[str, tuple[Version, ...]]:
    """The versions of each slot of which anything is told; those that most origins give come first."""
    gathered: dict[str, dict[str, list[Evidence]]] = {slot: defaultdict(list) for slot in SLOTS}
    for one in told:
        for slot, value in _values(one, casting):
            if one.evidence not in gathered[slot][value]:
                gathered[slot][value].append(one.evidence)
    return {slot: _versions(found) for slot, found in gathered.items() if found}


def _versions(found: Mapping[str, Sequence[Evidence]]) -> tuple[Version, ...]:
    versions = [Version(value, tuple(evidence)) for value, evidence in found.items()]
    return tuple(sorted(versions, key=lambda one: (-len(one.origins), -len(one.evidence), one.value)))


def _values(one: Telling, casting: Casting) -> Iterator[tuple[str, str]]:
    event, report = one.event, one.reading.report
    yield "type", event.type
    for slot, parties in (("actors", event.actors), ("recipients", event.recipients)):
        for party in parties:
            yield slot, casting.of(report.id, party.actor)
    for place in event.place:
        yield "place", _place(place, report)
    for when in event.when:
        if when.date:
            yield "when", when.date
    for slot, figures in (("killed", event.killed), ("injured", event.injured), ("held", event.held)):
        yield from ((slot, value) for value in map(_figure, figures) if value)


def _place(place: Place, report: Report) -> str:
    """Its name in the gazetteer, else the report's words."""
    return place.name or place.span.quote(report)


def point_of(told: Iterable[Telling], name: str | None) -> Point | None:
    """Where the place of that name lies: as the surest telling has it, the first id among equals."""
    found = [
        (-place.confidence, place.id, Point(place.id, place.latitude, place.longitude, place.precision, place.country))
        for one in told
        for place in one.event.place
        if _place(place, one.reading.report) == name
        if place.id and place.latitude is not None and place.longitude is not None and place.precision is not None
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def _figure(figure: Figure) -> str | None:
    """12, 12+, up to 12, 10–12; None for words without a number."""
    low, high = figure.low, figure.high
    if low is None:
        return None if high is None else f"up to {high}"
    return f"{low}+" if high is None else str(low) if low == high else f"{low}–{high}"


def chosen(versions: Iterable[Version]) -> str | None:
    """What most origins give, the first in the alphabet among equals; None where nothing is told."""
    counts = Counter({version.value: len(version.origins) for version in versions})
    return min(counts, key=lambda value: (-counts[value], value), default=None)
