"""A text cut into pieces at the edges of everything found in it, so that findings may overlap as they like."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from parley.exports import wording
from parley.record import Event, Reading, Span, Statement

__all__ = ["Mark", "Piece", "event_id", "marks_of", "pieces", "statement_id"]

AT = "at"
"""The mark of the words that somebody came for."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that belong to a finding: what kind they are (a class of the stylesheet), and the finding's id."""

    span: Span
    kind: str
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text with all that is marked in it; `kinds` and `findings` are separated by blanks."""

    text: str
    kinds: str = ""
    findings: str = ""
    starts: tuple[str, ...] = ()
    """Findings whose first mark begins here: they are gone to by these anchors."""


def statement_id(index: int) -> str:
    """As everywhere in the record: s0, s1 …"""
    return f"s{index}"


def event_id(index: int) -> str:
    """As everywhere in the record: e0, e1 …"""
    return f"e{index}"


def marks_of(reading: Reading) -> Iterator[Mark]:
    """Everything that the page marks, in no order."""
    for index, said in enumerate(reading.statements):
        yield from _of_statement(statement_id(index), said)
    for index, event in enumerate(reading.events):
        yield from _of_event(event_id(index), event)
    yield from (Mark(mention.span, "m-actor", f"a:{mention.actor}") for mention in reading.mentions)
    yield from (Mark(sentence.span, "m-furniture") for sentence in reading.sentences if not sentence.body)


def _of_statement(name: str, said: Statement) -> Iterator[Mark]:
    if said.source and said.source.span:
        yield Mark(said.source.span, "m-source", name)
    if said.cue:
        yield Mark(said.cue, "m-cue", name)
    yield from (Mark(span, "m-content", name) for span in said.content)


def _of_event(name: str, event: Event) -> Iterator[Mark]:
    hedge = "" if event.reality == "actual" else f" r-{event.reality}"
    yield Mark(event.trigger, f"m-event{hedge}", name)
    roles = {"m-by": event.actors, "m-to": event.recipients}
    yield from (Mark(one.span, role, name) for role, parties in roles.items() for one in parties if one.span)
    yield from (Mark(one.span, "m-where", name) for one in event.place)
    yield from (Mark(one.span, "m-when", name) for one in event.when)
    yield from (Mark(one.span, "m-figure", name) for one in (*event.killed, *event.injured, *event.held))
    yield from (Mark(span, "m-term", name) for span in (*event.content, *event.condition, *event.criteria))


def pieces(text: str, marks: Iterable[Mark], start: int, end: int) -> Iterator[Piece]:
    """The characters from start to end; put together again they are that text, control characters apart."""
    inside = sorted(
        (one for one in marks if one.span.start < end and one.span.end > start),
        key=lambda one: (one.span.start, -one.span.end, one.kind, one.finding),
    )
    opening, closing = _edges(inside)
    edges = sorted({start, end, *(edge for edge in (*opening, *closing) if start < edge < end)})
    shown = wording.shown(text)
    known = {one.finding for one in inside if one.span.start < start}
    held: dict[int, Mark] = {number: one for number, one in enumerate(inside) if one.span.start < start}
    for first, last in pairwise(edges):
        for number in closing.get(first, ()):
            held.pop(number, None)
        fresh = opening.get(first, ())
        held |= {number: inside[number] for number in fresh}
        starts = tuple(dict.fromkeys(inside[number].finding for number in fresh if inside[number].finding not in known))
        known.update(starts)
        yield _piece(shown[first:last], [held[number] for number in sorted(held)], starts)


def _edges(marks: Sequence[Mark]) -> tuple[dict[int, list[int]], dict[int, list[int]]]:
    """Which marks open and close at which character."""
    opening: defaultdict[int, list[int]] = defaultdict(list)
    closing: defaultdict[int, list[int]] = defaultdict(list)
    for number, one in enumerate(marks):
        opening[one.span.start].append(number)
        closing[one.span.end].append(number)
    return opening, closing


def _piece(text: str, marks: Sequence[Mark], starts: tuple[str, ...]) -> Piece:
    kinds = " ".join(dict.fromkeys(one.kind for one in marks))
    findings = " ".join(dict.fromkeys(one.finding for one in marks if one.finding))
    return Piece(text, kinds, findings, tuple(one for one in starts if one))
