"""Rival values of one slot of one thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.record.evidence import Link, Version

Verdict = Literal["conflict", "later-update", "different-scope", "open"]


@dataclass(frozen=True, slots=True)
class Dispute:
    """One slot of one incident, round, truce or demand (`about` is its id) with two or more versions.

    `kind` is what the rules make of it, or the verdict of the person who resolved it. `links` say why the versions are
    rivals: for each two of them the first two findings that cannot both be followed."""

    id: str
    about: str
    slot: str
    versions: tuple[Version, ...]
    kind: Verdict = "conflict"
    links: tuple[Link, ...] = ()
