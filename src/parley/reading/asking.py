"""Asking the heads about the anchors of a report: who and what belongs to each, and where its content
lies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.encoder.labels import Edge, Role
from parley.encoder.links import Anchors, edges, links
from parley.encoder.session import Encoder, Floats, Phrases, sigmoid
from parley.encoder.words import Ints
from parley.reading.view import Found, Phrase, View, candidates

__all__ = ["Asked", "Judged", "best_spans", "judge"]


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

    `roles`: a × c × Role probabilities, 0 where a pair was not asked about. `edges`: a × (1 + n) × Edge logits, of "no
    word" and of the words of the anchor's sentence, n in the longest and -inf beyond the end of the others; `first`:
    the first word of that sentence. `labels`: a × label scores."""

    asked: Asked
    roles: Floats
    edges: Floats
    first: Ints
    labels: Floats


def judge(model: Encoder, asked: Asked) -> Judged:
    """Ask all heads about all anchors of a report."""
    anchors, signals = asked.anchors, asked.view.signals
    labels = model.labels(signals, anchors.word, anchors.kind)
    return Judged(asked, _roles(model, asked), *_edges(model, asked, labels[:, 1 - len(Edge) :]), labels)


def _roles(model: Encoder, asked: Asked) -> Floats:
    given = candidates(asked.found)
    pairs = links(asked.view.words, asked.anchors, given, asked.marked)
    phrases = Phrases(asked.anchors.word[pairs.anchor], given.first[pairs.other], given.last[pairs.other], pairs.looks)
    roles = np.zeros((len(asked.anchors.word), len(asked.found), len(Role)), dtype=np.float32)
    roles[pairs.anchor, pairs.other] = sigmoid(model.links(asked.view.signals, phrases))
    return roles


def _edges(model: Encoder, asked: Asked, none: Floats) -> tuple[Floats, Ints]:
    pairs = edges(asked.view.words, asked.anchors)
    phrases = Phrases(asked.anchors.word[pairs.anchor], pairs.other, pairs.other, pairs.looks)
    first = np.searchsorted(asked.view.words.sentence, asked.view.words.sentence[asked.anchors.word])
    place = pairs.other - first[pairs.anchor]
    scores = np.full((len(first), 2 + place.max(initial=0), len(Edge)), -np.inf, dtype=np.float32)
    scores[:, 0, : none.shape[1]] = none
    scores[pairs.anchor, 1 + place] = model.edges(asked.view.signals, phrases)
    return scores, first


def best_spans(judged: Judged, edge: Edge) -> tuple[list[Phrase], Floats]:
    """For each anchor the likeliest phrase that begins at `edge` and ends at the edge after it, and the probability
    that there is one."""
    scores = judged.edges[:, :, edge : edge + 2]
    scores = scores - scores.max(axis=1, keepdims=True)
    chances = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    starts, ends = chances[:, 1:, 0], chances[:, 1:, 1]
    reach = np.maximum.accumulate(ends[:, ::-1], axis=1)[:, ::-1]
    first = np.argmax(starts + reach, axis=1)
    behind = np.arange(ends.shape[1]) < first[:, None]
    last = np.argmax(np.where(behind, -np.inf, ends), axis=1)
    phrases = zip((judged.first + first).tolist(), (judged.first + last).tolist(), strict=True)
    some: Floats = 1 - np.exp(chances[:, 0]).sum(axis=1) / 2
    return list(phrases), some
