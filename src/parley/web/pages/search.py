"""Searching: reports by their words, what was read from them, and what they say together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal, TypeVar

from fastapi import APIRouter, Request
from fastapi import Query as Param
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from parley.asking.findings import Finding, Findings, find_events, find_statements
from parley.exports import wording
from parley.exports.record_demands import parties
from parley.exports.record_desk import Desk, as_day, as_days
from parley.exports.record_incidents import told_of, what_words
from parley.record import Canon, Demand, Incident, Span
from parley.store import Hit, Query
from parley.web import addresses
from parley.web.index import Index
from parley.web.live import Live
from parley.web.paging import Paged, paged, shown
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.translation import many

__all__ = ["SearchPage", "Where", "room"]

room = APIRouter()
Where = Literal["reports", "statements", "events", "incidents", "demands", "actors"]
_FEW = 20
_LONGEST = 2_000
"""Characters of what is typed that count."""
_MOST_SAID = 60
"""Statements or events that one page shows; more words find fewer."""
Pair = tuple[int, int]
T = TypeVar("T")


class Sent(BaseModel):
    """The fields of the form, as they were filled in."""

    model_config = ConfigDict(frozen=True)

    q: str = ""
    where: Where = Field("reports", alias="in")
    outlet: str = ""
    since: str = Field("", alias="from")
    until: str = Field("", alias="to")


@dataclass(frozen=True, slots=True)
class Part:
    """Some characters, and whether they were looked for."""

    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Result:
    """One thing that was found: its title and words in parts, where it leads, and a line about it."""

    title: tuple[Part, ...]
    url: str
    about: str
    words: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class SearchPage:
    """`sent` is what was typed; `total` says in words how much there is; `problem` why nothing was looked for."""

    sent: Sent
    problem: str
    total: str
    results: Paged[Result]
    kinds: tuple[tuple[Where, str], ...]


@dataclass(frozen=True, slots=True)
class _Sought:
    """A question with all that answers it."""

    request: Request
    live: Live
    query: Query

    @property
    def index(self) -> Index:
        return self.live.index


@room.get("/search")
def search(request: Request, reader: Reader, sent: Annotated[Sent, Param()]) -> Response:
    """The form with what it finds."""
    query, problem = Query.of(sent.q[:_LONGEST]).at(sent.outlet or None), ""
    try:
        query = query.between(_day(sent.since), _day(sent.until))
    except ValueError:
        problem = _("“%(given)s” is no day; write it as 2025-11-08") % {"given": sent.since or sent.until}
    sought = _Sought(request, request.app.state.live, query)
    nothing: Found = shown(paged(request, ()), _nothing), ""
    results, total = _FOUND[sent.where](sought) if query and not problem else nothing
    return render(request, "search.html", SearchPage(sent, problem, total, results, _kinds()))


def _kinds() -> tuple[tuple[Where, str], ...]:
    return (
        ("reports", _("reports")),
        ("statements", _("statements")),
        ("events", _("events")),
        ("incidents", _("incidents")),
        ("demands", _("demands")),
        ("actors", _("actors")),
    )


def _day(given: str) -> date | None:
    return date.fromisoformat(given) if given else None


def _nothing(one: object) -> Result:
    raise AssertionError(f"{one} is of an empty list")


Found = tuple[Paged[Result], str]


def _reports(sought: _Sought) -> Found:
    store = sought.live.record.store
    total = store.search(sought.query, limit=1).total
    places = paged(sought.request, range(total), _FEW)
    hits = store.search(sought.query, limit=_FEW, offset=max(0, places.first - 1)).hits
    rows = Paged(tuple(map(_hit, hits)), total, places.first, places.last, places.before, places.after)
    return rows, many(total, "report", "reports")


def _hit(hit: Hit) -> Result:
    report, start = hit.report, hit.snippet.start
    words = wording.shown(hit.snippet.quote(report))
    marks = [(one.start - start, one.end - start) for one in hit.marks]
    title = wording.headline(report)
    return Result(
        title=tuple(parts(title, hit.in_title if report.title else ())),
        url=addresses.to("reports", report.id),
        about=wording.provenance(report),
        words=(
            *([Part("… ", False)] if start else []),
            *parts(words, marks),
            *([Part(" …", False)] if hit.snippet.end < len(report.text) else []),
        ),
    )


def _statements(sought: _Sought) -> Found:
    return _said(find_statements(sought.live.record, sought.query, limit=_MOST_SAID))


def _events(sought: _Sought) -> Found:
    return _said(find_events(sought.live.record, sought.query, limit=_MOST_SAID))


def _said(found: Findings) -> Found:
    """What was read, on one page."""
    results = tuple(_finding(one) for one in found.found)
    more = _("or more") if found.more or not found.whole else ""
    rows = Paged(results, len(results), min(1, len(results)), len(results), None, None)
    return rows, f"{len(results):,} {more}".strip()


def _finding(one: Finding) -> Result:
    report = one.reading.report
    whole = Span(report.id, min(place.start for place in one.places), max(place.end for place in one.places))
    marks = [(mark.start - whole.start, mark.end - whole.start) for mark in one.marks]
    inside = [pair for pair in marks if pair[0] >= 0 and pair[1] <= whole.end - whole.start]
    return Result(
        title=(Part(_what(one), False),),
        url=f"{addresses.to('reports', report.id)}?at={whole.start}-{whole.end}#at",
        about=f"{wording.headline(report)} · {wording.provenance(report)}",
        words=tuple(parts(wording.shown(whole.quote(report)), inside)),
    )


def _what(one: Finding) -> str:
    """Who says it; of an event the word for it, and who does it to whom."""
    who = one.who or _("nobody named")
    if one.ref.kind != "event":
        return who
    trigger = wording.words(one.reading.events[one.ref.index].trigger, one.reading.report)
    return f"{trigger}: {who}"


def _incidents(sought: _Sought) -> Found:
    found = sought.index.words.incidents(sought.query)
    return _things(sought, found, _incident), many(len(found), "incident", "incidents")


def _demands(sought: _Sought) -> Found:
    found = sought.index.words.demands(sought.query)
    return _things(sought, found, _demand), many(len(found), "demand", "demands")


def _actors(sought: _Sought) -> Found:
    found = sought.index.words.actors(sought.query)
    return _things(sought, found, _actor), many(len(found), "actor", "actors")


def _things(sought: _Sought, found: Sequence[T], as_result: Callable[[T, Desk], Result]) -> Paged[Result]:
    desk = sought.index.desk
    return shown(paged(sought.request, found, _FEW), lambda one: as_result(one, desk))


def _incident(one: Incident, desk: Desk) -> Result:
    when = as_days(one.when) if one.when else _("no day told")
    about = " · ".join(part for part in (when, one.place, desk.told_by(told_of(one))) if part)
    return Result((Part(what_words(one), False),), addresses.to("incidents", one.id), about)


def _demand(one: Demand, desk: Desk) -> Result:
    first = as_day(one.moves[0].day) if one.moves else ""
    about = " · ".join(part for part in (one.kind, parties(one, desk), first) if part)
    return Result((Part(f"“{one.content}”", False),), addresses.to("demands", one.id), about)


def _actor(one: Canon, desk: Desk) -> Result:
    side = desk.side(one.id)
    acts = "" if side == one.id else _("for %(side)s") % {"side": desk.name(side)}
    reports = many(len({report for report, _own in one.seen}), "report", "reports")
    about = " · ".join(part for part in (one.kind.replace("_", " "), acts, reports) if part)
    return Result((Part(desk.name(one.id), False),), addresses.to("actors", one.id), about)


_FOUND: dict[Where, Callable[[_Sought], Found]] = {
    "reports": _reports,
    "statements": _statements,
    "events": _events,
    "incidents": _incidents,
    "demands": _demands,
    "actors": _actors,
}


def parts(text: str, marks: Iterable[Pair]) -> Iterator[Part]:
    """The text in pieces, those between the marks and the marked ones; marks do not overlap."""
    done = 0
    for start, end in sorted(marks):
        if start > done:
            yield Part(text[done:start], False)
        yield Part(text[max(start, done) : end], True)
        done = max(done, end)
    if done < len(text):
        yield Part(text[done:], False)
