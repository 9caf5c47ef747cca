"""The review queue as it was worked out last, and beside the requests the next one."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from contextlib import suppress
from functools import lru_cache
from time import monotonic

from parley.asking.odds import Odds
from parley.asking.queue import Doubt, in_question, queue
from parley.asking.queue_moved import moved
from parley.errors import StoreError
from parley.web.index import Index
from parley.web.live import Live

__all__ = ["Waiting"]

_FIRST, _NEXT = 2.0, 0.05
"""Seconds that a request waits: for the first queue, and for a newer one where there is an older."""

_READINGS = 256
_REST = 10
"""So many times as long as it took nothing is worked out anew: judging goes on meanwhile."""


class Waiting:
    """The queue of one record.

    It is worked out for a snapshot in a thread of its own, on large records not for every one. Until that is done there
    is the one before, without what was judged since."""

    def __init__(self, live: Live) -> None:
        self._live, self._odds = live, Odds(live.record.store)
        self._turn = threading.Lock()
        self._found: tuple[Index, Sequence[Doubt]] | None = None
        self._work: threading.Thread | None = None
        self._rests = 0.0
        self.reading = lru_cache(_READINGS)(live.reading)
        """What was read in a report; of the last ones that were asked for it is at hand."""

    def doubts(self) -> Sequence[Doubt] | None:
        """What nobody has judged yet, the most urgent first; None while the first queue is being worked out."""
        index = self._live.index
        work = self._begun(index)
        if work is not None:
            work.join(_NEXT if self._found else _FIRST)
        if self._found is None:
            return None
        made_of, doubts = self._found
        now = self._live.judgements
        known = {one.id for one in made_of.desk.judgements}
        return in_question(doubts, [one for one in now if one.id not in known]) if len(now) > len(known) else doubts

    def _begun(self, index: Index) -> threading.Thread | None:
        """The thread that works on it; None where there is nothing to do."""
        with self._turn:
            if self._found and (self._found[0] is index or monotonic() < self._rests):
                return None
            if self._work is None or not self._work.is_alive():
                self._work = threading.Thread(target=self._make, args=(index,), daemon=True)
                self._work.start()
            return self._work

    def _make(self, index: Index) -> None:
        began = monotonic()
        with suppress(StoreError):  # who asks next starts it again
            self.reading.cache_clear()
            self._odds.take_in(index.desk.heads)
            record, log = index.desk.record, index.desk.judgements
            judged = moved(log, self._live.record.store, self.reading, record)
            self._found = index, queue(record, self._odds.of, tuple(judged))
        ended = monotonic()
        self._rests = ended + _REST * (ended - began)
