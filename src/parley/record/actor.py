"""Who says, does or suffers something, and the words that name them."""

from __future__ import annotations

from dataclasses import dataclass

from parley.record.span import Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody of the registry whom an actor may be, and why: `registry` is the id there, `name` the name to show."""

    registry: str
    name: str
    why: str


@dataclass(frozen=True, slots=True)
class Actor:
    """One person, body, state or group of a report.

    `kind` is one of codebook `actor_kinds`; `country` is ISO 3166 alpha-3; `acts_for` is the id of the actor whose
    side this one is on (a minister's government, a spokesman's group). `name` is None for those left unnamed.
    `registry` is who it is in the registry; where that is known, it is the only one of `candidates`, which otherwise
    holds all who may be meant.
    """

    id: str
    name: str | None
    kind: str = "other"
    country: str | None = None
    office: str | None = None
    acts_for: str | None = None
    members: tuple[str, ...] = ()
    registry: str | None = None
    candidates: tuple[Candidate, ...] = ()

    @property
    def known_as(self) -> str | None:
        """The name in the registry, where it is known who this is."""
        return self.candidates[0].name if self.registry and self.candidates else None


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
