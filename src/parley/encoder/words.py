"""A text as the words that the encoder sees: their offsets and their looks."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

WORD = re.compile(r"[^\W_]+|[^\w\s]|_")
OPENERS, CLOSERS = frozenset('"“«'), frozenset('"”»')


class Shape(IntEnum):
    """How a word is written; the base model is uncased and would not see it."""

    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    DIGIT = 4
    PUNCTUATION = 5
    INITIAL = 6


class Place(IntEnum):
    """Where in its paragraph a word stands."""

    INSIDE = 0
    SENTENCE_START = 1
    PARAGRAPH_START = 2


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, n of them, and what is seen of each at a glance.

    `surfaces`: as they are written; `starts`, `ends`: character offsets; `sentence`: index of the sentence it stands
    in; `looks`: n × 3 of Shape, Place and whether it stands inside quotation marks. Words outside every sentence given
    are left out."""

    text: str
    surfaces: Sequence[str]
    starts: Ints
    ends: Ints
    sentence: Ints
    looks: Ints

    def __len__(self) -> int:
        return len(self.starts)

    def surface(self, index: int) -> str:
        """The word as it is written."""
        return self.surfaces[index]


@lru_cache(65_536)
def shape(word: str) -> Shape:
    """How a word is written."""
    if word.isdigit():
        return Shape.DIGIT
    if not word[0].isalnum():
        return Shape.PUNCTUATION
    if word.islower() or not word[0].isalpha():
        return Shape.LOWER
    if word.isupper():
        return Shape.UPPER if len(word) > 1 else Shape.INITIAL
    return Shape.TITLE if word[0].isupper() and not any(map(str.isupper, word[1:])) else Shape.MIXED


def split(
    text: str, sentences: Sequence[tuple[int, int]], paragraphs: Sequence[int], skipped: Collection[int] = ()
) -> Words:
    """The words of a text, sentence by sentence; `paragraphs` gives the paragraph of each, `skipped` those left out."""
    surfaces: list[str] = []
    offsets: list[tuple[int, int]] = []
    owner: list[int] = []
    looks: list[tuple[int, int, int]] = []
    paragraph, quoted = -1, False
    for number, (start, end) in enumerate(sentences):
        if number in skipped:
            continue
        place = Place.SENTENCE_START
        if paragraphs[number] != paragraph:
            paragraph, quoted, place = paragraphs[number], False, Place.PARAGRAPH_START
        for match in WORD.finditer(text, start, end):
            word = match.group()
            closes = quoted and word in CLOSERS
            quoted = not closes and (quoted or word in OPENERS)
            surfaces.append(word)
            offsets.append(match.span())
            owner.append(number)
            looks.append((shape(word), place, quoted or closes))
            place = Place.INSIDE
    starts, ends = _array(offsets, 2).T
    return Words(text, surfaces, starts, ends, np.array(owner, dtype=np.int64), _array(looks, 3))


def _array(rows: Sequence[tuple[int, ...]], width: int) -> Ints:
    """Rows of a width as an array, which numpy makes sooner of one long row."""
    return np.fromiter(chain.from_iterable(rows), np.int64, len(rows) * width).reshape(-1, width)
