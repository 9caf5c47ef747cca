"""The lists of a snapshot with all that they are filtered and ordered by, so that no page works it out again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from parley.exports.record_actors import claimed, facets_of, reports_of
from parley.exports.record_desk import Desk
from parley.exports.record_disputes import talks_of
from parley.exports.record_filter import Facets, Filter, of_demand, of_dispute, of_incident
from parley.exports.record_incidents import told_on
from parley.record import Canon, Demand, Dispute, Incident
from parley.web.sieve import People, Sieve

__all__ = ["Listed", "Listing", "Lists"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Listed(Generic[T]):
    """A thing with what it is found and ordered by: `day` is an ISO date, "" where none is known; `size` says how much
    there is of it, which is another count for every kind of thing; `outlets` tell it."""

    id: str
    thing: T
    facets: Facets
    day: str
    size: int
    origins: int
    outlets: frozenset[str] = frozenset()


_Key = Callable[[Listed[T]], tuple[object, ...]]


class Listing(Generic[T]):
    """All things of one kind, in any of four orders; each order is made once."""

    def __init__(self, things: Iterable[Listed[T]], lists: Lists) -> None:
        self._things = list(things)
        self._lists = lists
        self._orders: dict[str, list[Listed[T]]] = {}

    def chosen(self, asked: Filter, order: str) -> Sequence[Listed[T]]:
        """What is asked for: the newest or oldest first, or those with the most (`size`) or of most origins."""
        if order not in self._orders:
            self._orders[order] = self._ordered(order)
        found = self._orders[order]
        if asked == Filter():
            return found
        sieve = Sieve(asked, self._lists.desk, self.people)
        return [one for one in found if sieve.keeps(one.facets, one.outlets, one.origins)]

    @cached_property
    def kinds(self) -> Mapping[str, int]:
        """How many there are of each kind, the most frequent first."""
        return dict(Counter(kind for one in self._things for kind in one.facets.kinds).most_common())

    @cached_property
    def people(self) -> People:
        """All who take part or speak in them; the record knows most, of outlets and the unnamed there is only an id."""
        names, sides = self._lists.names, self._lists.sides
        others = {one for each in self._things for one in each.facets.people} - names.keys()
        if not others:
            return People(names, sides)
        return People(names | {one: one.casefold() for one in others}, sides | {one: (one,) for one in others})

    def _ordered(self, order: str) -> list[Listed[T]]:
        keys: dict[str, _Key[T]] = {
            "newest": lambda one: (one.day, one.id),
            "oldest": lambda one: (one.day or "~", one.id),
            "most": lambda one: (one.size, one.origins, one.id),
            "origins": lambda one: (one.origins, one.size, one.id),
        }
        return sorted(self._things, key=keys[order], reverse=order != "oldest")


class Lists:
    """Made once a snapshot, each list when it is first asked for."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def incidents(self) -> Listing[Incident]:
        """`size` is the number of killed; `day` that on which it happened, else the first on which it is told."""
        found = ((one, of_incident(one)) for one in self.desk.record.incidents)
        return Listing((self._listed(one.id, one, facets, _killed(one), _day(one)) for one, facets in found), self)

    @cached_property
    def demands(self) -> Listing[Demand]:
        """`size` is the number of moves."""
        found = ((one, of_demand(one)) for one in self.desk.record.demands)
        return Listing((self._listed(one.id, one, facets, len(one.moves)) for one, facets in found), self)

    @cached_property
    def disputes(self) -> Listing[Dispute]:
        """`size` is the number of rival values, those of conflicts before all others."""
        record = self.desk.record
        wanted = {one.about for one in record.disputes}
        about = {one.id: of_incident(one) for one in record.incidents if one.id in wanted}
        about |= {one.id: of_demand(one) for one in record.demands if one.id in wanted}
        found = ((one, of_dispute(one, about.get(one.about), talks_of(one))) for one in record.disputes)
        return Listing((self._listed(one.id, one, facets, _rivals(one)) for one, facets in found), self)

    @cached_property
    def actors(self) -> Listing[Canon]:
        """`size` is the number of reports that name them, `origins` that of places where they say something."""
        said = claimed(self.desk.record)
        return Listing((self._actor(one, said[one.id]) for one in self.desk.record.actors.values()), self)

    @cached_property
    def names(self) -> dict[str, str]:
        """All that each actor is called, in small letters, line by line."""
        return {
            id_: "\n".join((id_, one.name, *one.names, one.country or "")).casefold()
            for id_, one in self.desk.record.actors.items()
        }

    @cached_property
    def sides(self) -> dict[str, tuple[str, ...]]:
        """Whose side each actor is on, and the state that this side rules."""
        desk = self.desk
        return {one: (desk.side(one), desk.side_in_talks(one)) for one in desk.record.actors}

    @cached_property
    def _outlets(self) -> Mapping[str, str]:
        """The outlet of each report."""
        return {one: self.desk.outlet(one) for one in self.desk.heads}

    def _actor(self, actor: Canon, said: int) -> Listed[Canon]:
        facets = facets_of(actor, self.desk)
        return Listed(actor.id, actor, facets, max(facets.days, default=""), len(reports_of(actor)), said)

    def _listed(self, id_: str, thing: T, facets: Facets, size: int, day: str | None = None) -> Listed[T]:
        if day is None:
            day = max((one.partition("/")[0] for one in facets.days), default="")
        outlets = frozenset(self._outlets.get(one.ref.report, one.ref.report) for one in facets.evidence)
        return Listed(id_, thing, facets, day, size, len({one.origin for one in facets.evidence}), outlets)


_ABOVE = 1_000


def _day(incident: Incident) -> str:
    return (incident.when or told_on(incident) or "").partition("/")[0]


def _killed(incident: Incident) -> int:
    toll = incident.tolls.get("killed")
    return (toll.best if toll else None) or 0


def _rivals(dispute: Dispute) -> int:
    return len(dispute.versions) + (_ABOVE if dispute.kind == "conflict" else 0)
