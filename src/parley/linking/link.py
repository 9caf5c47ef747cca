"""From many readings to one record: the steps of linking, in order. Read this first."""

from __future__ import annotations

from collections.abc import Iterable

from parley.linking.casting import cast
from parley.linking.copies import copies
from parley.linking.demands.finding import demands
from parley.linking.disputes.finding import disputes
from parley.linking.incidents import incidents
from parley.linking.origins import origins
from parley.linking.outlets import Outlets
from parley.linking.related import related
from parley.linking.talks.finding import find
from parley.record import Reading, Record
from parley.registry import Registry

__all__ = ["link"]


def link(readings: Iterable[Reading], registry: Registry | None = None, outlets: Outlets | None = None) -> Record:
    """What all readings say together; the same readings give the same record, in whatever order they come."""
    known = registry or Registry.open()
    given = sorted(readings, key=lambda reading: reading.report.id)
    texts = copies(given, outlets)
    casting = cast(given, texts, known)
    sources = origins(given, casting, texts, outlets)
    talks = find(given, casting, sources)
    happened = incidents(given, casting, sources)
    asked = demands(given, casting, sources, talks.named)
    return Record(
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
