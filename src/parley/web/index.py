"""What hangs on what in one snapshot of the record, so that no page goes through all of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from parley.exports.record_desk import Desk
from parley.exports.record_filter import Filter
from parley.exports.record_incidents import told_of
from parley.exports.record_search import Vocabulary
from parley.exports.record_sources import OutletRow, outlet_rows
from parley.record import (
    BoardRow,
    Canon,
    Copies,
    Demand,
    Dispute,
    Evidence,
    Incident,
    Judgement,
    Origin,
    Ref,
    StatusClaim,
    Talks,
)
from parley.web.lists import Lists
from parley.web.voices import Voices

__all__ = ["Index"]

Key = TypeVar("Key")
Thing = TypeVar("Thing")


class Index:
    """Made once a snapshot, each part when it is first asked for."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @cached_property
    def talks(self) -> Mapping[str, Talks]:
        """By id."""
        return {one.id: one for one in self.desk.record.talks}

    @cached_property
    def board(self) -> Mapping[str, Sequence[BoardRow]]:
        """The rows of each process, in order."""
        return _grouped((row.talks, row) for row in self.desk.record.board)

    @cached_property
    def claims(self) -> Mapping[str, Sequence[StatusClaim]]:
        """The claims on each process, in order."""
        return _grouped((claim.talks, claim) for claim in self.desk.record.claims)

    @cached_property
    def claims_in(self) -> Mapping[str, Sequence[StatusClaim]]:
        """The claims that each report tells."""
        return _grouped((one.ref.report, claim) for claim in self.desk.record.claims for one in claim.evidence)

    @cached_property
    def incidents_in(self) -> Mapping[str, Sequence[Incident]]:
        """The incidents that each report tells of."""
        return _grouped((ref.report, one) for one in self.desk.record.incidents for ref in one.members)

    @cached_property
    def demands_in(self) -> Mapping[str, Sequence[Demand]]:
        """The demands that each report tells of."""
        return _grouped((place.ref.report, one) for one in self.desk.record.demands for place in places_of(one))

    @cached_property
    def demands_of(self) -> Mapping[str | None, Sequence[Demand]]:
        """The demands of each process, and under None those of no talks."""
        return _grouped((one.talks, one) for one in self.desk.record.demands)

    @cached_property
    def disputes_about(self) -> Mapping[str, Sequence[Dispute]]:
        """The disputes about each thing."""
        return _grouped((one.about, one) for one in self.desk.record.disputes)

    @cached_property
    def incidents_with(self) -> Mapping[str, Sequence[Incident]]:
        """The incidents in which each actor takes part, by itself or as a side."""
        return _grouped((actor, one) for one in self.desk.record.incidents for actor in _parties(one))

    @cached_property
    def demands_with(self) -> Mapping[str, Sequence[Demand]]:
        """The demands that each actor makes or is asked."""
        return _grouped((actor, one) for one in self.desk.record.demands for actor in (*one.by, *one.to))

    @cached_property
    def said_by(self) -> Mapping[str, Sequence[Evidence]]:
        """What the record rests on of each claimant's words, each place once."""
        return _grouped((one.claimant.id, one) for one in dict.fromkeys(self._evidence()))

    @cached_property
    def reports_of(self) -> Mapping[str, Sequence[str]]:
        """The reports of each outlet, by name, the first first."""
        days = {name: head.published or date.max for name, head in self.desk.heads.items()}
        return _grouped((self.desk.outlet(name), name) for name in sorted(days, key=lambda name: (days[name], name)))

    @cached_property
    def outlets(self) -> Sequence[OutletRow]:
        """All outlets, those with most reports first."""
        return outlet_rows(self.desk, Filter())

    @cached_property
    def origin_of(self) -> Mapping[str, Origin]:
        """The origin of each report."""
        return {report: one for one in self.desk.record.origins for report in one.reports}

    @cached_property
    def copies_of(self) -> Mapping[str, Copies]:
        """The near-copies of one text that each report is among."""
        return {report: one for one in self.desk.record.copies for report in one.reports}

    @cached_property
    def actor_of(self) -> Mapping[tuple[str, str], str]:
        """The id in the record of each report's own actors."""
        return {seen: actor.id for actor in self.desk.record.actors.values() for seen in actor.seen}

    @cached_property
    def words(self) -> Vocabulary:
        """What things are found by."""
        return Vocabulary(self.desk)

    @cached_property
    def judged(self) -> Mapping[str, Sequence[Judgement]]:
        """The judgements on each thing or finding, also as one of several."""
        return _grouped((name, one) for one in self.desk.judgements for name in (one.target, *one.others))

    @cached_property
    def lists(self) -> Lists:
        """Incidents, demands, disputes and actors with what they are filtered and ordered by."""
        return Lists(self.desk)

    @cached_property
    def voices(self) -> Voices:
        """Who says what, and whom each outlet lets speak."""
        return Voices(self.desk)

    @cached_property
    def incident_of(self) -> Mapping[Ref, Incident]:
        """The incident that each event is told to be."""
        return {ref: one for one in self.desk.record.incidents for ref in one.members}

    @cached_property
    def demand_of(self) -> Mapping[Ref, Demand]:
        """The demand that each place tells of, of several the first."""
        return {place.ref: one for one in reversed(self.desk.record.demands) for place in places_of(one)}

    @cached_property
    def acting_for(self) -> Mapping[str, Sequence[Canon]]:
        """Those who act for each actor, those of most reports first."""
        actors = sorted(self.desk.record.actors.values(), key=lambda one: (-len(one.seen), one.id))
        return _grouped((one.acts_for, one) for one in actors if one.acts_for)

    @cached_property
    def outlet_named(self) -> Mapping[str, OutletRow]:
        """The outlets by name."""
        return {row.outlet: row for row in self.outlets}

    def warm(self) -> None:
        """Work out what lists and most pages need, so that nobody who opens one waits for it."""
        lists = self.lists
        for listing in (lists.incidents, lists.demands, lists.disputes, lists.actors):
            listing.chosen(Filter(), "newest")
            _ = listing.people
        _ = (self.outlets, self.reports_of, self.incidents_with, self.demands_with, self.incident_of, self.acting_for)
        _ = (self.disputes_about, self.origin_of, self.copies_of, self.incidents_in, self.demands_in)
        self.voices.warm()

    def _evidence(self) -> Iterator[Evidence]:
        for claim in self.desk.record.claims:
            yield from claim.evidence
        for incident in self.desk.record.incidents:
            yield from told_of(incident)
        for demand in self.desk.record.demands:
            yield from places_of(demand)


def places_of(demand: Demand) -> Iterator[Evidence]:
    """Where a demand is told."""
    return (place for move in demand.moves for place in move.evidence)


def _parties(incident: Incident) -> Iterator[str]:
    yield from incident.sides
    for slot in ("actors", "recipients"):
        yield from (version.value for version in incident.slots.get(slot, ()))


def _grouped(pairs: Iterable[tuple[Key, Thing]]) -> dict[Key, list[Thing]]:
    """The things of each key in the order in which they come, each once."""
    found: defaultdict[Key, dict[int, Thing]] = defaultdict(dict)
    for key, thing in pairs:
        found[key].setdefault(id(thing), thing)
    return {key: list(things.values()) for key, things in found.items()}
