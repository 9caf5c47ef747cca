"""What a line of the record rests on, and who says it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from parley.record.span import Span

Finding = Literal["event", "statement", "report"]
_KINDS: Mapping[str, Finding] = {"e": "event", "s": "statement"}
_FINDING = re.compile(r"(?!incident:|demand:|dispute:)(.+)#([es])(\d+)")


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """One finding of one reading: the event or statement of that index (from 0), or the report as a whole (index 0)."""

    report: str
    kind: Finding
    index: int

    @classmethod
    def of(cls, text: str) -> Ref | None:
        """The finding that `a1#e3` or `a1#s3` names; None where a text names none."""
        match = _FINDING.fullmatch(text)
        return cls(match[1], _KINDS[match[2]], int(match[3])) if match else None

    def __str__(self) -> str:
        return self.report if self.kind == "report" else f"{self.report}#{self.kind[0]}{self.index}"


@dataclass(frozen=True, slots=True)
class Claimant:
    """Who says something: an actor of the record or, where nobody is quoted, the outlet in its own voice.

    `id` is that of a `Canon`, or "outlet:" and the outlet's name. `named` is False for sources that stay unnamed
    ("three informed sources")."""

    id: str
    name: str
    named: bool = True

    @property
    def own_voice(self) -> bool:
        """Whether the outlet speaks for itself."""
        return self.id.startswith("outlet:")


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in one report where something is claimed.

    `span` holds the exact words (the sentence, or the content of the statement); `day` is the day on which the claim
    was made as far as the report tells, else its day of publication, None where neither is known; `origin` is the id of
    the `Origin` that the claim rests on."""

    ref: Ref
    span: Span
    claimant: Claimant
    day: date | None
    origin: str


@dataclass(frozen=True, slots=True)
class Version:
    """One value of a slot and everything that claims it; never empty."""

    value: str
    evidence: tuple[Evidence, ...]

    def __post_init__(self) -> None:
        if not self.evidence:
            raise ValueError(f"nobody claims {self.value!r}")

    @property
    def origins(self) -> frozenset[str]:
        """The independent origins behind it."""
        return frozenset(one.origin for one in self.evidence)


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground for joining two things or keeping them apart; `weight` is what it adds to the score (log-odds)."""

    feature: str
    detail: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """Why two findings are held to be one, or may be: `score` is a probability, made of the reasons."""

    a: Ref
    b: Ref
    score: float
    reasons: tuple[Reason, ...] = ()
