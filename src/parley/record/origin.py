"""What independence is counted by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.record.evidence import Reason, Ref

OriginKind = Literal["agency text", "statement", "unnamed source", "own reporting", "compilation"]


@dataclass(frozen=True, slots=True)
class Copies:
    """Reports that are near-copies of one text; `agency` is the one credited, where one is."""

    id: str
    reports: tuple[str, ...]
    agency: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where reports have it from: near-copies of one text, the credit of one agency on one day, or one and the same
    single source.

    Every report has exactly one (`reports`); `also` are those that rest on it in single passages, and `passages` are
    the statements that do, of any report. `by` are those who speak in it, as ids of `Canon`."""

    id: str
    kind: OriginKind
    name: str
    reports: tuple[str, ...]
    also: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    passages: tuple[Ref, ...] = ()
    by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Related:
    """Outlets of one owner or one state: neither independent of it nor of each other."""

    owner: str
    outlets: tuple[str, ...]
    reports: tuple[str, ...]
