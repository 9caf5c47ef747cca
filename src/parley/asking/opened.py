"""A record that is open: what its readings say together, and the words that they rest on."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from parley.asking.cut import Cut
from parley.asking.moments import Moment, own_files, program
from parley.asking.shelf import FORMAT, PARTS, Shelf, parts_of, record_of
from parley.asking.upkeep import State, Upkeep
from parley.errors import NotFound
from parley.linking.changes import changes
from parley.record import Change, Evidence, Judgement, Reading, Record, Report
from parley.store import Store, fingerprint, present

if TYPE_CHECKING:
    from parley.linking.outlets import Outlets
    from parley.registry import Registry

__all__ = ["OpenRecord", "open_record"]

_HEADS = "heads"
_TALKS_ONLY = "-talks"
TALKS = frozenset(("reports", "actors", "copies", "origins", "related", "talks", "claims", "board"))
"""The fields of a record that rest on no incident, demand or dispute."""
LARGE = 1000
"""Reports, from which on it is worth it to link no more than is asked for."""


def open_record(
    where: str, *, registry: Sequence[Path] = (), outlets: Sequence[Path] = (), kept: Path | None = None
) -> OpenRecord:
    """The record in a file or at `postgresql://…`, to be asked; NoRecord where there is none.

    `registry` and `outlets` are a user's own files of actors and outlets. What was linked is kept in the folder `kept`;
    without one, for a record in a file, in a folder beside it whose name ends in `-linked`.
    """
    store = Store.open(where, create=False)
    beside = store.place.file.with_name(f"{store.place.file.name}-linked") if store.place.file else None
    return OpenRecord(store, Shelf(kept or beside), registry, outlets)


class OpenRecord:
    """A `Record`, linked when it is first asked for, with the readings that it is made of.

    It is the record as it was when it was first asked, until `refresh` is called. `waiting` is told how many reports
    are linked where that has to be done first. One thread may refresh it while others ask: what was handed out before
    stays as it was.
    """

    def __init__(self, store: Store, shelf: Shelf, registry: Sequence[Path] = (), outlets: Sequence[Path] = ()) -> None:
        self.store, self._shelf = store, shelf
        self._registry, self._outlets = tuple(registry), tuple(outlets)
        self.waiting: Callable[[int], None] = lambda reports: None
        self._now: Moment | None = None
        self._turn = RLock()
        self._upkeep: Upkeep | None = None
        self._texts: dict[str, Report] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def aside(self) -> OpenRecord:
        """The same record to be asked by another thread: linking it as it was holds up nothing here. It is closed with
        this one."""
        return OpenRecord(self.store, self._shelf, self._registry, self._outlets)

    def close(self) -> None:
        """Keep what was linked last for the next question, and let go of the database."""
        now = self._now
        if self._upkeep and now and now.heads and None in now.made and not self._shelf.has(self._key(now, None)):
            self._put(now, None, State(now.made[None], now.heads))
        self.store.close()

    @property
    def record(self) -> Record:
        """Everything that the readings say together."""
        return self.part(*PARTS)

    def part(self, *names: str, before: Cut | None = None) -> Record:
        """The record with only those of its fields filled, which is quicker; with `before`, as it was then.

        Its incidents have `links` and `maybe` only where the part "grounds" is asked for, too.
        """
        now = self._moment()
        whole = now.whole(before)
        if whole is not None:
            return whole
        key = self._key(now, before)
        found: dict[str, Any] = {name: self._shelf.get(key, name) for name in names}
        if all(part is not None for part in found.values()):
            return record_of(found)
        if before is None and TALKS.issuperset(names) and self._is_large():
            return self._of_talks(now)
        return self._linked(now, before)

    def _is_large(self) -> bool:
        """Whether all of it takes so long to link that it is not linked where less will do."""
        return self._upkeep is None and len(present(self.store)) >= LARGE

    def _of_talks(self, now: Moment) -> Record:
        """What is said of talks, without what most of linking goes into; kept by itself."""
        with self._turn:
            if now.talks is None:
                now.talks = self._kept_talks(now) or self._linked_talks(now)
            return now.talks

    def _kept_talks(self, now: Moment) -> Record | None:
        key = self._key(now, None) + _TALKS_ONLY
        found: dict[str, Any] = {name: self._shelf.get(key, name) for name in (*sorted(TALKS), _HEADS)}
        if any(part is None for part in found.values()):
            return None
        now.heads = cast("Mapping[str, Report]", found.pop(_HEADS))
        return record_of(found)

    def _linked_talks(self, now: Moment) -> Record:
        state = Upkeep(self.store, self.registry, self._houses, talks_only=True).update(now.judgements, self.waiting)
        now.heads = state.heads
        if self._content() == now.content:
            told = {name: getattr(state.record, name) for name in sorted(TALKS)}
            self._shelf.put(self._key(now, None) + _TALKS_ONLY, {_HEADS: state.heads} | told)
        return state.record

    @property
    def heads(self) -> Mapping[str, Report]:
        """The reports that the record is made of, by id and without their texts."""
        now = self._moment()
        if now.heads is None:
            found = self._shelf.get(self._key(now, None), _HEADS)
            if found is None:
                self._linked(now, None)
            else:
                now.heads = cast("Mapping[str, Report]", found)
        return now.heads or {}

    def refresh(self) -> bool:
        """Take in what was added or judged since, by whatever process; gives whether there was anything.

        `record`, `heads` and `judgements` are of the present afterwards.
        """
        with self._turn:
            old, new = self._now, self._at_present()
            if old is not None and old.content == new.content:
                return False
            self._linked(new, None)
            self._now = new
            return True

    def _moment(self) -> Moment:
        now = self._now
        if now is not None:  # without waiting for a thread that is just linking the next one
            return now
        with self._turn:
            if self._now is None:
                self._now = self._at_present()
            return self._now

    def _at_present(self) -> Moment:
        return Moment(self._content(), tuple(self.store.judgements()))

    def readings(self) -> Iterator[Reading]:
        """The readings that the record is made of: of every article the last version, as it was read last."""
        from parley.keeping import readings

        return readings(self.store)

    def reading(self, report_id: str) -> Reading | None:
        """The reading of one report; None where the record has none by that id."""
        from parley.keeping import reading  # with the reader, which most questions do without

        return reading(self.store, report_id)

    def report(self, report_id: str) -> Report:
        """One report with its text; NotFound where the record has none by that id."""
        if report_id not in self._texts:
            try:
                self._texts[report_id] = self.store.report(report_id)
            except KeyError:
                raise NotFound(report_id, "no report of the record has this id", "parley sources lists them") from None
        return self._texts[report_id]

    def quote(self, evidence: Evidence) -> str:
        """The exact words that a line rests on."""
        return evidence.span.quote(self.report(evidence.span.report))

    @property
    def registry(self) -> Registry:
        """Who is who, with the user's own files as they are now; raises as `Registry.open` does."""
        from parley.registry import Registry

        return Registry.open(self._registry)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, in order."""
        return self._moment().judgements

    def changes(self, since: Cut | str) -> tuple[Change, ...]:
        """What is new since a day (of publication) or since the moment that a Cut names."""
        cut = Cut.of(since) if isinstance(since, str) else since
        return changes(self.part(*PARTS, before=cut), self.record)

    def _linked(self, now: Moment, before: Cut | None) -> Record:
        """Link the readings, and keep what came of it."""
        with self._turn:
            made = now.whole(before)
            if made is None:
                made = self._link(now, before)
                now.keep(before, made)
            return made

    def _link(self, now: Moment, before: Cut | None) -> Record:
        if before is not None:
            return self._as_it_was(now, before)
        own = own_files((*self._registry, *self._outlets))
        known = self._upkeep if self._upkeep and self._upkeep.own == own else None
        self._upkeep = None  # until it is known to have come through
        upkeep = known or Upkeep(self.store, self.registry, self._houses, own)
        state = upkeep.update(now.judgements, self._told if known else self.waiting)
        self._upkeep = upkeep
        now.heads = state.heads
        if not known:  # what is kept up goes on changing: that is put on the shelf at the end
            self._put(now, None, state)
        return state.record

    @staticmethod
    def _told(reports: int) -> None:
        """Few reports are linked at once: nobody waits."""

    def _as_it_was(self, now: Moment, before: Cut) -> Record:
        from parley.keeping import restored
        from parley.linking.link import link

        kept = [one for one in self.store.kept() if before.is_old(one)]
        self.waiting(len(kept))
        places = {one.id: tuple(self.store.passages(one.id).values()) for one in now.judgements}
        made = link(map(restored, kept), self.registry, self._houses, now.judgements, places)
        self._put(now, before, State(made, {one.report.id: replace(one.report, text="") for one in kept}))
        return made

    def _put(self, now: Moment, before: Cut | None, state: State) -> None:
        if self._content() == now.content:  # nothing came in meanwhile
            self._shelf.put(self._key(now, before), {_HEADS: state.heads} | parts_of(state.record))

    @property
    def _houses(self) -> Outlets:
        from parley.linking.outlets import Outlets

        return Outlets.ours(self._outlets)

    def _key(self, now: Moment, before: Cut | None) -> str:
        parts = (FORMAT, now.content, program(), str(before))
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]

    def _content(self) -> str:
        return f"{fingerprint(self.store)}\n{own_files((*self._registry, *self._outlets))}"
