"""A talks process, its rounds and truces, and who says in which state they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from parley.record.evidence import Claimant, Evidence, Ref, Version

Track = Literal["talks", "truce"]


@dataclass(frozen=True, slots=True)
class Round:
    """One sitting or series of sittings at one venue.

    `number` is ours, by date from 1; `told` are the numbers that reports give it ("third round"), where they date it,
    the one that most origins tell first. `dates` is an ISO date or interval,
    open at the end ("2025-11-06/..") while it has not ended. `members` are events by what they say of it."""

    id: str
    number: int
    venue: str | None
    dates: str | None
    mediators: tuple[str, ...] = ()
    told: tuple[Version, ...] = ()
    members: Mapping[str, tuple[Ref, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Truce:
    """One ceasefire or pause, with its dates and the events that speak of it by what they say."""

    id: str
    dates: str | None
    mediators: tuple[str, ...] = ()
    members: Mapping[str, tuple[Ref, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Talks:
    """A process: sides (ids of `Canon`), mediators and hosts, rounds and truces in the order of their dates."""

    id: str
    name: str
    sides: tuple[str, ...]
    mediators: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    rounds: tuple[Round, ...] = ()
    truces: tuple[Truce, ...] = ()
    others: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusClaim:
    """Who says that talks or a truce are in which state: a claim, never a fact.

    `rank` is mediator, both, the id of the side that claims it, source (unnamed or outside), or report (an outlet's own
    voice). `day` is the day on which it was claimed, `as_of` an ISO date where the claim looks back; `about` is the id
    of a round, of a truce or of the talks."""

    talks: str
    about: str
    track: Track
    state: str
    reality: str
    claimants: tuple[Claimant, ...]
    rank: str
    day: date | None
    evidence: tuple[Evidence, ...]
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class BoardRow:
    """The one state shown from a day on, by the rule `board` of docs/rules.md; None: nothing is known, or it lapsed.

    `claims` are the claims that it rests on, `against` those of the same days that say otherwise, both as positions in
    the record's `claims`; `reported` is what only unnamed sources or outlets tell."""

    talks: str
    track: Track
    day: date
    state: str | None
    rank: str | None = None
    about: str | None = None
    disputed: bool = False
    claims: tuple[int, ...] = ()
    against: tuple[int, ...] = ()
    reported: str | None = None
