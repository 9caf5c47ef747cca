"""What the heads could have said of a text, put together by hand: decoding is tested without the model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from parley.encoder.labels import CUE, LABELS, TAGS, TYPES, Edge, Role
from parley.encoder.links import Anchors
from parley.encoder.session import Signals
from parley.reading.anchors import Anchored
from parley.reading.asking import Asked, Judged
from parley.reading.sentences import sentences
from parley.reading.view import Found, Phrase, View, words_of
from parley.record import Actor, Mention, Reading, Report


def view_of(text: str, mentions: Sequence[str] = ()) -> View:
    """A view of a text whose mentions are the first occurrences of some words, each an actor of its own."""
    report = Report("r", text)
    reading = Reading(report, sentences(report))
    found = []
    for number, words in enumerate(mentions):
        span = report.span(text.index(words), text.index(words) + len(words))
        sentence = next(n for n, s in enumerate(reading.sentences) if s.span.covers(span))
        found.append(Mention(span, f"a{number}", sentence))
    reading = Reading(report, reading.sentences, {m.actor: Actor(m.actor, None) for m in found}, tuple(found))
    words_ = words_of(reading)
    tags = {name: np.zeros((len(words_), size), dtype=np.float32) for name, size in TAGS.items()}
    signals = Signals(words_, np.zeros((len(words_), 4), dtype=np.float32), tags)
    return View(reading, signals, Anchored.nothing())


def phrase(view: View, words: str) -> Phrase:
    """Where some words first stand."""
    start = view.reading.report.text.index(words)
    return view.phrases([(start, start + len(words))])[0]


def judged(
    view: View,
    anchor: str,
    kind: str,
    *,
    roles: Mapping[str, Role] | None = None,
    edges: Mapping[Edge, str] | None = None,
    others: Sequence[Found] = (),
) -> Judged:
    """The heads are certain: an anchor with the roles of some phrases, and the phrase that begins at each edge."""
    word = phrase(view, anchor)[0]
    number = CUE if kind == "cue" else TYPES.index(kind)
    anchors = Anchors(np.array([word]), np.array([number]), np.array([-2]))
    asked = Asked(view, anchors, [*view.mentions(), *others], np.array([word]))
    chances = np.zeros((1, len(asked.found), len(Role)), dtype=np.float32)
    for words, role in (roles or {}).items():
        at = [f.phrase for f in asked.found].index(phrase(view, words))
        chances[0, at, role] = 0.9
    here = np.flatnonzero(view.words.sentence == view.words.sentence[word])
    scores = np.zeros((1, 1 + len(here), len(Edge)), dtype=np.float32)
    scores[0, 0] = 9.0
    for edge, words in (edges or {}).items():
        first, last = phrase(view, words)
        scores[0, 1 + first - here[0], edge] = scores[0, 1 + last - here[0], edge + 1] = 18.0
    labels = np.zeros((1, sum(LABELS)), dtype=np.float32)
    return Judged(asked, Anchored(anchors.word, anchors.kind, scores, here[:1], labels), chances)
