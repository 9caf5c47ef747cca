"""Readings as people corrected them: what is linked is made of these, what the machine read stays as it was."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from parley.linking.judging.anchors import Places, finding, present, report_of
from parley.linking.judging.fields import FIELDS, NONE
from parley.linking.judging.log import in_force
from parley.record import Event, How, Judgement, Party, Reading, Ref, Span, Statement

__all__ = ["judged_readings"]

Item = TypeVar("Item")


def judged_readings(
    readings: Iterable[Reading], judgements: Iterable[Judgement], places: Places | None = None
) -> tuple[Reading, ...]:
    """The readings with findings rejected and corrected as the log says, in the order given.

    A rejected report is left out; a rejected event stays at its number, so that others keep theirs, and tells nothing;
    a rejected statement is nobody's. What a judgement does not find, or does not fit, changes nothing.
    """
    known = {reading.report.id: reading for reading in readings}
    for one in in_force(judgements):
        if one.verb in ("reject", "correct"):
            _apply(one, known, places or {})
    return tuple(known.values())


def _apply(one: Judgement, known: dict[str, Reading], places: Places) -> None:
    if one.verb == "reject" and (report := report_of(one, places)) in known:
        del known[report]
        return
    ref = present(one, places, known).get(one.target) if finding(one.target) else None
    if ref is None:
        return
    reading = known[ref.report]
    known[ref.report] = _rejected(reading, ref) if one.verb == "reject" else _corrected(reading, ref, one)


def _rejected(reading: Reading, ref: Ref) -> Reading:
    if ref.kind == "event":
        return replace(reading, events=_with(reading.events, ref.index, _silent(reading.events[ref.index])))
    said = replace(reading.statements[ref.index], source=None, via=(), to=(), when=())
    outer = said.within
    events = (replace(one, statement=outer) if one.statement == ref.index else one for one in reading.events)
    return replace(reading, statements=_with(reading.statements, ref.index, said), events=tuple(events))


def _silent(event: Event) -> Event:
    """An event of which nothing is made: of talks, but with no word on their state and nobody in it."""
    return Event(event.sentence, event.trigger, "TALKS", "denied", statement=event.statement)


def _corrected(reading: Reading, ref: Ref, one: Judgement) -> Reading:
    field, value = one.field or "", one.value or ""
    allowed = FIELDS[ref.kind].get(field)
    if allowed is None or not allowed.fits(value):
        return reading
    if ref.kind == "event":
        event = _corrected_event(reading.events[ref.index], field, value, reading)
        return replace(reading, events=_with(reading.events, ref.index, event))
    said = _corrected_statement(reading.statements[ref.index], field, value, reading)
    return replace(reading, statements=_with(reading.statements, ref.index, said))


def _corrected_event(event: Event, field: str, value: str, reading: Reading) -> Event:
    match field:
        case "type":
            return replace(event, type=value, modes=())  # modes belong to a type
        case "reality":
            return replace(event, reality=value)
        case "talks":
            return replace(event, talks=None if value == NONE else value)
        case "aspect":
            return replace(event, aspect=None if value == NONE else value)
        case "actors":
            return replace(event, actors=_parties(value, event.actors, event.trigger, reading))
        case _:
            return replace(event, recipients=_parties(value, event.recipients, event.trigger, reading))


def _corrected_statement(said: Statement, field: str, value: str, reading: Reading) -> Statement:
    if field == "how":
        return replace(said, how=cast("How", value))
    near = said.cue or said.content[0]
    parties = _parties(value, (said.source,) if said.source else (), near, reading)
    return replace(said, source=parties[0] if parties else None)


def _parties(value: str, before: Sequence[Party], near: Span, reading: Reading) -> tuple[Party, ...]:
    """The actors of those ids; those that were there keep the words that name them, others get the nearest."""
    spans = {party.actor: party.span for party in before}
    wanted = [] if value == NONE else [name.strip() for name in value.split(",")]
    known = [name for name in wanted if name in reading.actors]
    return tuple(Party(name, spans[name] if name in spans else _words_of(name, near, reading)) for name in known)


def _words_of(actor: str, near: Span, reading: Reading) -> Span | None:
    """The words of its own sentence that name an actor; None where the sentence leaves it unsaid."""
    here = next((one.span for one in reading.sentences if one.span.covers(near)), near)
    named = [one.span for one in reading.mentions if one.actor == actor and here.covers(one.span)]
    return min(named, key=lambda span: (abs(span.start - near.start), span), default=None)


def _with(items: tuple[Item, ...], index: int, item: Item) -> tuple[Item, ...]:
    return (*items[:index], item, *items[index + 1 :])
