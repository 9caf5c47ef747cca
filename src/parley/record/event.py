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
class Place:
    """Words that say where."""

    span: Span


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
