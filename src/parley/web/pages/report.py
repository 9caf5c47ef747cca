"""One report: the article, what was read from it, and what of the record rests on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports import wording
from parley.exports.record_naming import title_of
from parley.record import Event, Reading, Report, Sentence, Span, Statement
from parley.web import addresses
from parley.web.index import Index
from parley.web.marks import AT, Mark, Piece, event_id, marks_of, pieces, statement_id
from parley.web.pages.reports import ReportRow, report_row
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.states import state_words
from parley.web.wordiff import Word, differences

__all__ = ["Finding", "ReportPage", "report_page", "room"]

room = APIRouter()

LONGEST = 60_000
"""Characters that one page shows of a text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A statement or an event beside the article. `ref` is its id in the record; `sure` its probability in percent."""

    id: str
    ref: str
    kind: str
    title: str
    who: str
    reality: str
    what: str
    details: tuple[tuple[str, str], ...]
    sure: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Pieces of text, of the article or of what stands round it."""

    pieces: tuple[Piece, ...]
    body: bool


@dataclass(frozen=True, slots=True)
class Other:
    """Another copy of the text, with the words that differ."""

    row: ReportRow
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Rests:
    """Something of the record that this report tells of."""

    kind: str
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class ReportPage:
    """`part` of `parts` is shown of a long text, counted from 1; `source` is the address that the outlet gives."""

    id: str
    title: str
    about: str
    source: str | None
    origin: str
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]
    actors: tuple[tuple[str, str, str], ...]
    rests: tuple[Rests, ...]
    copies: tuple[Other, ...]
    part: int
    parts: int


@room.get("/reports/{report_id:path}")
def report(
    request: Request,
    reader: Reader,
    report_id: str,
    at: Annotated[str, Query()] = "",
    part: Annotated[int | None, Query(ge=1, le=10_000)] = None,
    diff: Annotated[bool, Query()] = False,
) -> Response:
    """The page; `at=START-END` marks those characters, `diff` shows how copies differ."""
    live = request.app.state.live
    found = live.reading(report_id)
    if found is None:
        raise NotFound(report_id, "no report of the record has this id", "the list of reports shows them all")
    texts = _copies(report_id, live.index) if diff else ()
    return render(request, "report.html", report_page(found, live.index, _asked(at, found.report), part, texts))


def report_page(
    reading: Reading,
    index: Index,
    at: Span | None = None,
    part: int | None = None,
    copies: Sequence[tuple[ReportRow, Report]] = (),
) -> ReportPage:
    """Everything that the page shows."""
    text = reading.report.text
    bounds = parts_of(text, reading.sentences)
    number = part or next((n for n, (_, end) in enumerate(bounds, 1) if at and at.start < end), 1)
    number = min(number, len(bounds))
    marks = [*marks_of(reading), *([Mark(at, "m-at", AT)] if at else [])]
    origin = index.origin_of.get(reading.report.id)
    return ReportPage(
        id=reading.report.id,
        title=wording.headline(reading.report),
        about=wording.provenance(reading.report),
        source=_web_address(reading.report.url),
        origin=f"{origin.name} · {origin.kind}" if origin else "",
        paragraphs=tuple(_paragraphs(reading, marks, *bounds[number - 1])),
        findings=tuple(_findings(reading, *bounds[number - 1])),
        actors=tuple(_actors(reading, index)),
        rests=tuple(_rests(reading.report.id, index)),
        copies=tuple(Other(row, tuple(differences(text, other.text))) for row, other in copies)
        or tuple(Other(row, ()) for row in _others(reading.report.id, index)),
        part=number,
        parts=len(bounds),
    )


def parts_of(text: str, sentences: Sequence[Sentence]) -> list[tuple[int, int]]:
    """Where a long text is cut: at the last end of a sentence that fits, else where it is full."""
    ends = [sentence.span.end for sentence in sentences]
    cuts = [0]
    while len(text) - cuts[-1] > LONGEST:
        fitting = [end for end in ends if cuts[-1] < end <= cuts[-1] + LONGEST]
        cuts.append(fitting[-1] if fitting else cuts[-1] + LONGEST)
    return list(zip(cuts, [*cuts[1:], len(text)], strict=True))


def _asked(at: str, report: Report) -> Span | None:
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", at)
    if not found:
        return None
    start, end = int(found[1]), min(int(found[2]), len(report.text))
    return report.span(start, end) if start < end else None


def _web_address(url: str | None) -> str | None:
    """Only what leads to a page: an address of a report may be anything that somebody wrote there."""
    return url if url and re.match(r"https?://", url) else None


