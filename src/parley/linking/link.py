"""From many readings to one record. Read this first, then `linker.py`, which has the steps in order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.linking.collecting import without_collecting
from parley.linking.judging.anchors import Places
from parley.linking.linker import Linker
from parley.linking.outlets import Outlets
from parley.record import Judgement, Reading, Record
from parley.registry import Registry

__all__ = ["link"]


def link(
    readings: Iterable[Reading],
    registry: Registry | None = None,
    outlets: Outlets | None = None,
    judgements: Sequence[Judgement] = (),
    places: Places | None = None,
) -> Record:
    """What all readings say together, as people judged it.

    The same readings and judgements give the same record, in whatever order they come. `places` says where the words
    that a judgement rests on stand now; without it findings are known by their numbers.
    """
    with without_collecting():
        return Linker(registry, outlets).update(readings, (), judgements, places)
