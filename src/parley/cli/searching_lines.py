"""Statements and events that were found, as lines and as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from parley.asking.findings import LOOKED_INTO, Finding, Findings
from parley.exports import wording
from parley.exports.columns import indented
from parley.exports.record_desk import FAINT, HEAD, as_day
from parley.exports.record_json import Json
from parley.exports.report_hits import marked
from parley.record import Span

__all__ = ["finding_json", "finding_lines"]

_IN = 4


def finding_lines(findings: Findings, width: int) -> Iterator[Text]:
    """Two lines or more a finding: who, outlet, day and id; then the words."""
    if not findings.found:
        yield Text("nothing found", FAINT)
    for one in findings.found:
        report = one.reading.report
        outlet = (report.outlet and (report.outlet.name or report.outlet.site)) or ""
        about = " · ".join(part for part in (wording.shown(outlet), as_day(report.published)) if part)
        head = Text.assemble((_what(one), HEAD), f"  {about}  ", (wording.shown(str(one.ref)), FAINT))
        yield from indented(head, width, 0)
        yield from indented(Text(" … ").join(_words(one, place) for place in _shown(one)), width, _IN)
    if findings.more:
        yield Text("and more: --limit N shows them", FAINT)
    if not findings.whole:
        yield Text(f"the best {LOOKED_INTO} reports were looked into; more words, or days, narrow it down", FAINT)


def finding_json(one: Finding) -> Json:
    """One object a finding; places and marks are `[start, end)` in characters of the report's text."""
    report = one.reading.report
    return {
        "id": str(one.ref),
        "report": report.id,
        "who": one.who,
        "trigger": _trigger(one),
        "words": [place.quote(report) for place in _shown(one)],
        "places": [[place.start, place.end] for place in _shown(one)],
        "marks": [[mark.start, mark.end] for mark in one.marks],
        "outlet": report.outlet.name if report.outlet else None,
        "published": report.published.isoformat() if report.published else None,
    }


def _what(one: Finding) -> str:
    """Who says it; the word for an event, and who does it to whom."""
    trigger = _trigger(one)
    if trigger is None:
        return one.who or "not told by whom"
    return f"{trigger}: {one.who}" if one.who else trigger


def _trigger(one: Finding) -> str | None:
    if one.ref.kind != "event":
        return None
    return wording.words(one.reading.events[one.ref.index].trigger, one.reading.report)


def _shown(one: Finding) -> list[Span]:
    """Its places, without those that lie within others."""
    return [
        place
        for place in one.places
        if not any(other != place and other.start <= place.start and place.end <= other.end for other in one.places)
    ]


def _words(one: Finding, place: Span) -> Text:
    within = [mark for mark in one.marks if place.start <= mark.start and mark.end <= place.end]
    marks = [(mark.start - place.start, mark.end - place.start) for mark in within]
    return marked(place.quote(one.reading.report), marks)