_BREAKS = re.compile(r"\n\s*\n|\n")


def _paragraphs(reading: Reading, marks: Sequence[Mark], start: int, end: int) -> Iterator[Paragraph]:
    """The text between two places, a paragraph a line; blank lines are left out."""
    text = reading.report.text
    furniture = [sentence.span for sentence in reading.sentences if not sentence.body]
    first = start
    for brk in [*(found.span() for found in _BREAKS.finditer(text, start, end)), (end, end)]:
        if text[first : brk[0]].strip():
            body = not any(span.start <= first and brk[0] <= span.end for span in furniture)
            near = [one for one in marks if one.span.start < brk[0] and one.span.end > first]
            yield Paragraph(tuple(pieces(text, near, first, brk[0])), body)
        first = brk[1]


def _findings(reading: Reading, start: int, end: int) -> Iterator[Finding]:
    """Statements and events in the order of the text."""
    said = [(_begin(one), _statement(number, one, reading)) for number, one in enumerate(reading.statements)]
    told = [(one.trigger.start, _event(number, one, reading)) for number, one in enumerate(reading.events)]
    yield from (finding for at, finding in sorted([*said, *told], key=lambda one: one[0]) if start <= at < end)


def _begin(said: Statement) -> int:
    spans = [*said.content, *([said.cue] if said.cue else [])]
    return min(span.start for span in spans)


def _statement(number: int, said: Statement, reading: Reading) -> Finding:
    report = reading.report
    details = (
        ("cue", wording.words(said.cue, report) if said.cue else ""),
        ("how", said.how),
        ("when", wording.time_of(said.when, report)),
        ("inside", f"statement {said.within + 1}" if said.within is not None else ""),
    )
    return Finding(
        id=statement_id(number),
        ref=f"{report.id}#{statement_id(number)}",
        kind="statement",
        title=str(number + 1),
        who=wording.source_of(said, reading),
        reality=wording.certainty_of(number, reading),
        what=wording.pieces(said.content, report),
        details=tuple((name, value) for name, value in details if value),
        sure=round(100 * said.confidence),
    )


def _event(number: int, event: Event, reading: Reading) -> Finding:
    report = reading.report
    details = (
        ("who", wording.parties_of(event, reading)),
        ("where", wording.place_of(event.place, report)),
        ("when", wording.time_of(event.when, report)),
        ("figures", wording.figures_of(event, report)),
        ("filed under", ", ".join(wording.labels_of(event))),
        *(tuple(term.split(": ", 1)) for term in wording.terms_of(event, reading)),
    )
    return Finding(
        id=event_id(number),
        ref=f"{report.id}#{event_id(number)}",
        kind="event",
        title=event.type,
        who=wording.whose_word(event, reading),
        reality=event.reality,
        what=wording.words(event.trigger, report),
        details=tuple((name, value) for name, value in details if value),
        sure=round(100 * event.confidence),
    )


def _actors(reading: Reading, index: Index) -> Iterator[tuple[str, str, str]]:
    """Of those who are named: the id of their marks, the name, and the page of who it is in the record."""
    for name, actor in reading.actors.items():
        canon = index.actor_of.get((reading.report.id, name))
        if canon and actor.name:
            yield f"a:{name}", index.desk.name(canon), addresses.to("actors", canon)


def _rests(report_id: str, index: Index) -> Iterator[Rests]:
    desk = index.desk
    for incident in index.incidents_in.get(report_id, ()):
        yield Rests("incident", title_of(incident.id, desk), addresses.to("incidents", incident.id))
    for demand in index.demands_in.get(report_id, ()):
        yield Rests(demand.kind, wording.quoted(demand.content), addresses.to("demands", demand.id))
    states = ((claim.about, claim.state, claim.talks) for claim in index.claims_in.get(report_id, ()))
    for about, state, talks in dict.fromkeys(states):
        yield Rests("status", f"{title_of(about, desk)}: {state_words(state)}", addresses.to("talks", talks))


def _others(report_id: str, index: Index) -> list[ReportRow]:
    one = index.copies_of.get(report_id)
    heads = index.desk.heads
    return [report_row(heads[name], index) for name in (one.reports if one else ()) if name != report_id]


def _copies(report_id: str, index: Index) -> list[tuple[ReportRow, Report]]:
    """The other copies with their texts."""
    one = index.copies_of.get(report_id)
    names = [name for name in (one.reports if one else ()) if name != report_id]
    return [(report_row(index.desk.heads[name], index), index.desk.report(name)) for name in names]
