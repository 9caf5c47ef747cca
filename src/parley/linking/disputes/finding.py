"""All disputes of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date

from parley.linking.casting import Casting
from parley.linking.disputes.announced import announced
from parley.linking.disputes.asked import asked
from parley.linking.disputes.began import began
from parley.linking.disputes.beside import Telling
from parley.linking.disputes.blame import blame
from parley.linking.disputes.book import Book
from parley.linking.disputes.callings import Callings, roots
from parley.linking.disputes.charges import Charges
from parley.linking.disputes.figures import figures
from parley.linking.disputes.hours import hours
from parley.linking.disputes.kept import Kept
from parley.linking.disputes.lengths import lengths
from parley.linking.disputes.lines import Bearing
from parley.linking.disputes.names import names
from parley.linking.disputes.parts import parts
from parley.linking.disputes.results import results
from parley.linking.disputes.rivals import Past
from parley.linking.disputes.sittings import sittings
from parley.linking.disputes.sizes import sizes
from parley.linking.disputes.states import states
from parley.linking.disputes.truces import truces
from parley.linking.talks.finding import Found
from parley.linking.talks.named import Named
from parley.linking.telling import Teller
from parley.record import Demand, Dispute, Incident, Origin, Reading, StatusClaim

__all__ = ["Changed", "DisputeBook", "Linked", "disputes"]

AGREED, ANNOUNCED = "what was agreed", " announced it ("
"""Slots, or parts of them, of what is told in the same words of several talks."""


def disputes(
    readings: Iterable[Reading],
    casting: Casting,
    origins: Sequence[Origin],
    incidents: Sequence[Incident],
    talks: Found,
    demands: Sequence[Demand],
) -> tuple[Dispute, ...]:
    """Every slot of an incident, of talks or of a demand of which rival values are claimed, by the day of the first.

    The order of the readings does not matter.
    """
    given = list(readings)
    changed = Changed(frozenset(one.report.id for one in given), frozenset(casting.actors))
    return DisputeBook().update(changed, Teller(given, casting, origins), Linked(incidents, talks, demands))


@dataclass(frozen=True, slots=True)
class Changed:
    """The reports that are new, gone or seen otherwise than before, and the actors of whom anything is another."""

    reports: frozenset[str]
    actors: frozenset[str]


@dataclass(frozen=True, slots=True)
class Linked:
    """What disputes are about."""

    incidents: Sequence[Incident]
    talks: Found
    demands: Sequence[Demand]


@dataclass(frozen=True, slots=True)
class _Talks:
    """A process and what is claimed of it, with the disputes about it, each with how it is told; `asked` is what was
    looked at beside talks, of which days."""

    named: Named
    claims: Sequence[StatusClaim]
    disputes: tuple[tuple[str, Dispute], ...]
    past: Past
    asked: Set[tuple[Bearing, date]]

    def rests_on(self, told: Iterable[Telling]) -> bool:
        """Whether the disputes may change by what is told beside talks."""
        sides = self.named.process.sides
        return any(side in sides and (what, day) in self.asked for side, what, day in told)


class DisputeBook:
    """The disputes of a record, kept up as what they are about changes."""

    def __init__(self) -> None:
        self._callings = Callings()
        self._book = Book(names=self._callings.names)
        self._roots: dict[str, frozenset[str]] = {}
        self._incidents: Kept[Incident] = Kept(self._of_incident, lambda one: one, _told_in)
        self._demands: Kept[Demand] = Kept(self._of_demand, lambda one: one.moves, _moved_in)
        self._talks: dict[str, _Talks] = {}
        self._charges = Charges()

    def update(self, changed: Changed, teller: Teller, linked: Linked) -> tuple[Dispute, ...]:
        """All disputes by the day of the first; `teller` and what is `linked` are of the present already."""
        came, beginnings = self._callings.update(changed.actors, teller.casting)
        renamed = self._book.telling_of(came)
        reports = changed.reports | renamed
        beside = self._book.update(teller, reports)
        told = self._book.changed | renamed
        stale = self._calling(beginnings, reports, teller) | told
        found = [*self._incidents.update(linked.incidents, stale), *self._demands.update(linked.demands, stale)]
        found += self._of_talks(linked.talks, told, beside)
        found += self._charges.update(told, self._book)
        return tuple(sorted(found, key=lambda one: (str(one.versions[0].evidence[0].day), one.id)))

    def _calling(self, beginnings: set[str], reports: Set[str], teller: Teller) -> set[str]:
        """The reports whose words begin so: names of sides that were none before, or are none now."""
        for report in reports:
            self._roots.pop(report, None)
            if report in teller.readings:
                self._roots[report] = roots(teller.readings[report].report.text)
        return {report for report, told in self._roots.items() if not beginnings.isdisjoint(told)}

    def _of_incident(self, incident: Incident) -> Iterator[Dispute]:
        lines = self._book.lines(incident.members)
        yield from figures(incident, lines, self._book)
        yield from parts(incident, lines)
        yield from names(incident, lines)
        yield from began(incident, lines, self._book)

    def _of_demand(self, demand: Demand) -> Iterator[Dispute]:
        return asked((demand,), self._book)

    def _of_talks(self, talks: Found, reports: Set[str], beside: Set[Telling]) -> Iterator[Dispute]:
        """The disputes about each process; what is told of two of them alike is disputed once."""
        old, self._talks = self._talks, {}
        for named, claims in zip(talks.named, talks.by_process, strict=True):
            process = named.process
            known = old.get(process.id)
            same = known is not None and known.named is named and known.claims == claims
            if known is None or not same or known.rests_on(beside) or not reports.isdisjoint(named.reports):
                past = Past(known.past if known else None)
                book = self._book.among(process.sides, past)
                found = tuple((_telling(one), one) for one in _of_process(named, claims, book))
                known = _Talks(named, claims, found, past, book.asked)
            self._talks[process.id] = known
        return _once(one for known in self._talks.values() for one in known.disputes)


def _of_process(named: Named, claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    yield from states((named,), claims, book)
    yield from results((named,), claims, book)
    yield from truces((named,), claims, book)
    yield from sittings((named,), book)
    yield from lengths((named,), book)
    yield from sizes((named,), book)
    yield from hours((named,), book)
    yield from announced(claims, book)
    yield from blame((named,), claims, book)


def _once(found: Iterable[tuple[str, Dispute]]) -> Iterator[Dispute]:
    """What was agreed, and when it was announced, are told in the same words of several talks: the first count."""
    seen: set[str] = set()
    for told, one in found:
        if not told:
            yield one
        elif told not in seen:
            seen.add(told)
            yield one


def _telling(one: Dispute) -> str:
    """The words in which it is told, where others told in the same are the same; of what was agreed also by whom."""
    if one.slot == AGREED:
        values = ((version.value, *(e.ref for e in version.evidence)) for version in one.versions)
        return "\n".join(" ".join(map(str, value)) for value in values)
    if ANNOUNCED not in one.slot:
        return ""
    spans = {(e.ref.report, e.span.start, e.span.end) for version in one.versions for e in version.evidence}
    return "\n".join(" ".join(map(str, span)) for span in sorted(spans))


def _told_in(incident: Incident) -> Iterator[str]:
    return (ref.report for ref in incident.members)


def _moved_in(demand: Demand) -> Iterator[str]:
    return (one.ref.report for move in demand.moves for one in move.evidence)
