"""Statements and events of a record by who and what is in them.

A report that holds the words of a question is found by the index; only such are looked into, the best first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from parley.asking.opened import OpenRecord
from parley.exports import wording
from parley.record import Party, Reading, Ref, Span
from parley.store import Query, found_in
from parley.store.query import Term

__all__ = ["LOOKED_INTO", "Finding", "Findings", "find_events", "find_statements"]

LOOKED_INTO = 100
"""So many reports are looked into for one question, at about 2 ms each; where there are more, that is said."""
_AT_ONCE = 20

_WITHIN = (None, "text")
"""The fields of terms that a statement or an event itself must hold."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement or an event that holds the words. `who` says it, or does what to whom; `places` of the report were
    looked through, `marks` are the words in them that were looked for."""

    reading: Reading
    ref: Ref
    who: str
    places: tuple[Span, ...]
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """Some of what was found. `more`: there is more of it; `whole`: no report that may hold some was left out."""

    found: tuple[Finding, ...]
    more: bool
    whole: bool


def find_statements(record: OpenRecord, query: Query, *, limit: int = 20, offset: int = 0) -> Findings:
    """Statements whose speaker and content together hold all the words, those of the best reports first.

    Days, outlet and title are those of the report. What must not be there narrows down what must, and finds nothing
    alone.
    """
    return _found(record, query, _statements, slice(offset, offset + limit))


def find_events(record: OpenRecord, query: Query, *, limit: int = 20, offset: int = 0) -> Findings:
    """Events whose sentence, parties and places together hold all the words; else as `find_statements`."""
    return _found(record, query, _events, slice(offset, offset + limit))


_Drawn = Callable[[Reading], Iterator[tuple[Ref, str, tuple[Span, ...]]]]


def _found(record: OpenRecord, query: Query, drawn: _Drawn, wanted: slice) -> Findings:
    unwanted = tuple(term for term in query.without if term.field in _WITHIN)
    # What must not be in a statement may well stand elsewhere in its report.
    of_report = replace(query, without=tuple(term for term in query.without if term not in unwanted))
    terms = tuple(term for term in query.terms if term.field in _WITHIN)
    fitting = (
        one
        for reading in _readings(record, of_report)
        for ref, who, places in drawn(reading)
        if (one := _fitting(reading, ref, who, places, terms)) and not _holds_any(one, unwanted)
    )
    found = tuple(islice(fitting, wanted.start, wanted.stop + 1))
    whole = record.store.search(of_report, limit=1).total <= LOOKED_INTO
    return Findings(found[: wanted.stop - wanted.start], len(found) > wanted.stop - wanted.start, whole)


def _readings(record: OpenRecord, query: Query) -> Iterator[Reading]:
    """Of the reports that may hold what is asked for, the best first."""
    for offset in range(0, LOOKED_INTO, _AT_ONCE):
        hits = record.store.search(query, limit=_AT_ONCE, offset=offset).hits
        for hit in hits:
            read = record.reading(hit.report.id)
            if read:
                yield read
        if len(hits) < _AT_ONCE:
            return


def _statements(reading: Reading) -> Iterator[tuple[Ref, str, tuple[Span, ...]]]:
    for number, one in enumerate(reading.statements):
        yield Ref(reading.report.id, "statement", number), _names(reading, one.source, *one.via), one.content


def _events(reading: Reading) -> Iterator[tuple[Ref, str, tuple[Span, ...]]]:
    for number, one in enumerate(reading.events):
        who = " → ".join(filter(None, (_names(reading, *one.actors), _names(reading, *one.recipients))))
        sentence = reading.sentences[one.sentence].span if one.sentence < len(reading.sentences) else one.trigger
        yield Ref(reading.report.id, "event", number), who, (sentence, *(place.span for place in one.place))


def _names(reading: Reading, *parties: Party | None) -> str:
    return wording.names_of([one for one in parties if one], reading)


def _fitting(reading: Reading, ref: Ref, who: str, places: tuple[Span, ...], terms: tuple[Term, ...]) -> Finding | None:
    """The finding, where every term is in its names or in one of its places."""
    marks = {(place, term): _marks(reading, place, term) for place in places for term in terms}
    if not all(_named(who, term) or any(marks[place, term] for place in places) for term in terms):
        return None
    return Finding(reading, ref, who, places, tuple(sorted({mark for some in marks.values() for mark in some})))


def _holds_any(one: Finding, terms: tuple[Term, ...]) -> bool:
    return any(_named(one.who, term) or any(_marks(one.reading, place, term) for place in one.places) for term in terms)


def _named(who: str, term: Term) -> bool:
    """Whether a term for any field is in the names."""
    return term.field is None and bool(found_in(who, [term]))


def _marks(reading: Reading, place: Span, term: Term) -> tuple[Span, ...]:
    """Where the term stands in that place of the report."""
    pairs = found_in(place.quote(reading.report), [term])
    return tuple(reading.report.span(place.start + start, place.start + end) for start, end in pairs)
