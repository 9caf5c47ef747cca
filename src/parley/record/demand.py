"""What one side asks, offers or promises, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.record.evidence import Claimant, Evidence, Link

DemandKind = Literal["demand", "pledge", "guarantee", "evidence", "offer", "appeal"]
MoveKind = Literal[
    "raised", "repeated", "acknowledged", "accepted", "rejected", "withheld", "fulfilled", "broken"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Move:
    """What happened to a demand on a day, as a claimant tells it; `degree` only for fulfilled: 0 none, 1 minimal, 2
    intermediate, 3 full, as the Peace Accords Matrix."""

    kind: MoveKind
    day: date | None
    claimants: tuple[Claimant, ...]
    evidence: tuple[Evidence, ...]
    criteria: tuple[str, ...] = ()
    degree: int | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """A distinct demand, guarantee, pledge, offer, piece of evidence or appeal.

    `by` and `to` are ids of `Canon`; `content` is in a report's own words, the fullest; `moves` are in the order of
    their days, the first is how it was raised; `links` say why each other utterance, `b`, is held to be of the demand
    that the first one, `a`, opens."""

    id: str
    kind: DemandKind
    by: tuple[str, ...]
    to: tuple[str, ...]
    content: str
    criteria: tuple[str, ...] = ()
    moves: tuple[Move, ...] = ()
    talks: str | None = None
    links: tuple[Link, ...] = ()
