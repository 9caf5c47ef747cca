"""What a judgement is about in the present readings: re-found by the words that it rested on.

Ids are made of findings (`a1#e3`, `incident:a1#e3`), and another reading numbers its findings anew. So a judgement
keeps a passage for each such id, in the order of `anchored`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, cast

from parley.record import Judgement, Passage, Reading, Ref, Span

__all__ = [
    "Places",
    "Standing",
    "anchored",
    "finding",
    "passages_of",
    "present",
    "quote_of",
    "ref_in",
    "report_of",
    "span_of",
    "standing",
]

Places = Mapping[str, Sequence[Span | None]]
"""By the id of a judgement where the words of its passages stand now; None where they are gone."""
Standing = Literal["stands", "changed", "orphaned", "unread"]
"""The finding is there; the words round it are others now; its words are gone; nothing is read in them any more."""

_LEAD = 200
"""So many characters tell a report again."""
_WITHIN = re.compile(r"(?:dispute:)?(?:incident:|demand:)?(.+?#[es]\d+)(?::.*)?")


def finding(text: str) -> Ref | None:
    """The event or statement that `a1#e3` or `a1#s3` names; None where a text names none."""
    return Ref.of(text)


def ref_in(id_: str) -> Ref | None:
    """The finding that an id is, or is made of; None for talks, actors, reports and others."""
    match = _WITHIN.fullmatch(id_)
    return Ref.of(match[1]) if match else None


def anchored(one: Judgement) -> tuple[tuple[str, Ref], ...]:
    """The ids that a judgement names and that are made of findings: the target first."""
    found = ((id_, ref_in(id_)) for id_ in (one.target, *one.others))
    return tuple((id_, ref) for id_, ref in found if ref)


def span_of(reading: Reading, ref: Ref) -> Span | None:
    """The words that a finding is known by: the trigger of an event, the content of a statement; None: no such one."""
    if ref.kind == "event" and ref.index < len(reading.events):
        return reading.events[ref.index].trigger
    if ref.kind == "statement" and ref.index < len(reading.statements):
        return reading.statements[ref.index].content[0]
    return None


def passages_of(one: Judgement, readings: Mapping[str, Reading]) -> tuple[Passage, ...]:
    """What is to be kept with a judgement: one passage for each of `anchored`, or none where a finding is not there.

    Of a report it is how its text begins.
    """
    found: list[Passage] = []
    if not anchored(one) and one.target in readings:
        report = readings[one.target].report
        return (Passage.of(report.span(0, min(_LEAD, len(report.text))), report),) if report.text else ()
    for _, ref in anchored(one):
        reading = readings.get(ref.report)
        span = span_of(reading, ref) if reading else None
        if reading is None or span is None:
            return ()
        found.append(Passage.of(span, reading.report))
    return tuple(found)


def report_of(one: Judgement, places: Places) -> str:
    """The id of the report that a judgement is about: that of the last version of its article."""
    span = next(iter(places.get(one.id, ())), None)
    return span.report if span and not anchored(one) else one.target


def present(one: Judgement, places: Places, readings: Mapping[str, Reading]) -> Mapping[str, Ref | None]:
    """By the ids that are made of findings which finding each is now; None where it is not found."""
    ids, spans = anchored(one), places.get(one.id, ())
    if len(spans) != len(ids):  # kept without passages: the number is all there is to go by
        return {id_: ref if _is_there(ref, readings) else None for id_, ref in ids}
    return {id_: _at(span, ref, readings) if span else None for (id_, ref), span in zip(ids, spans, strict=True)}


def _is_there(ref: Ref, readings: Mapping[str, Reading]) -> bool:
    return ref.report in readings and span_of(readings[ref.report], ref) is not None


def _at(span: Span, ref: Ref, readings: Mapping[str, Reading]) -> Ref | None:
    """The finding of those words, of several the one that is nearest in number."""
    reading = readings.get(span.report)
    found = [(there != span, abs(index - ref.index), index) for index, there in _spans(reading, ref, span)]
    return Ref(span.report, ref.kind, min(found)[2]) if found else None


def _spans(reading: Reading | None, ref: Ref, near: Span) -> Iterator[tuple[int, Span]]:
    if reading is None:
        return
    count = len(reading.events if ref.kind == "event" else reading.statements)
    for index in range(count):
        span = cast("Span", span_of(reading, Ref(near.report, ref.kind, index)))
        if span.overlaps(near):
            yield index, span


def standing(one: Judgement, places: Places, readings: Mapping[str, Reading]) -> Standing:
    """Whether what a judgement rested on is still so; for what rests on no finding it always is."""
    if any(span is None for span in places.get(one.id, ())):
        return "orphaned"
    now = present(one, places, readings)
    if any(ref is None for ref in now.values()):
        return "unread"
    ref = next(iter(now.values()), None)
    if one.quote and ref and _squeezed(one.quote) not in _squeezed(quote_of(readings[ref.report], ref)):
        return "changed"
    return "stands"


def quote_of(reading: Reading, ref: Ref) -> str:
    """The sentence of an event, the content of a statement."""
    span = span_of(reading, ref)
    if ref.kind == "event":
        at = reading.events[ref.index].sentence
        span = reading.sentences[at].span if at < len(reading.sentences) else span
    return span.quote(reading.report) if span else ""


def _squeezed(text: str) -> str:
    return " ".join(text.split())
