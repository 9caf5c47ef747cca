"""A finding where it stands: its sentence with its words marked, the sentences around it, and the reading as it was
read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.exports import wording
from parley.exports.record_desk import Desk, as_day
from parley.record import Event, Party, Reading, Ref, Sentence
from parley.web import addresses
from parley.web.marks import Mark, Piece, pieces
from parley.web.states import state_words

__all__ = ["Scene", "scene"]

_LONGEST = 600
"""Characters of a sentence before or after."""


@dataclass(frozen=True, slots=True)
class Scene:
    """`before` and `after` are the neighbours of the sentence; `rows` name what was read, each with its label."""

    outlet: str
    day: str
    url: str
    before: str
    sentence: tuple[Piece, ...]
    after: str
    rows: tuple[tuple[str, str], ...]


def scene(ref: Ref, reading: Reading, desk: Desk) -> Scene | None:
    """The finding; None where the reading has no such event."""
    if ref.kind != "event" or ref.index >= len(reading.events):
        return None
    event = reading.events[ref.index]
    here = reading.sentences[event.sentence].span
    marks = (one for one in _marks(event, reading) if one.span.overlaps(here))
    return Scene(
        outlet=desk.outlet(ref.report),
        day=as_day(desk.published(ref.report)),
        url=addresses.of_finding(event.trigger),
        before=_beside(reading, event.sentence - 1),
        sentence=tuple(pieces(reading.report.text, marks, here.start, here.end)),
        after=_beside(reading, event.sentence + 1),
        rows=tuple(_rows(event, reading)),
    )


def _beside(reading: Reading, number: int) -> str:
    """A neighbour, or nothing at the ends of the text."""
    if not 0 <= number < len(reading.sentences):
        return ""
    beside: Sentence = reading.sentences[number]
    said = wording.words(beside.span, reading.report)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]} …"


def _marks(event: Event, reading: Reading) -> Iterator[Mark]:
    yield Mark(event.trigger, "m-event")
    yield from _of_parties(event.actors, "m-by")
    yield from _of_parties(event.recipients, "m-to")
    if event.statement is not None:
        said = reading.statements[event.statement]
        yield from _of_parties((said.source,) if said.source else (), "m-source")
        yield from (Mark(cue, "m-cue") for cue in (said.cue,) if cue)
    yield from (Mark(one.span, "m-where") for one in event.place)
    yield from (Mark(one.span, "m-where") for one in event.when)
    yield from (Mark(one.span, "m-figure") for one in (*event.killed, *event.injured, *event.held))


def _of_parties(parties: tuple[Party, ...], kind: str) -> Iterator[Mark]:
    return (Mark(one.span, kind) for one in parties if one.span)


def _rows(event: Event, reading: Reading) -> Iterator[tuple[str, str]]:
    """What was read, without what is empty."""
    report = reading.report
    said = reading.statements[event.statement] if event.statement is not None else None
    rows = (
        ("who says so", wording.source_of(said, reading) if said else wording.PAPER),
        ("reality", event.reality),
        ("type", ", ".join((event.type, *event.modes))),
        ("talks", state_words(event.talks) if event.talks else ""),
        ("aspect", event.aspect or ""),
        ("who", wording.names_of(event.actors, reading)),
        ("to whom", wording.names_of(event.recipients, reading)),
        ("what", "; ".join(wording.terms_of(event, reading))),
        ("where", wording.place_of(event.place, report)),
        ("when", wording.time_of(event.when, report)),
        ("how many", wording.figures_of(event, report)),
    )
    return ((name, value) for name, value in rows if value)
