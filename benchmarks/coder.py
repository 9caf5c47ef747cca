"""The category of what passes between a marked source and target, straight from the model.

Over all words of the sentence and all types, the best product of three probabilities: that the word tells of an event
of that type, that the source is its actor, and that the target is its recipient.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.plv import Coded, Coder, MarkedPair
from parley.encoder.labels import REALITY, TYPES, Role
from parley.encoder.links import Anchors, Candidates, groups, links, sort_of
from parley.encoder.session import Encoder, Floats, Phrases, Signals, sigmoid
from parley.encoder.words import Ints, Words, split

LEAST = 0.01
"""Words and types less likely than this are not looked at, unless there are no others."""
UNNAMED = 0.5
"""What stands for the probability of a party whom the sentence does not name."""
UNKNOWN = -1
"""The number of an actor of whom nothing is known but these words."""
NOBODY = -2
"""The source of an anchor that stands in no statement."""


@dataclass(frozen=True, slots=True)
class Guesses:
    """Words that may tell of an event, each with a type (its index) and how likely the two are."""

    word: Ints
    kind: Ints
    likely: Floats


def coder(encoder: Encoder) -> Coder:
    """What `plv.score` asks."""

    def code(rows: Sequence[MarkedPair]) -> list[Coded]:
        sentences = dict.fromkeys(row.sentence for row in rows)
        signals = {text: encoder.encode(split(text, [(0, len(text))], [0])) for text in sentences}
        return [_code(encoder, row, signals[row.sentence]) for row in rows]

    return code


def _code(encoder: Encoder, row: MarkedPair, signals: Signals) -> Coded:
    guesses = _guesses(signals)
    best = int(np.argmax(guesses.likely * _parties(encoder, signals, guesses, row)))
    word, kind = guesses.word[best : best + 1], guesses.kind[best : best + 1]
    reality = encoder.labels(signals, word, kind)[0, : len(REALITY)]
    return Coded(TYPES[int(kind[0])], REALITY[int(reality.argmax())])


def _guesses(signals: Signals) -> Guesses:
    likely = signals.tags["trigger"][:, 1:]
    word, kind = np.nonzero(likely >= min(LEAST, float(likely.max())))
    return Guesses(word, kind, likely[word, kind])


def _parties(encoder: Encoder, signals: Signals, guesses: Guesses, row: MarkedPair) -> Floats:
    """For each guess how likely the source is its actor and the target its recipient."""
    spans = [_words_of(signals.words, span) for span in (*row.source, *row.target)]
    looks = [(*span, sort_of(signals.words, *span)) for span in spans]
    first, last, sort = np.array(looks, dtype=np.int64).reshape(-1, 3).T
    candidates = Candidates(first, last, sort, np.full(len(looks), UNKNOWN))
    anchors = Anchors(guesses.word, guesses.kind, np.full(len(guesses.word), NOBODY))
    pairs = links(signals.words, anchors, candidates, np.flatnonzero(signals.tags["trigger"].argmax(axis=1)))
    asked = Phrases(anchors.word[pairs.anchor], first[pairs.other], last[pairs.other], pairs.looks)
    table = np.zeros((len(guesses.word), len(spans), len(Role)), dtype=np.float32)
    own, _ = groups(anchors, candidates, pairs)
    alone = np.arange(len(own))  # each guess is one of its own: what the others would take says nothing
    table[pairs.anchor, pairs.other] = sigmoid(encoder.links(signals, asked, own, alone))
    source, target = table[:, : len(row.source), Role.ACTOR], table[:, len(row.source) :, Role.RECIPIENT]
    return _best(source) * _best(target)


def _best(scores: Floats) -> Floats:
    best: Floats = scores.max(axis=1) if scores.shape[1] else np.full(len(scores), UNNAMED, dtype=np.float32)
    return best


def _words_of(words: Words, span: tuple[int, int]) -> tuple[int, int]:
    first = int(np.searchsorted(words.ends, span[0], side="right"))
    last = int(np.searchsorted(words.starts, span[1], side="left")) - 1
    return first, max(first, last)
