"""Asking the heads about the anchors of a report: who and what belongs to each, and where its content
lies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from parley.encoder.labels import Edge, Role
from parley.encoder.links import Anchors, edges, links
from parley.encoder.session import Encoder, Floats, Phrases, sigmoid
from parley.encoder.words import Ints
from parley.reading.view import Found, Phrase, View, candidates

__all__ = ["Asked", "Judged", "best_span", "judge"]


@dataclass(frozen=True, slots=True)
class Asked:
    """The anchors of one report and what may belong to them; `marked`: the words of all triggers and cues."""

    view: View
    anchors: Anchors
    found: list[Found]
    marked: Ints


@dataclass(frozen=True, slots=True)
class Judged:
    """What the heads say of one report with a anchors and c candidates.

    `roles`: a × c × Role probabilities, 0 where a pair was not asked about. `edges`: for each anchor n + 1 × Edge
    logits over the n words of its sentence and "no word"; `first`: the first word of that sentence. `labels`: a ×
    label scores."""

    asked: Asked
    roles: Floats
    edges: Sequence[Floats]
    first: Ints
    labels: Floats


def judge(model: Encoder, asked: Asked) -> Judged:
    """Ask all heads about all anchors of a report."""
    anchors, signals = asked.anchors, asked.view.signals
    if not len(anchors.word):
        none = np.zeros((0, len(asked.found), len(Role)), dtype=np.float32)
        return Judged(asked, none, [], anchors.word, np.zeros((0, 0), dtype=np.float32))
    labels = model.labels(signals, anchors.word, anchors.kind)
    return Judged(asked, _roles(model, asked), *_edges(model, asked, labels[:, 1 - len(Edge) :]), labels)


def _roles(model: Encoder, asked: Asked) -> Floats:
    given = candidates(asked.found)
    pairs = links(asked.view.words, asked.anchors, given, asked.marked)
    phrases = Phrases(asked.anchors.word[pairs.anchor], given.first[pairs.other], given.last[pairs.other], pairs.looks)
    roles = np.zeros((len(asked.anchors.word), len(asked.found), len(Role)), dtype=np.float32)
    roles[pairs.anchor, pairs.other] = sigmoid(model.links(asked.view.signals, phrases))
    return roles


def _edges(model: Encoder, asked: Asked, none: Floats) -> tuple[list[Floats], Ints]:
    pairs = edges(asked.view.words, asked.anchors)
    phrases = Phrases(asked.anchors.word[pairs.anchor], pairs.other, pairs.other, pairs.looks)
    scores = model.edges(asked.view.signals, phrases)
    none = np.pad(none, ((0, 0), (0, scores.shape[1] - none.shape[1])))
    cuts = np.searchsorted(pairs.anchor, np.arange(len(asked.anchors.word) + 1)).tolist()
    parts = [np.vstack([scores[a:b], none[i]]) for i, (a, b) in enumerate(pairwise(cuts))]
    return parts, pairs.other[cuts[:-1]]


def best_span(judged: Judged, anchor: int, edge: Edge) -> tuple[Phrase, float]:
    """The likeliest phrase that begins at `edge` and ends at the edge after it, and its probability against none."""
    scores = judged.edges[anchor][:, edge : edge + 2]
    starts, ends = (scores - scores.max(axis=0)).T
    starts, ends = (side - np.log(np.exp(side).sum()) for side in (starts, ends))
    reach = np.maximum.accumulate(ends[:-1][::-1])[::-1]
    first = int(np.argmax(starts[:-1] + reach))
    last = first + int(np.argmax(ends[first:-1]))
    some = 1 - float(np.exp(starts[-1]) + np.exp(ends[-1])) / 2
    at = int(judged.first[anchor])
    return (at + first, at + last), some
