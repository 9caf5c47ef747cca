"""What is new since a moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.record.evidence import Evidence

ChangeKind = Literal["status", "incident", "figure", "dispute", "demand", "report"]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that moved: a status, a figure revised, an incident or dispute that opened; `about` is the id of it."""

    kind: ChangeKind
    day: date | None
    about: str
    before: str | None
    after: str
    evidence: tuple[Evidence, ...]
