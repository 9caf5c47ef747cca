"""What is linked of a store, kept up with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from parley.linking.collecting import without_collecting
from parley.record import Judgement, Record, Report, Span
from parley.store import Kept, Store, present

if TYPE_CHECKING:
    from parley.linking.outlets import Outlets
    from parley.registry import Registry

__all__ = ["State", "Upkeep"]

FEW = 200
"""So many reports are asked for one by one; for more, all are gone through."""


@dataclass(frozen=True, slots=True)
class State:
    """A record and, by id, the reports that it is made of, without their texts."""

    record: Record
    heads: Mapping[str, Report]


class Upkeep:
    """Links what a store holds, and later only what changed in it; `own` tells a user's own files from others.

    With `talks_only` there are no incidents, demands and disputes.
    """

    def __init__(
        self, store: Store, registry: Registry, outlets: Outlets, own: str = "", *, talks_only: bool = False
    ) -> None:
        from parley.linking.linker import Linker

        self.own = own
        self._store = store
        self._linker = Linker(registry, outlets, talks_only=talks_only)
        self._present: dict[str, int] = {}
        self._heads: dict[str, Report] = {}
        self._places: dict[str, tuple[Span | None, ...]] = {}

    def update(self, judgements: Sequence[Judgement], waiting: Callable[[int], None] = lambda reports: None) -> State:
        """The record of the store as it is now; `waiting` is told how many reports have to be linked."""
        from parley.keeping import restored

        now = present(self._store)
        gone = self._present.keys() - now.keys()
        new = {report for report, number in now.items() if self._present.get(report) != number}
        waiting(len(new))
        kept = list(self._kept(new))
        self._put(kept, gone)
        self._find(judgements, anew=bool(gone))
        with without_collecting():
            record = self._linker.update(map(restored, kept), gone, judgements, self._places)
        self._present = {report: number for report, number in now.items() if report in self._heads}
        return State(record, self._heads)

    def _kept(self, reports: set[str]) -> Iterator[Kept]:
        if len(reports) > FEW:
            yield from (one for one in self._store.kept() if one.report.id in reports)
            return
        yield from (one for report in sorted(reports) if (one := self._store.get(report)))

    def _put(self, kept: Iterable[Kept], gone: Iterable[str]) -> None:
        heads = {report: head for report, head in self._heads.items() if report not in gone}
        self._heads = heads | {one.report.id: replace(one.report, text="") for one in kept}

    def _find(self, judgements: Sequence[Judgement], *, anew: bool) -> None:
        """Where the words stand now that judgements rest on: another place only where articles have other versions."""
        known = {} if anew else self._places
        self._places = {
            one.id: known[one.id] if one.id in known else tuple(self._store.passages(one.id).values())
            for one in judgements
        }
