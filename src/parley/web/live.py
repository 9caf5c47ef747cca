"""The record as the web app holds it: a snapshot that pages are made of, replaced when something is added or judged."""

from __future__ import annotations

import gc
import secrets
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime

from parley.asking import OpenRecord
from parley.asking.bench import Asked, Bench
from parley.errors import StoreError
from parley.exports.record_desk import Desk
from parley.record import Judgement, Reading, Report
from parley.web.index import Index

__all__ = ["Live"]


class Live:
    """One open record for all requests.

    `desk` is a snapshot: a page that was begun with it is finished with it. Writers take turns; readers never wait.
    What several people decide while the record is linked anew is taken in together, once.
    """

    def __init__(self, record: OpenRecord, now: Callable[[], datetime]) -> None:
        self.record, self.now = record, now
        self._turn, self._renewing = threading.RLock(), threading.RLock()
        self._made: list[Judgement] = []
        self._awaited = False
        self._boot = secrets.token_hex(4)
        self._number = 0
        self._as_of = now()
        self._index = self._snapshot()
        gc.freeze()  # all of it stays: looking it through for what could go takes seconds of a request in large records

    @property
    def desk(self) -> Desk:
        """The record as it stands."""
        return self._index.desk

    @property
    def index(self) -> Index:
        """What hangs on what in it; a page takes this once, and `index.desk` is the snapshot that belongs to it."""
        return self._index

    @property
    def as_of(self) -> datetime:
        """What was filed and judged up to this moment is in the snapshot; take it before `index`."""
        return self._as_of

    @property
    def version(self) -> str:
        """Another one for every snapshot, also of other processes: pages and ETags are compared by it."""
        return f"{self._boot}-{self._number}"

    def reading(self, report_id: str) -> Reading | None:
        """What was read in a report."""
        return self.record.reading(report_id)

    def report(self, report_id: str) -> Report:
        """A report with its text; NotFound where the record has none by that id."""
        return self.record.report(report_id)

    def judge(self, asked: Sequence[Asked], user: str) -> list[Judgement]:
        """Keep what somebody decided, and show what comes of it; raises as `Bench.judge` does."""
        with self.writing():
            return self._kept(asked, user)

    def keep(self, asked: Sequence[Asked], user: str) -> list[Judgement]:
        """Keep what somebody decided, as `judge`, without waiting until the record follows."""
        with self._turn:
            made = self._kept(asked, user)
        self._renew_beside()
        return made

    def _kept(self, asked: Sequence[Asked], user: str) -> list[Judgement]:
        made = self.bench().judge(asked, user)
        self._made += made
        return made

    def _renew_beside(self) -> None:
        """Take it in beside the requests; who is waiting to do so already takes this in, too."""
        if not self._awaited:
            self._awaited = True
            threading.Thread(target=self._renew, daemon=True).start()

    def _renew(self) -> None:
        with self._renewing, suppress(StoreError):  # the next look may find it again
            self._awaited = False
            self.refresh()

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """What people decided, with what is not in the snapshot yet."""
        known = {one.id for one in self.desk.judgements}
        return (*self.desk.judgements, *(one for one in tuple(self._made) if one.id not in known))

    def bench(self) -> Bench:
        """Where the present record is judged."""
        return Bench(self.record, self.now, self.judgements)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One writer at a time; the snapshot is new when it ends, even where it failed half-way."""
        try:
            with self._turn:
                yield
        finally:
            self.refresh()

    def refresh(self) -> bool:
        """Take in what was added or judged, here or by another program; whether there was anything."""
        with self._renewing:
            at = self.now()
            if new := self.record.refresh():
                self._index = self._snapshot()
                if not self._number:  # the first time everything was linked, and stays as well
                    gc.freeze()
                self._number += 1
            self._as_of = at
            return new

    def _snapshot(self) -> Index:
        record = self.record
        desk = Desk(record.record, record.heads, record.report, record.judgements, registry=record.registry)
        return Index(desk)
