"""How likely it is that a finding was read right, for all findings of a record."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TypedDict

from parley.record import Ref
from parley.store import Kept, Store

__all__ = ["Odds"]

_FEW = 100
"""So many reports are asked for one by one; of more, all are gone through."""


class _Said(TypedDict):
    confidence: float


class _Told(TypedDict):
    confidence: float
    statement: int | None


class _Found(TypedDict, total=False):
    statements: list[_Said]
    events: list[_Told]


class Odds:
    """The probabilities of findings, which are in the readings and not in the record: looked up once a report.

    For 10,000 reports that takes some seconds. A report that is read again keeps its first numbers until this is made
    anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._events: dict[str, tuple[float, ...]] = {}
        self._statements: dict[str, tuple[float, ...]] = {}

    def take_in(self, reports: Iterable[str]) -> None:
        """Look up those that are not known yet; raises StoreError."""
        wanted = {name for name in reports if name not in self._events}
        for kept in self._kept(wanted):
            found: _Found = json.loads(kept.findings)
            said = tuple(one["confidence"] for one in found.get("statements", ()))
            self._statements[kept.report.id] = said
            self._events[kept.report.id] = tuple(_of_event(one, said) for one in found.get("events", ()))

    def of(self, ref: Ref) -> float | None:
        """The probability that it is there and is what it was read as, and of an event that its speaker is, too.

        None where the report was not looked at, or has no such finding."""
        known = (self._events if ref.kind == "event" else self._statements).get(ref.report, ())
        return known[ref.index] if ref.index < len(known) else None

    def _kept(self, wanted: set[str]) -> Iterator[Kept]:
        if len(wanted) > _FEW:
            return (one for one in self._store.kept() if one.report.id in wanted)
        return (found for name in sorted(wanted) if (found := self._store.get(name)))


def _of_event(event: _Told, said: tuple[float, ...]) -> float:
    within = event["statement"]
    return event["confidence"] * (said[within] if within is not None and within < len(said) else 1.0)
