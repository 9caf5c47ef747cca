"""Asking the heads about the anchors of a report: who and what belongs to each, and where its content
lies."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from parley.encoder.labels import Edge, Role
from parley.encoder.links import Anchors, groups, links
from parley.encoder.session import Encoder, Floats, Phrases, sigmoid
from parley.encoder.words import Ints
from parley.reading.anchors import Anchored
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

    `roles`: a × c × Role probabilities, 0 where a pair was not asked about; `alone`: what they say of each anchor by
    itself."""

    asked: Asked
    alone: Anchored
    roles: Floats


def judge(model: Encoder, asked: Asked, alone: Anchored) -> Judged:
    """Ask who and what belongs to each anchor of a report."""
    given = candidates(asked.found)
    pairs = links(asked.view.words, asked.anchors, given, asked.marked)
    phrases = Phrases(asked.anchors.word[pairs.anchor], given.first[pairs.other], given.last[pairs.other], pairs.looks)
    roles = np.zeros((len(asked.anchors.word), len(asked.found), len(Role)), dtype=np.float32)
    told = model.links(asked.view.signals, phrases, *groups(asked.anchors, given, pairs))
    roles[pairs.anchor, pairs.other] = sigmoid(told)
    return Judged(asked, alone, roles)


def best_spans(judged: Judged, edge: Edge) -> tuple[list[Phrase], Floats]:
    """For each anchor the likeliest phrase that begins at `edge` and ends at the edge after it, and the probability
    that there is one."""
    scores = judged.alone.edges[:, :, edge : edge + 2]
    scores = scores - scores.max(axis=1, keepdims=True)
    chances = scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))
    starts, ends = chances[:, 1:, 0], chances[:, 1:, 1]
    reach = np.maximum.accumulate(ends[:, ::-1], axis=1)[:, ::-1]
    first = np.argmax(starts + reach, axis=1)
    behind = np.arange(ends.shape[1]) < first[:, None]
    last = np.argmax(np.where(behind, -np.inf, ends), axis=1)
    phrases = zip((judged.alone.first + first).tolist(), (judged.alone.first + last).tolist(), strict=True)
    some: Floats = 1 - np.exp(chances[:, 0]).sum(axis=1) / 2
    return list(phrases), some
