"""Reports, their texts and what was read in them; finding them by their words; adding more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, cast

from fastapi import APIRouter, Query
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports.jsonl import to_dict
from parley.exports.record_json import Json, to_json
from parley.exports.shape import ReadingShape
from parley.record import Outlet, Report
from parley.store import Hit
from parley.web.api.answers import One, Some
from parley.web.api.filters import From, To
from parley.web.api.shapes import page_of, shape
from parley.web.index import Index

__all__ = ["Found", "Head", "room"]

room = APIRouter(tags=["The reports"])
_LONGEST = 500


@dataclass(frozen=True, slots=True)
class Head:
    """A report without its text: the id of its origin and of the near-copies it is among, and what of the record rests
    on it, by id."""

    id: str
    title: str | None
    outlet: Outlet | None
    published: date | None
    dateline: str | None
    url: str | None
    author: str | None
    credits: tuple[str, ...]
    language: str | None
    origin: str | None
    copies: str | None
    incidents: tuple[str, ...]
    demands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """A report that a search found. The higher the score, the better it fits: it compares within one search only, and
    is 0 where the newest come first.

    `snippet` is a part of the text that begins at its character `at`; `marks` are the words looked for in it, and
    `in_title` those in the title, as `[start, end)`."""

    report: Head
    score: float
    snippet: str
    at: int
    marks: tuple[tuple[int, int], ...]
    in_title: tuple[tuple[int, int], ...]


@room.get("/reports", response_model=page_of(shape(Head)))
def reports(
    listing: Some,
    outlet: Annotated[
        str | None, Query(max_length=200, description="The name of an outlet, as /outlets lists it.")
    ] = None,
    since: From = None,
    until: To = None,
) -> Response:
    """All reports, the last first; of an article's versions the last."""
    index, heads = listing.index, listing.desk.heads
    chosen = heads if outlet is None else index.reports_of.get(outlet, ())
    found = [name for name in chosen if _in_days(heads[name].published, since, until)]
    found.sort(key=lambda name: (str(heads[name].published or ""), name), reverse=True)
    return listing.page(found, lambda name: to_json(_head(heads[name], index), index.desk))


@room.get("/reports/{report_id:path}", response_model=shape(Head))
def report(asking: One, report_id: str) -> Response:
    """One report, without its text."""
    return asking.thing(_head(_known(report_id, asking.index), asking.index))


@room.get("/readings/{report_id:path}", response_model=shape(ReadingShape))
def reading(asking: One, report_id: str) -> Response:
    """A report with its text and everything read in it, as `parley read --json` writes it.

    Spans are `[start, end)` in characters of `text`."""
    found = asking.live.reading(_known(report_id, asking.index).id)
    if found is None:
        raise NotFound(report_id, "was not read", "it has to be read again: parley reread")
    return asking.answer(lambda: cast("Json", to_dict(found)))


_TEXT: dict[int | str, dict[str, object]] = {
    200: {"description": "The text.", "content": {"text/plain": {"schema": {"type": "string"}}}}
}


@room.get("/texts/{report_id:path}", responses=_TEXT, response_class=Response)
def text(asking: One, report_id: str) -> Response:
    """The text of a report and nothing else."""
    found = asking.live.report(_known(report_id, asking.index).id)
    return asking.bytes(lambda: found.text.encode("utf-8", "replace"), "text/plain; charset=utf-8")


@room.get("/search", response_model=page_of(shape(Found)))
def search(
    listing: Some,
    q: Annotated[str, Query(max_length=_LONGEST, description='As "second round" -market outlet:dawn after:2025-10.')],
    newest: Annotated[bool, Query(description="The newest first, not the best.")] = False,
) -> Response:
    """The reports that hold certain words."""
    found = listing.asking.live.record.store.search(q, limit=listing.size, offset=listing.first, newest=newest)
    known = [one for one in found.hits if one.report.id in listing.desk.heads]
    return listing.part(found.total, lambda: [to_json(_found(one, listing.index), listing.desk) for one in known])


def _head(head: Report, index: Index) -> Head:
    origin, copies = index.origin_of.get(head.id), index.copies_of.get(head.id)
    return Head(
        id=head.id,
        title=head.title,
        outlet=head.outlet,
        published=head.published,
        dateline=head.dateline,
        url=head.url,
        author=head.author,
        credits=head.credits,
        language=head.language,
        origin=origin.id if origin else None,
        copies=copies.id if copies else None,
        incidents=tuple(one.id for one in index.incidents_in.get(head.id, ())),
        demands=tuple(one.id for one in index.demands_in.get(head.id, ())),
    )


def _found(hit: Hit, index: Index) -> Found:
    begins = hit.snippet.start
    return Found(
        report=_head(index.desk.heads[hit.report.id], index),
        score=hit.score,
        snippet=hit.snippet.quote(hit.report),
        at=begins,
        marks=tuple((mark.start - begins, mark.end - begins) for mark in hit.marks),
        in_title=tuple(hit.in_title),
    )


def _known(report_id: str, index: Index) -> Report:
    found = index.desk.heads.get(report_id)
    if found is None:
        raise NotFound(report_id, "no report of the record has this id", "/api/v1/reports lists them")
    return found


def _in_days(day: date | None, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since or date.min) <= day <= (until or date.max)
