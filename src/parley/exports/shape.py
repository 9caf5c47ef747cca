"""The shape of a reading in JSON, as docs/reading.schema.json publishes it."""

from __future__ import annotations

from typing import TypedDict

Pair = list[int]
"""A span: `[start, end)` in characters of the report's text."""


class OutletShape(TypedDict):
    """Who published the report."""

    name: str | None
    site: str | None
    country: str | None
    kind: str | None


class CandidateShape(TypedDict):
    """Somebody of the registry who may be meant, and why."""

    registry: str
    name: str
    why: str


class ActorShape(TypedDict):
    """Who an actor is; `of` is the id of the one that they act for, `registry` who it is in the registry."""

    name: str | None
    kind: str
    country: str | None
    office: str | None
    of: str | None
    members: list[str]
    registry: str | None
    candidates: list[CandidateShape]


class MentionShape(TypedDict):
    """Words that name an actor."""

    span: Pair
    actor: str
    sentence: int
    confidence: float


class PartyShape(TypedDict):
    """An actor in a role; both are null where the words leave it open."""

    actor: str | None
    span: Pair | None
    confidence: float


class WhenShape(TypedDict):
    """A time expression, the ISO date it stands for, how that is known, and how long a length of time is."""

    span: Pair
    date: str | None
    known: str
    counted_from: str | None
    duration: str | None


class PlaceCandidateShape(TypedDict):
    """Another place that may be meant."""

    id: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    confidence: float


class PlaceShape(TypedDict):
    """Words that say where, and where that is; everything but `span` and `why` is null where it was not found."""

    span: Pair
    id: str | None
    name: str | None
    latitude: float | None
    longitude: float | None
    country: str | None
    precision: int | None
    confidence: float
    candidates: list[PlaceCandidateShape]
    why: str | None


class FigureShape(TypedDict):
    """A number phrase of people and the integers it allows."""

    span: Pair
    low: int | None
    high: int | None


class StatementShape(TypedDict):
    """Who said what; `within` is the index of the statement that it stands inside."""

    sentence: int
    source: PartyShape
    cue: Pair | None
    content: list[Pair]
    how: str
    via: list[PartyShape]
    to: list[PartyShape]
    when: list[WhenShape]
    within: int | None
    confidence: float


class EventShape(TypedDict):
    """Who did what to whom; `statement` is the index of the statement that it stands inside."""

    sentence: int
    trigger: Pair
    type: str
    mode: list[str]
    talks: str | None
    aspect: str | None
    reality: str
    statement: int | None
    actors: list[PartyShape]
    recipients: list[PartyShape]
    content: list[Pair]
    condition: list[Pair]
    criteria: list[Pair]
    place: list[PlaceShape]
    when: list[WhenShape]
    killed: list[FigureShape]
    injured: list[FigureShape]
    held: list[FigureShape]
    confidence: float


class OriginShape(TypedDict):
    """The step that filled a section, and its model."""

    step: str
    model: str


class ReadingShape(TypedDict):
    """A report and everything read from it.

    `paragraphs` gives the paragraph of each sentence; `boilerplate` the indexes of the sentences read as nothing.
    """

    id: str
    title: str | None
    outlet: OutletShape | None
    published: str | None
    dateline: str | None
    url: str | None
    author: str | None
    credits: list[str]
    language: str | None
    text: str
    sentences: list[Pair]
    paragraphs: list[int]
    boilerplate: list[int]
    actors: dict[str, ActorShape]
    mentions: list[MentionShape]
    statements: list[StatementShape]
    events: list[EventShape]
    origin: dict[str, OriginShape]
