"""Readings made of the annotation itself, so that faults of linking can be told from faults of reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from benchmarks.readings import as_report
from corpus import standoff
from corpus.load import LINKED, load
from parley.reading.figures import bounds
from parley.reading.sentences import sentences
from parley.record import (
    Actor,
    Event,
    Figure,
    How,
    Mention,
    Party,
    Place,
    Provenance,
    Reading,
    Report,
    Sentence,
    Span,
    Statement,
    When,
)

ANNOTATED = Provenance("annotated", "people")


def linked() -> list[standoff.Report]:
    """The annotated reports that links.yaml ties together."""
    return load("train", sets=LINKED)


def reading_of(gold: standoff.Report) -> Reading:
    """The reading that a reader without fault would give.

    Places are left without coordinates and actors without a registry id: the steps of the pipeline that find them can
    be run on it as on any other reading.
    """
    made = _Maker(as_report(gold))
    return Reading(
        report=made.report,
        sentences=made.sentences(gold),
        actors={name: _actor(name, told) for name, told in gold["actors"].items()},
        mentions=tuple(Mention(made.span(m["span"]), m["actor"], m["sentence"]) for m in gold["mentions"]),
        statements=tuple(map(made.statement, gold["statements"])),
        events=tuple(made.event(told, told["trigger"]) for told in gold["events"] if told["trigger"]),
        origins=dict.fromkeys(("sentences", "mentions", "actors", "statements", "events"), ANNOTATED),
    )


def _actor(name: str, told: Mapping[str, object]) -> Actor:
    known = cast("Mapping[str, str | None]", told)
    return Actor(
        id=name,
        name=known.get("name"),
        kind=known.get("kind") or "other",
        country=known.get("country"),
        office=known.get("office"),
        acts_for=known.get("of"),
        members=tuple(cast("Iterable[str]", told.get("members") or ())),
    )


class _Maker:
    """Gives the offsets of one report's annotation their report."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def span(self, offsets: standoff.Offsets) -> Span:
        return self.report.span(offsets[0], offsets[1])

    def spans(self, offsets: Iterable[standoff.Offsets]) -> tuple[Span, ...]:
        return tuple(map(self.span, offsets))

    def sentences(self, gold: standoff.Report) -> tuple[Sentence, ...]:
        """The annotated sentences, each in the paragraph that it lies in."""
        cut = sentences(self.report)
        starts = [(one.span.start, one.paragraph) for one in cut]

        def paragraph(at: int) -> int:
            return max((number for start, number in starts if start <= at), default=0)

        return tuple(Sentence(self.span(one), paragraph(one[0])) for one in gold["sentences"])

    def party(self, told: standoff.Party) -> Party | None:
        return Party(told["actor"], self.span(told["span"]) if told["span"] else None) if told["actor"] else None

    def parties(self, told: Iterable[standoff.Party]) -> tuple[Party, ...]:
        return tuple(party for party in map(self.party, told) if party)

    def times(self, told: Iterable[standoff.Time]) -> tuple[When, ...]:
        return tuple(When(self.span(t["span"]), t["date"], "resolved" if t["date"] else "unknown") for t in told)

    def figures(self, told: Iterable[standoff.Offsets]) -> tuple[Figure, ...]:
        return tuple(Figure(span, *bounds(span.quote(self.report))) for span in map(self.span, told))

    def statement(self, told: standoff.Statement) -> Statement:
        return Statement(
            sentence=told["sentence"],
            source=self.party(told["source"]),
            cue=self.span(told["cue"]) if told["cue"] else None,
            content=self.spans(told["content"]),
            how=cast(How, told["how"] or "indirect"),
            via=self.parties(told["via"]),
            to=self.parties(told["to"]),
            when=self.times(told["when"]),
        )

    def event(self, told: standoff.Event, trigger: standoff.Offsets) -> Event:
        return Event(
            sentence=told["sentence"],
            trigger=self.span(trigger),
            type=told["type"],
            reality=told["reality"],
            modes=tuple(told["mode"]),
            talks=told["talks"],
            aspect=told["aspect"],
            statement=told["statement"],
            actors=self.parties(told["actors"]),
            recipients=self.parties(told["recipients"]),
            content=self.spans(told["content"]),
            condition=self.spans(told["condition"]),
            criteria=self.spans(told["criteria"]),
            place=tuple(Place(span) for span in self.spans(told["place"])),
            when=self.times(told["when"]),
            killed=self.figures(told["killed"]),
            injured=self.figures(told["injured"]),
            held=self.figures(told["held"]),
        )
