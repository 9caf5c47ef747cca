"""Who says, does or suffers something, and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass

from parley.record.span import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, body, state or group of a report.

    `kind` is one of codebook `actor_kinds`; `country` is ISO 3166 alpha-3; `acts_for` is the id of the actor whose
    side this one is on (a minister's government, a spokesman's group). `name` is None for those left unnamed.
    """

    id: str
    name: str | None
    kind: str = "other"
    country: str | None = None
    office: str | None = None
    acts_for: str | None = None
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe an actor; `sentence` counts from 0 and `confidence` is a probability."""

    span: Span
    actor: str
    sentence: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role; `span` is None where the sentence leaves them unsaid."""

    actor: str
    span: Span | None = None
    confidence: float = 1.0
