"""Actors, incidents and demands of a record by their words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from parley.exports.record_desk import Desk
from parley.exports.record_filter import Facets, Filter, of_demand, of_incident
from parley.record import Canon, Demand, Incident
from parley.store import Query
from parley.store.query import Term
from parley.store.tokens import stems

__all__ = ["Vocabulary"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Line(Generic[T]):
    """A thing with its words as stems in a row, so that looking for words is looking for a part of a string."""

    words: str
    reports: frozenset[str]
    thing: T


class Vocabulary:
    """The words of one snapshot of a record, made ready when they are first asked for: that takes about a second for a
    record of 10,000 reports, every question after that some thousandths of one.

    `outlet:` is an outlet that tells of the thing; other fields are no matter. Days are those of the lists: an incident
    counts by when it was, or else by when it was told.
    """

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def actors(self, query: Query) -> list[Canon]:
        """By all their names, their side's, their kind and country; those of most reports first."""
        found = self._with_words(self._actors, query)
        asked = Filter(since=query.since, until=query.until)
        told = (line for line in found if any(asked.in_days(self.desk.published(one)) for one in line.reports))
        return [line.thing for line in sorted(told, key=lambda line: (-len(line.reports), line.thing.id))]

    def incidents(self, query: Query) -> list[Incident]:
        """By what happened and where, and who did it to whom, in every version; the newest first."""
        found = self._of_days(self._incidents, query, of_incident)
        return sorted(found, key=lambda one: (one.when or "", one.id), reverse=True)

    def demands(self, query: Query) -> list[Demand]:
        """By what is asked, the criteria, of whom and by whom; those of which most is told first."""
        return sorted(self._of_days(self._demands, query, of_demand), key=lambda one: (-len(one.moves), one.id))

    def _of_days(self, lines: Iterable[_Line[T]], query: Query, facets: Callable[[T], Facets]) -> list[T]:
        found = [line.thing for line in self._with_words(lines, query)]
        if query.since is None and query.until is None:
            return found
        asked = Filter(since=query.since, until=query.until)
        return [one for one in found if asked.in_time(facets(one))]

    def _with_words(self, lines: Iterable[_Line[T]], query: Query) -> list[_Line[T]]:
        """Those that hold all terms and none of those unwanted; none where nothing is asked for."""
        if not query:
            return []
        wanted, unwanted = [self._test(term) for term in query.terms], [self._test(term) for term in query.without]
        return [line for line in lines if all(has(line) for has in wanted) and not any(has(line) for has in unwanted)]

    def _test(self, term: Term) -> Callable[[_Line[T]], bool]:
        """Whether a line holds the term."""
        part = f" {' '.join(term.stems)}"
        if term.field == "outlet":
            told = frozenset(report for report, outlet in self._outlets.items() if part in outlet)
            return lambda line: not told.isdisjoint(line.reports)
        return lambda line: f"{part} " in line.words

    @cached_property
    def _outlets(self) -> Mapping[str, str]:
        """The stems of each report's outlet, by name and site."""
        outlets = {id_: head.outlet for id_, head in self.desk.heads.items() if head.outlet}
        return {id_: _row(one.name, one.site) for id_, one in outlets.items()}

    @cached_property
    def _actors(self) -> list[_Line[Canon]]:
        return [
            _Line(
                _row(one.name, *one.names, one.kind, one.country, *self._names([self.desk.side(one.id)])),
                frozenset(report for report, _ in one.seen),
                one,
            )
            for one in self.desk.record.actors.values()
        ]

    @cached_property
    def _incidents(self) -> list[_Line[Incident]]:
        return [
            _Line(self._of_incident(one), frozenset(ref.report for ref in one.members), one)
            for one in self.desk.record.incidents
        ]

    @cached_property
    def _demands(self) -> list[_Line[Demand]]:
        return [
            _Line(
                _row(one.kind, one.content, *one.criteria, *self._names([*one.by, *one.to])),
                frozenset(place.ref.report for move in one.moves for place in move.evidence),
                one,
            )
            for one in self.desk.record.demands
        ]

    def _of_incident(self, one: Incident) -> str:
        told = (version.value for slot in ("type", "place") for version in one.slots.get(slot, ()))
        people = (version.value for slot in ("actors", "recipients") for version in one.slots.get(slot, ()))
        return _row(one.kind, one.what, one.place, *told, *self._names([*one.sides, *people]))

    def _names(self, actors: Iterable[str]) -> Iterator[str]:
        """All that they are called."""
        for actor in dict.fromkeys(actors):
            known = self.desk.record.actors.get(actor)
            yield from dict.fromkeys((known.name, *known.names)) if known else (actor,)


def _row(*parts: str | None) -> str:
    """Their stems; no phrase runs from one part into the next."""
    return f" {' | '.join(' '.join(stems(part)) for part in parts if part)} "
