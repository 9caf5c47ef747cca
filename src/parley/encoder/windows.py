"""Words cut into windows that the encoder can take, with nothing lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

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
    split = [pieces(words.surface(i))[: length - 2] for i in range(len(words))]
    sizes = np.array([len(p) for p in split], dtype=np.int64)
    return [_window(words, split, cut, ends) for cut in _cuts(words.sentence, sizes, length - 2)]


def _cuts(sentence: Ints, sizes: Ints, room: int) -> Iterator[tuple[int, int]]:
    first, fits, used = 0, 0, 0
    for index, size in enumerate(sizes):
        if index and sentence[index] != sentence[index - 1]:
            fits = index
        while used + size > room:
            cut = fits if fits > first else index
            yield first, cut
            first, used = cut, int(sizes[cut:index].sum())
        used += int(size)
    if first < len(sizes):
        yield first, len(sizes)


def _window(words: Words, split: Sequence[tuple[int, ...]], cut: tuple[int, int], ends: tuple[int, int]) -> Window:
    first, last = cut
    sizes = np.array([len(split[i]) for i in range(first, last)], dtype=np.int64)
    flat = [piece for i in range(first, last) for piece in split[i]]
    looks = np.zeros((len(flat) + 2, words.looks.shape[1]), dtype=np.int64)
    looks[1:-1] = np.repeat(words.looks[first:last], sizes, axis=0)
    heads = 1 + np.concatenate(([0], np.cumsum(sizes)[:-1]))
    return Window(first, last, np.array([ends[0], *flat, ends[1]], dtype=np.int64), looks, heads)
