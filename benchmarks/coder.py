"""The category of what passes between a marked source and target, by what Parley reads in their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.pairing import overlap
from benchmarks.plv import Coded, MarkedPair, Spans
from benchmarks.readings import read_all
from corpus.standoff import Event, Party, bare

NOTHING = Coded("CONSULT", "actual")
"""What two parties do where nothing is read in their sentence."""


def code(rows: Sequence[MarkedPair]) -> list[Coded]:
    """The event of each sentence that fits best between the two."""
    sentences = list(dict.fromkeys(row.sentence for row in rows))
    readings = read_all(bare(str(number), text, "sentence") for number, text in enumerate(sentences))
    events = {text: reading["events"] for text, reading in zip(sentences, readings, strict=True)}
    return [_best(row, events[row.sentence]) for row in rows]


def _best(row: MarkedPair, events: Sequence[Event]) -> Coded:
    if not events:
        return NOTHING
    best = max(
        events, key=lambda event: 2 * _among(row.source, event["actors"]) + _among(row.target, event["recipients"])
    )
    return Coded(best["type"], best["reality"])


def _among(spans: Spans, parties: Sequence[Party]) -> bool:
    return any(overlap(span, party["span"]) for span in spans for party in parties)
