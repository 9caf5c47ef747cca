"""What is new since a moment, worked out beside the requests: the record as it was has to be linked for it."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from weakref import WeakKeyDictionary

from parley.asking.cut import Cut
from parley.asking.shelf import PARTS
from parley.linking.changes import changes
from parley.record import Change, Record
from parley.store.arrivals import arrivals
from parley.web.index import Index
from parley.web.live import Live

__all__ = ["News", "news_of"]

_EVER = datetime.min.replace(tzinfo=UTC)
_TICK = timedelta(microseconds=1)
_MOST = 2
"""Records as they were that are held in memory: each may be large."""


class News:
    """Of one record. What was asked before of the same snapshot is at hand."""

    def __init__(self, live: Live) -> None:
        self._live = live
        self._turn, self._one = threading.Lock(), threading.Lock()
        self._version = ""
        self._found: dict[Cut, Future[Sequence[Change]]] = {}
        self._held: dict[datetime, Record] = {}

    def since(self, cut: Cut, patience: float) -> Sequence[Change] | None:
        """The changes; None where they are not worked out within so many seconds: ask again."""
        found = self._future(cut)
        try:
            return found.result(timeout=patience)
        except NotYet:
            return None

    def hold(self, moment: datetime, record: Record) -> None:
        """Remember a record as somebody saw it: what is new since then is told at once, with what was judged, too."""
        with self._turn:
            self._held[moment] = record
            while len(self._held) > _MOST:
                self._held.pop(next(iter(self._held)))

    def _future(self, cut: Cut) -> Future[Sequence[Change]]:
        with self._turn:
            version, index = self._live.version, self._live.index
            if version != self._version:
                self._version, self._found = version, {}
            known = self._found.get(cut)
            if known is not None and not (known.done() and known.exception()):
                return known
            made = self._found[cut] = Future()
            threading.Thread(target=self._work, args=(made, cut, index), daemon=True).start()
            return made

    def _work(self, made: Future[Sequence[Change]], cut: Cut, index: Index) -> None:
        try:
            with self._one:
                made.set_result(self._changes(cut, index))
        except Exception as problem:
            made.set_exception(problem)  # told to whoever asks

    def _changes(self, cut: Cut, index: Index) -> Sequence[Change]:
        held = self._held.get(cut.moment) if cut.filed else None
        if held is not None:
            return changes(held, index.desk.record)
        same = self._same(cut)
        if same is None:
            return ()
        return changes(self._live.record.aside().part(*PARTS, before=same), index.desk.record)

    def _same(self, cut: Cut) -> Cut | None:
        """The cut that divides the record alike and is the same for all such moments; None where nothing came since."""
        if not cut.filed:
            return cut
        found = arrivals(self._live.record.store, cut.moment)
        if not found.since:
            return None
        return replace(cut, moment=found.before + _TICK if found.before else _EVER)


_NEWS: WeakKeyDictionary[Live, News] = WeakKeyDictionary()


def news_of(live: Live) -> News:
    """That of the record that is served."""
    return _NEWS.setdefault(live, News(live))
