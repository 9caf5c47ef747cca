"""Finding what was read, and what the record says, by its words; reports are found in `reports`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.responses import Response

from parley.asking.findings import Finding, Findings, find_events, find_statements
from parley.exports.record_json import to_json
from parley.record import Canon, Demand, Incident
from parley.store import Query as Words
from parley.web.api.answers import Listing, Some
from parley.web.api.filters import From, Name, To
from parley.web.api.shapes import page_of, shape

__all__ = ["Said", "room"]

room = APIRouter(prefix="/search", tags=["Searching"])
_LONGEST = 500
_ALL = 100_000
"""More statements or events than so many reports hold as are looked into."""


@dataclass(frozen=True, slots=True)
class Said:
    """A statement or an event that holds the words: who says it, or does what (`trigger`) to whom; "" and None where
    that is not told, or where nobody does anything.

    `places` of the report's text were looked through, and `marks` are the words in them that were looked for, both as
    `[start, end)`; `words` are those of the places."""

    id: str
    report: str
    who: str
    trigger: str | None
    outlet: str
    published: date | None
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    marks: tuple[tuple[int, int], ...]


def _asked(
    q: Annotated[str, Query(max_length=_LONGEST, description='As "second round" -market outlet:dawn after:2025-10.')],
    outlet: Name = None,
    since: From = None,
    until: To = None,
) -> Words:
    return Words.of(q).at(outlet).between(since, until)


Asked = Annotated[Words, Depends(_asked)]


@room.get("/statements", response_model=page_of(shape(Said)))
def statements(listing: Some, asked: Asked) -> Response:
    """Statements whose speaker and content together hold the words.

    The hundred reports that fit best are looked into; more words, or days, narrow it down."""
    return _said(listing, find_statements(listing.asking.live.record, asked, limit=_ALL))


@room.get("/events", response_model=page_of(shape(Said)))
def events(listing: Some, asked: Asked) -> Response:
    """Events whose sentence, parties and places together hold the words.

    The hundred reports that fit best are looked into; more words, or days, narrow it down."""
    return _said(listing, find_events(listing.asking.live.record, asked, limit=_ALL))


@room.get("/incidents", response_model=page_of(shape(Incident)))
def incidents(listing: Some, asked: Asked) -> Response:
    """Incidents by all that is told of them, the newest first, without the grounds."""
    found = listing.index.words.incidents(asked)
    return listing.page(found, lambda one: to_json(replace(one, links=(), maybe=()), listing.desk))


@room.get("/demands", response_model=page_of(shape(Demand)))
def demands(listing: Some, asked: Asked) -> Response:
    """Demands by what is asked, on which terms, of whom and by whom; those of which most is told first."""
    return listing.page(listing.index.words.demands(asked))


@room.get("/actors", response_model=page_of(shape(Canon)))
def actors(listing: Some, asked: Asked) -> Response:
    """Actors by all their names, their side's, their kind and country; those of most reports first."""
    return listing.page(listing.index.words.actors(asked))


def _said(listing: Listing, found: Findings) -> Response:
    known = [one for one in found.found if one.reading.report.id in listing.desk.heads]
    return listing.page(known, lambda one: to_json(_one(one, listing), listing.desk))


def _one(one: Finding, listing: Listing) -> Said:
    report = one.reading.report
    event = one.reading.events[one.ref.index] if one.ref.kind == "event" else None
    return Said(
        id=str(one.ref),
        report=report.id,
        who=one.who,
        trigger=event.trigger.quote(report) if event else None,
        outlet=listing.desk.outlet(report.id),
        published=report.published,
        words=tuple(place.quote(report) for place in one.places),
        places=tuple((place.start, place.end) for place in one.places),
        marks=tuple(_marks(one)),
    )


def _marks(one: Finding) -> Iterator[tuple[int, int]]:
    return ((mark.start, mark.end) for mark in one.marks)
