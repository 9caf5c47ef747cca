"""From many readings to one record: the steps of linking, in order. Read this first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from parley.linking.casting import cast
from parley.linking.copies import copies
from parley.linking.demands.finding import demands
from parley.linking.disputes.finding import disputes
from parley.linking.incidents import incidents
from parley.linking.judging.anchors import Places
from parley.linking.judging.readings import judged_readings
from parley.linking.judging.record import judged_record
from parley.linking.judging.remaking import remaker
from parley.linking.origins import origins
from parley.linking.outlets import Outlets
from parley.linking.related import related
from parley.linking.talks.finding import find
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
    known = registry or Registry.open()
    read = sorted(readings, key=lambda reading: reading.report.id)
    given = judged_readings(read, judgements, places)
    texts = copies(given, outlets)
    casting = cast(given, texts, known)
    sources = origins(given, casting, texts, outlets)
    talks = find(given, casting, sources)
    happened = incidents(given, casting, sources)
    asked = demands(given, casting, sources, talks.named)
    linked = Record(
        reports=tuple(reading.report.id for reading in given),
        actors=casting.actors,
        copies=texts,
        origins=tuple(sources),
        related=related(given, outlets),
        incidents=happened,
        talks=talks.talks,
        claims=talks.claims,
        board=talks.board,
        demands=asked,
        disputes=disputes(given, casting, sources, happened, talks, asked),
    )
    return judged_record(linked, judgements, remaker(given, casting, sources), given, places)
