"""Who did what to whom."""

from __future__ import annotations

from dataclasses import dataclass

from parley.record.actor import Party
from parley.record.span import Span
from parley.record.when import When


@dataclass(frozen=True, slots=True)
class Figure:
    """A number phrase of people and the integers it allows: "at least 12" is low 12, high None; "a dozen" 12–12.

    Both are None where the words give no number.
    """

    span: Span
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class PlaceCandidate:
    """A place that may be meant as well, and how likely it is (a probability)."""

    id: str
    name: str
    latitude: float
    longitude: float
    country: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Place:
    """Words that say where, and where that is.

    `id` is the GeoNames id, or a word of ours for curated places; degrees are WGS 84; `country` is ISO 3166 alpha-3,
    None where a place lies in several or none. `precision` is UCDP's where_prec: 1 the place itself, 2 within 25 km of
    it, 3 a second-order division, 4 a first-order one, 5 a line or a region without firm bounds, 6 a country, 7
    international waters or airspace. `confidence` is the probability that this place is meant, 0 where none was found;
    `why` says how it was found where that is not plain, or why it was not.
    """

    span: Span
    id: str | None = None
    name: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    precision: int | None = None
    confidence: float = 0.0
    candidates: tuple[PlaceCandidate, ...] = ()
    why: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One event that the report tells of, past, planned, denied or demanded.

    `type`, `modes`, `talks`, `aspect` and `reality` are labels of the codebook. `statement` is the index of the
    statement that it stands inside; None: the paper's own voice. `confidence` is the probability of trigger and type.
    """

    sentence: int
    trigger: Span
    type: str
    reality: str
    modes: tuple[str, ...] = ()
    talks: str | None = None
    aspect: str | None = None
    statement: int | None = None
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    content: tuple[Span, ...] = ()
    condition: tuple[Span, ...] = ()
    criteria: tuple[Span, ...] = ()
    place: tuple[Place, ...] = ()
    when: tuple[When, ...] = ()
    killed: tuple[Figure, ...] = ()
    injured: tuple[Figure, ...] = ()
    held: tuple[Figure, ...] = ()
    confidence: float = 1.0
