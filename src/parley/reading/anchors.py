"""The words that carry a statement or an event, and what the heads say of each by itself.

Cues and triggers are asked about in one run, for they share the words of their sentences.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.encoder.labels import CUE, LABELS, RUN, Edge
from parley.encoder.links import Anchors, edges
from parley.encoder.session import Encoder, Floats, Phrases, Signals
from parley.encoder.words import Ints
from parley.reading.settings import Settings

__all__ = ["Anchored", "anchored"]


@dataclass(frozen=True, slots=True)
class Anchored:
    """a anchors, as in Anchors, with what is known of them before anything else is.

    `edges`: a × (1 + n) × Edge logits, of "no word" and of the words of the anchor's sentence, n in the longest and
    -inf beyond the end of the others; `first`: the first word of that sentence; `labels`: a × LABELS logits."""

    word: Ints
    kind: Ints
    edges: Floats
    first: Ints
    labels: Floats

    @classmethod
    def nothing(cls) -> Anchored:
        """No anchors."""
        none, scores = np.zeros(0, dtype=np.int64), np.zeros((0, 2, len(Edge)), dtype=np.float32)
        return cls(none, none, scores, none, np.zeros((0, sum(LABELS)), dtype=np.float32))

    def cues(self) -> Anchored:
        """The anchors of statements."""
        return self._rows(np.flatnonzero(self.kind >= CUE))

    def triggers(self) -> Anchored:
        """The anchors of events."""
        return self._rows(np.flatnonzero(self.kind < CUE))

    def _rows(self, rows: Ints) -> Anchored:
        return Anchored(self.word[rows], self.kind[rows], self.edges[rows], self.first[rows], self.labels[rows])


def anchored(model: Encoder, signals: Signals, settings: Settings) -> Anchored:
    """Find the anchors of a text, cues before triggers, and ask the heads about them."""
    (cue, manner), (trigger, sort) = _cues(signals, settings), _triggers(signals, settings)
    word, kind = np.concatenate([cue, trigger]), np.concatenate([manner, sort])
    labels = model.labels(signals, word, kind)
    return Anchored(word, kind, *_edges(model, signals, Anchors(word, kind, word), labels[:, 1 - len(Edge) :]), labels)


def _cues(signals: Signals, settings: Settings) -> tuple[Ints, Ints]:
    tags = signals.tags["anchor"]
    word = np.flatnonzero((tags[:, 1] > settings.cue) | (tags[:, 2] > settings.run))
    return word, np.where(tags[word, 1] >= tags[word, 2], CUE, RUN)


def _triggers(signals: Signals, settings: Settings) -> tuple[Ints, Ints]:
    tags = signals.tags["trigger"]
    word = np.flatnonzero(tags[:, 0] < 1 - settings.trigger)
    return word, np.argmax(tags[word, 1:], axis=1)


def _edges(model: Encoder, signals: Signals, anchors: Anchors, none: Floats) -> tuple[Floats, Ints]:
    words = signals.words
    pairs = edges(words, anchors)
    found = model.edges(signals, Phrases(anchors.word[pairs.anchor], pairs.other, pairs.other, pairs.looks))
    first = np.searchsorted(words.sentence, words.sentence[anchors.word])
    place = pairs.other - first[pairs.anchor]
    scores = np.full((len(first), 2 + place.max(initial=0), len(Edge)), -np.inf, dtype=np.float32)
    scores[:, 0, : none.shape[1]] = none
    scores[pairs.anchor, 1 + place] = found
    return scores, first
