"""Words cut into windows that the encoder can take, with nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from parley.encoder.words import Ints, Words

LENGTH = 256
"""Wordpieces in a window, [CLS] and [SEP] among them."""

Pieces = Callable[[str], tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of words `[first, last)` as wordpieces, [CLS] and [SEP] included.

    `pieces`: wordpiece ids, m of them; `looks`: m × 3, as in Words; `heads`: for each word the index of its first
    wordpiece."""

    first: int
    last: int
    pieces: Ints
    looks: Ints
    heads: Ints


def windows(words: Words, pieces: Pieces, ends: tuple[int, int], length: int = LENGTH) -> list[Window]:
    """All words, in order, each in exactly one window; cut between sentences wherever one sentence fits a window.

    `ends` are the ids of [CLS] and [SEP].
    """
    split = [pieces(word)[: length - 2] for word in words.surfaces]
    cuts = _cuts(words.sentence.tolist(), list(map(len, split)), length - 2)
    return [_window(words, split, cut, ends) for cut in cuts]


def _cuts(sentence: Sequence[int], sizes: Sequence[int], room: int) -> Iterator[tuple[int, int]]:
    first, fits, used = 0, 0, 0
    for index, size in enumerate(sizes):
        if index and sentence[index] != sentence[index - 1]:
            fits = index
        while used + size > room:
            cut = fits if fits > first else index
            yield first, cut
            first, used = cut, sum(sizes[cut:index])
        used += size
    if first < len(sizes):
        yield first, len(sizes)


def _window(words: Words, split: Sequence[tuple[int, ...]], cut: tuple[int, int], ends: tuple[int, int]) -> Window:
    first, last = cut
    sizes = np.array(list(map(len, split[first:last])), dtype=np.int64)
    flat = list(chain.from_iterable(split[first:last]))
    looks = np.zeros((len(flat) + 2, words.looks.shape[1]), dtype=np.int64)
    looks[1:-1] = np.repeat(words.looks[first:last], sizes, axis=0)
    heads = 1 + np.concatenate(([0], np.cumsum(sizes)[:-1]))
    return Window(first, last, np.array([ends[0], *flat, ends[1]], dtype=np.int64), looks, heads)
