"""Which lines of a record are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from parley.exports.record_desk import Desk
from parley.record import Demand, Dispute, Evidence, Incident, StatusClaim

__all__ = ["Facets", "Filter", "of_claim", "of_demand", "of_dispute", "of_incident"]


@dataclass(frozen=True, slots=True)
class Facets:
    """What a line can be asked for by: its kinds, all who take part or speak, its talks, the days that it is of (ISO
    dates or intervals), and what it rests on."""

    kinds: frozenset[str]
    people: frozenset[str]
    talks: str | None
    days: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is asked for; what is None is not asked. Names may be given in part and in small letters."""

    talks: str | None = None
    actor: str | None = None
    side: str | None = None
    outlet: str | None = None
    kind: str | None = None
    since: date | None = None
    until: date | None = None
    origins: int = 1

    def keeps(self, facets: Facets, desk: Desk) -> bool:
        """Whether a line is asked for."""
        return (
            len({one.origin for one in facets.evidence}) >= self.origins
            and self._of_talks(facets, desk)
            and self.of_kind(facets)
            and (self.actor is None or any(_named(self.actor, one, desk) for one in facets.people))
            and (self.side is None or any(_on_side(self.side, one, desk) for one in facets.people))
            and (self.outlet is None or self._of_outlet(self.outlet, facets, desk))
            and self.in_time(facets)
        )

    def of_kind(self, facets: Facets) -> bool:
        """Whether one of its kinds is that asked for."""
        return self.kind is None or any(self.kind.casefold() in kind.casefold() for kind in facets.kinds)

    def in_days(self, day: date | None) -> bool:
        """Whether a day is one of those asked for; an unknown one is where none were."""
        if self.since is None and self.until is None:
            return True
        return day is not None and (self.since or date.min) <= day <= (self.until or date.max)

    def of_talks(self, talks: str | None, desk: Desk) -> bool:
        """Whether talks are those asked for, by id or name."""
        if self.talks is None:
            return True
        known = desk.talks(talks) if talks else None
        asked = _words(self.talks)
        return talks is not None and (self.talks in talks or asked <= _words(known.name if known else talks))

    def _of_talks(self, facets: Facets, desk: Desk) -> bool:
        return self.of_talks(facets.talks, desk)

    def _of_outlet(self, outlet: str, facets: Facets, desk: Desk) -> bool:
        return any(outlet.casefold() in name.casefold() for name in desk.outlets(facets.evidence))

    def in_time(self, facets: Facets) -> bool:
        """Whether one of its days is asked for: an incident in May that was told of in June is one of May."""
        if self.since is None and self.until is None:
            return True
        first, last = (self.since or date.min).isoformat(), (self.until or date.max).isoformat()
        return any(_begins(day) <= last and _ends(day) >= first for day in facets.days)


def _begins(iso: str) -> str:
    return iso.partition("/")[0]


def _ends(iso: str) -> str:
    """The last day, or what comes after all days of a month or a year that is told without them."""
    last = iso.rpartition("/")[2]
    return "9999" if last == ".." else f"{last}~"


def _words(text: str) -> set[str]:
    return {word for word in text.casefold().replace("–", " ").replace("-", " ").split() if word}


def _named(asked: str, actor: str, desk: Desk) -> bool:
    known = desk.record.actors.get(actor)
    names = (actor, known.name, *known.names, known.country or "") if known else (actor,)
    return any(asked.casefold() in name.casefold() for name in names)


def _on_side(asked: str, actor: str, desk: Desk) -> bool:
    """Whether the side is called so, or the state that it rules."""
    return any(_named(asked, side, desk) for side in {desk.side(actor), desk.side_in_talks(actor)})


def of_incident(incident: Incident) -> Facets:
    """An incident: of the day on which it was, or where that is not told, those on which it was told."""
    told = tuple({one.ref: one for each in incident.slots.values() for v in each for one in v.evidence}.values())
    parties = {v.value for slot in ("actors", "recipients") for v in incident.slots.get(slot, ())}
    days = (incident.when,) if incident.when else tuple(_days(told))
    return Facets(
        frozenset((incident.kind, *(version.value for version in incident.slots.get("type", ())))),
        frozenset((*incident.sides, *parties, *_speakers(told))),
        None,
        days,
        told,
    )


def of_claim(claim: StatusClaim) -> Facets:
    """A claim: of the day on which it was made."""
    people = frozenset(one.id for one in claim.claimants)
    return Facets(frozenset((claim.track, claim.state)), people, claim.talks, tuple(_iso(claim.day)), claim.evidence)


def of_demand(demand: Demand) -> Facets:
    """A demand: of the days on which it moved."""
    told = tuple(one for move in demand.moves for one in move.evidence)
    days = tuple(day for move in demand.moves for day in _iso(move.day))
    people = frozenset((*demand.by, *demand.to, *_speakers(told)))
    return Facets(
        frozenset((demand.kind, *(move.kind for move in demand.moves[-1:]))), people, demand.talks, days, told
    )


def of_dispute(dispute: Dispute, about: Facets | None, talks: str | None = None) -> Facets:
    """A dispute: of the days on which its values were told, and of the people of what it is about."""
    told = tuple(one for version in dispute.versions for one in version.evidence)
    people = frozenset((*_speakers(told), *(about.people if about else ())))
    kinds = frozenset((dispute.slot, dispute.kind, *(about.kinds if about else ())))
    return Facets(kinds, people, talks or (about.talks if about else None), tuple(_days(told)), told)


def _speakers(told: Iterable[Evidence]) -> Iterator[str]:
    return (one.claimant.id for one in told)


def _days(told: Iterable[Evidence]) -> Iterator[str]:
    return (day for one in told for day in _iso(one.day))


def _iso(day: date | None) -> Iterator[str]:
    if day:
        yield day.isoformat()
