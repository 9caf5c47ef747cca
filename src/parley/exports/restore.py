"""A reading back from its JSON."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from parley.exports.shape import (
    ActorShape,
    EventShape,
    FigureShape,
    OutletShape,
    Pair,
    PartyShape,
    PlaceShape,
    ReadingShape,
    StatementShape,
    WhenShape,
)
from parley.record import (
    Actor,
    Candidate,
    Event,
    Figure,
    How,
    Known,
    Mention,
    Outlet,
    Party,
    Place,
    PlaceCandidate,
    Provenance,
    Reading,
    Report,
    Sentence,
    Span,
    Statement,
    When,
)
from parley.record.when import CountedFrom


def from_dict(shape: ReadingShape) -> Reading:
    """The reading that `to_dict` gave this for; trusts that the shape is one of docs/reading.schema.json."""
    report = _report(shape)
    read = _Restorer(report)
    return Reading(
        report=report,
        sentences=read.sentences(shape),
        actors={name: _actor(name, actor) for name, actor in shape["actors"].items()},
        mentions=tuple(
            Mention(read.span(one["span"]), one["actor"], one["sentence"], one["confidence"])
            for one in shape["mentions"]
        ),
        statements=tuple(read.statement(one) for one in shape["statements"]),
        events=tuple(read.event(one) for one in shape["events"]),
        origins={section: Provenance(one["step"], one["model"]) for section, one in shape["origin"].items()},
    )


def _report(shape: ReadingShape) -> Report:
    return Report(
        id=shape["id"],
        text=shape["text"],
        title=shape["title"],
        outlet=_outlet(shape["outlet"]) if shape["outlet"] else None,
        published=date.fromisoformat(shape["published"]) if shape["published"] else None,
        dateline=shape["dateline"],
        url=shape["url"],
        author=shape["author"],
        credits=tuple(shape["credits"]),
        language=shape["language"],
    )


def _outlet(shape: OutletShape) -> Outlet:
    return Outlet(shape["name"], shape["site"], shape["country"], shape["kind"])


def _actor(name: str, shape: ActorShape) -> Actor:
    return Actor(
        id=name,
        name=shape["name"],
        kind=shape["kind"],
        country=shape["country"],
        office=shape["office"],
        acts_for=shape["of"],
        members=tuple(shape["members"]),
        registry=shape["registry"],
        candidates=tuple(Candidate(one["registry"], one["name"], one["why"]) for one in shape["candidates"]),
    )


class _Restorer:
    """Gives the spans of one report their report again."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def span(self, pair: Pair) -> Span:
        return self.report.span(pair[0], pair[1])

    def spans(self, pairs: Iterable[Pair]) -> tuple[Span, ...]:
        return tuple(self.span(pair) for pair in pairs)

    def sentences(self, shape: ReadingShape) -> tuple[Sentence, ...]:
        boilerplate = set(shape["boilerplate"])
        return tuple(
            Sentence(self.span(pair), paragraph, number not in boilerplate)
            for number, (pair, paragraph) in enumerate(zip(shape["sentences"], shape["paragraphs"], strict=True))
        )

    def party(self, shape: PartyShape) -> Party | None:
        span = shape["span"]
        actor = shape["actor"]
        return None if actor is None else Party(actor, self.span(span) if span else None, shape["confidence"])

    def parties(self, shapes: Iterable[PartyShape]) -> tuple[Party, ...]:
        return tuple(party for party in map(self.party, shapes) if party)

    def times(self, shapes: Iterable[WhenShape]) -> tuple[When, ...]:
        return tuple(
            When(
                self.span(one["span"]),
                one["date"],
                cast(Known, one["known"]),
                cast("CountedFrom | None", one.get("counted_from")),
                one.get("duration"),
            )
            for one in shapes
        )

    def figures(self, shapes: Iterable[FigureShape]) -> tuple[Figure, ...]:
        return tuple(Figure(self.span(one["span"]), one["low"], one["high"]) for one in shapes)

    def place(self, shape: PlaceShape) -> Place:
        return Place(
            span=self.span(shape["span"]),
            id=shape["id"],
            name=shape["name"],
            latitude=shape["latitude"],
            longitude=shape["longitude"],
            country=shape["country"],
            precision=shape["precision"],
            confidence=shape["confidence"],
            candidates=tuple(PlaceCandidate(**one) for one in shape["candidates"]),
            why=shape["why"],
        )

    def statement(self, shape: StatementShape) -> Statement:
        return Statement(
            sentence=shape["sentence"],
            source=self.party(shape["source"]),
            cue=self.span(shape["cue"]) if shape["cue"] else None,
            content=self.spans(shape["content"]),
            how=cast(How, shape["how"]),
            via=self.parties(shape["via"]),
            to=self.parties(shape["to"]),
            when=self.times(shape["when"]),
            within=shape["within"],
            confidence=shape["confidence"],
        )

    def event(self, shape: EventShape) -> Event:
        return Event(
            sentence=shape["sentence"],
            trigger=self.span(shape["trigger"]),
            type=shape["type"],
            reality=shape["reality"],
            modes=tuple(shape["mode"]),
            talks=shape["talks"],
            aspect=shape["aspect"],
            statement=shape["statement"],
            actors=self.parties(shape["actors"]),
            recipients=self.parties(shape["recipients"]),
            content=self.spans(shape["content"]),
            condition=self.spans(shape["condition"]),
            criteria=self.spans(shape["criteria"]),
            place=tuple(self.place(one) for one in shape["place"]),
            when=self.times(shape["when"]),
            killed=self.figures(shape["killed"]),
            injured=self.figures(shape["injured"]),
            held=self.figures(shape["held"]),
            confidence=shape["confidence"],
        )
