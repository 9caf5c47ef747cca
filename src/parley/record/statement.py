"""Who said what, through whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.record.actor import Party
from parley.record.span import Span
from parley.record.when import When

How = Literal["direct", "indirect", "mixed"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One source and one stretch of content, which may stand in several pieces around its cue.

    `cue` is None where a quotation runs on without one; `source` is None where the words leave it open; `within` is the
    index of the statement that this one stands inside ("he said that they had said").
    """

    sentence: int
    source: Party | None
    cue: Span | None
    content: tuple[Span, ...]
    how: How
    via: tuple[Party, ...] = ()
    to: tuple[Party, ...] = ()
    when: tuple[When, ...] = ()
    within: int | None = None
    confidence: float = 1.0
