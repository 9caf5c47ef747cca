"""Which words and phrases are compared with which trigger or cue, and what can be seen of each pair at a glance.

An *anchor* is a word that has arguments: an event's trigger, a statement's cue. A *candidate* is a phrase that may be
one: a mention, a place, a time, a figure. The same code makes the pairs that the heads are trained on and those that
they judge."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from parley.encoder.labels import CUE, RUN
from parley.encoder.words import Ints, Shape, Words

BEFORE, AFTER, LEAD = 4, 2, 1
"""How many sentences before and after its own an anchor looks for parties that it leaves unsaid; the first LEAD + 1
always."""
STEPS = np.array([1, 2, 3, 4, 5, 7, 9, 12, 16, 24, 40])
"""Where the buckets of word distances begin."""
OFTEN = 5
"""An actor mentioned this often or more counts as one that the report is about."""
PRONOUNS = frozenset("he she it they him her them his its their who which i we us you".split())
LINK_SIZES = (RUN + 1, 5, 2 * len(STEPS) + 1, 4, 5, 4, 4, BEFORE + AFTER + 2, 3, 2 * OFTEN + 2)
EDGE_SIZES = (RUN + 1, 2 * len(STEPS) + 1, 4, 4)


class Sort(IntEnum):
    """What a candidate is."""

    MENTION = 0
    PRONOUN = 1
    PLACE = 2
    WHEN = 3
    FIGURE = 4


@dataclass(frozen=True, slots=True)
class Anchors:
    """Triggers and cues: word index, kind (index into TYPES, CUE or RUN), and for a trigger the candidate that is the
    source of the statement it stands in, -1 where that is no candidate, -2 where it stands in none."""

    word: Ints
    kind: Ints
    source: Ints


@dataclass(frozen=True, slots=True)
class Candidates:
    """Phrases: first and last word, both included, their Sort, and a number for the actor they name, -1 where that is
    not known."""

    first: Ints
    last: Ints
    sort: Ints
    actor: Ints


@dataclass(frozen=True, slots=True)
class Pairs:
    """p pairs: index of the anchor and of the candidate (or word), and p × f small integers that the head embeds."""

    anchor: Ints
    other: Ints
    looks: Ints


def groups(anchors: Anchors, candidates: Candidates, pairs: Pairs) -> tuple[Ints, Ints]:
    """For each pair a number for its anchor, and one for whom its candidate names; both from 0 without gaps.

    Pairs of one actor share the latter, those of events and those of cues apart; who is not known is one for himself.
    """
    known = candidates.actor >= 0
    named = int(candidates.actor.max(initial=-1)) + 1
    each = np.where(known, candidates.actor, named + np.arange(len(candidates.actor)))
    told = each[pairs.other] + (named + len(each)) * (anchors.kind[pairs.anchor] >= CUE)
    return _numbered(pairs.anchor), _numbered(told)


def _numbered(values: Ints) -> Ints:
    numbers: Ints = np.unique(values, return_inverse=True)[1].reshape(-1)
    return numbers


def sort_of(words: Words, first: int, last: int) -> Sort:
    """Whether a mention is a pronoun."""
    alone = first == last and words.surface(first).lower() in PRONOUNS
    return Sort.PRONOUN if alone else Sort.MENTION


def links(words: Words, anchors: Anchors, candidates: Candidates, marked: Ints) -> Pairs:
    """Every anchor with every candidate of its sentence, and with the mentions of the sentences around.

    `marked` are the words of all triggers and cues of the text, those among `anchors` and others.
    """
    apart = words.sentence[candidates.first][None, :] - words.sentence[anchors.word][:, None]
    named = (candidates.sort <= Sort.PRONOUN) & np.ones_like(apart, dtype=bool)
    lead = (words.sentence[candidates.first] <= LEAD)[None, :] & (anchors.kind < CUE)[:, None]
    near = (apart >= -BEFORE) & (apart <= AFTER) | lead
    pair = np.nonzero((apart == 0) | (named & near))
    return Pairs(pair[0], pair[1], _link_looks(words, anchors, candidates, pair, marked))


def _link_looks(words: Words, anchors: Anchors, candidates: Candidates, pair: tuple[Ints, ...], marked: Ints) -> Ints:
    anchor, other = pair
    word, first, last = anchors.word[anchor], candidates.first[other], candidates.last[other]
    nearest = np.where(first > word, first, np.where(last < word, last, word))
    apart = words.sentence[first] - words.sentence[word]
    here = apart == 0
    quoted = words.looks[:, 2]
    spoken = (anchors.source[anchor] != -2) & (anchors.kind[anchor] < CUE)
    columns = (
        anchors.kind[anchor],
        candidates.sort[other],
        np.where(here, _bucket(nearest - word), 0),
        _between(words.looks[:, 0] == Shape.PUNCTUATION, word, nearest, 3),
        _between(_marks(len(words), candidates.first[candidates.sort <= Sort.PRONOUN]), word, nearest, 4),
        _between(_marks(len(words), marked), word, nearest, 3),
        2 * quoted[word] + quoted[first],
        np.where(apart < -BEFORE, BEFORE + AFTER + 1, np.clip(apart, -BEFORE, AFTER) + BEFORE),
        np.where(spoken, 1 + (anchors.source[anchor] == other), 0),
        _fame(words, anchors, candidates, pair),
    )
    return np.stack(columns, axis=1) if len(anchor) else np.zeros((0, len(columns)), dtype=np.int64)


def _fame(words: Words, anchors: Anchors, candidates: Candidates, pair: tuple[Ints, ...]) -> Ints:
    """How often the candidate's actor is mentioned, twice over: whether or not it is in the anchor's own sentence
    too."""
    anchor, other = pair
    known = candidates.actor >= 0
    size = int(candidates.actor.max(initial=-1)) + 1
    counts = np.append(np.bincount(candidates.actor[known], minlength=size), 0)
    present = np.zeros((len(anchors.word), size + 1), dtype=bool)
    here = words.sentence[candidates.first][None, :] == words.sentence[anchors.word][:, None]
    row, column = np.nonzero(here & known[None, :])
    present[row, candidates.actor[column]] = True
    actor = candidates.actor[other]
    often: Ints = np.minimum(counts[actor], OFTEN) + (OFTEN + 1) * present[anchor, actor]
    return often


def edges(words: Words, anchors: Anchors) -> Pairs:
    """Every anchor with every word of its sentence, in the order of the words."""
    firsts = np.searchsorted(words.sentence, words.sentence[anchors.word], side="left")
    lasts = np.searchsorted(words.sentence, words.sentence[anchors.word], side="right")
    sizes = lasts - firsts
    anchor = np.repeat(np.arange(len(sizes)), sizes)
    other = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes - firsts, sizes)
    word = anchors.word[anchor]
    quoted = words.looks[:, 2]
    columns = (
        anchors.kind[anchor],
        _bucket(other - word),
        2 * quoted[word] + quoted[other],
        _between(words.looks[:, 0] == Shape.PUNCTUATION, word, other, 3),
    )
    return Pairs(anchor, other, np.stack(columns, axis=1).reshape(-1, len(columns)))


def _bucket(distance: Ints) -> Ints:
    """Signed distances as 0 … 2 · len(STEPS), the middle for none."""
    return len(STEPS) + np.sign(distance) * np.searchsorted(STEPS, np.abs(distance), side="right")


def _between(marked: NDArray[np.bool_], a: Ints, b: Ints, most: int) -> Ints:
    """How many marked words stand strictly between two words, at most `most`."""
    running = np.concatenate(([0], np.cumsum(marked)))
    low, high = np.minimum(a, b), np.maximum(a, b)
    count: Ints = np.clip(running[high] - running[np.minimum(low + 1, high)], 0, most)
    return count


def _marks(size: int, at: Ints) -> NDArray[np.bool_]:
    marks = np.zeros(size, dtype=bool)
    marks[at] = True
    return marks
