"""Readings of made-up reports, one event a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from parley.record import Actor, Event, Figure, Outlet, Party, Place, Reading, Report, Sentence, When

ACTORS = {
    "ardania": Actor("ardania", "Ardania", "state", "ARD"),
    "keston": Actor("keston", "Keston", "state", "KES"),
    "front": Actor("front", "Northern Front", "armed_group"),
    "okar": Actor("okar", "Selim Okar", "person", "ARD", acts_for="ardania"),
    "people": Actor("people", None, "civilians"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """An event: the words of its sentence, the trigger among them, and who, where, when and how many."""

    text: str
    word: str
    type: str = "ASSAULT"
    by: str | None = None
    to: str | None = None
    where: str | None = None
    when: str | None = None
    killed: int | None = None
    reality: str = "actual"
    rest: Mapping[str, str] = field(default_factory=dict)


def reading(id_: str, day: int | None, *told: Told, outlet: str | None = None) -> Reading:
    """A report of that day of May 2031, or of none."""
    text = "\n".join(one.text for one in told)
    published = date(2031, 5, day) if day else None
    report = Report(id_, text, outlet=Outlet(outlet or f"Paper {id_}"), published=published)
    sentences, events, at = [], [], 0
    for number, one in enumerate(told):
        sentences.append(Sentence(report.span(at, at + len(one.text)), number))
        events.append(_event(report, number, at, one))
        at += len(one.text) + 1
    return Reading(report, tuple(sentences), ACTORS, events=tuple(events))


def _event(report: Report, number: int, at: int, told: Told) -> Event:
    start = at + told.text.index(told.word)
    trigger = report.span(start, start + len(told.word))
    place = at + told.text.index(told.where) if told.where else 0
    return Event(
        sentence=number,
        trigger=trigger,
        type=told.type,
        reality=told.reality,
        talks=told.rest.get("talks"),
        aspect=told.rest.get("aspect"),
        actors=(Party(told.by),) if told.by else (),
        recipients=(Party(told.to),) if told.to else (),
        place=(Place(report.span(place, place + len(told.where))),) if told.where else (),
        when=(When(trigger, told.when, "stated"),) if told.when else (),
        killed=(Figure(trigger, told.killed, told.killed),) if told.killed is not None else (),
    )
