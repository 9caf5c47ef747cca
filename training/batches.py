"""Windows of several texts as one batch of tensors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from parley.encoder.windows import Pieces, Window
from parley.encoder.words import Ints, Shape
from training.device import put
from training.encoder import tokenizer

MASKED = 0.1
"""Share of words hidden from the encoder in training, so that it cannot lean on single ones."""
NAMELESS = 0.1
"""Share of names hidden wherever they stand in a batch: who did what must be seen without knowing who it is."""
LOUD = (Shape.TITLE, Shape.UPPER)
"""How names are written, but for the first word of a sentence."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What Encoder.forward takes; words are numbered through, text after text, in the order given."""

    pieces: Tensor
    mask: Tensor
    looks: Tensor
    rows: Tensor
    columns: Tensor


@lru_cache(1)
def vocabulary() -> tuple[Pieces, tuple[int, int], int]:
    """From a word to its wordpieces, the ids of [CLS] and [SEP], and that of [MASK]."""
    base = tokenizer()

    @lru_cache(200_000)
    def pieces(word: str) -> tuple[int, ...]:
        return tuple(base.encode(word, add_special_tokens=False)) or (base.unk_token_id,)

    return pieces, (base.cls_token_id, base.sep_token_id), base.mask_token_id


def batch(windows: Sequence[Window], random: np.random.Generator | None = None) -> Batch:
    """Pad windows to one length; with a random generator some wordpieces are masked."""
    longest = max(len(w.pieces) for w in windows)
    pieces = np.zeros((len(windows), longest), dtype=np.int64)
    looks = np.zeros((len(windows), longest, windows[0].looks.shape[1]), dtype=np.int64)
    for row, window in enumerate(windows):
        pieces[row, : len(window.pieces)] = window.pieces
        looks[row, : len(window.pieces)] = window.looks
    mask = (pieces != 0).astype(np.int64)
    if random is not None:
        _hide(windows, pieces, random)
        _hide_names(pieces, np.isin(looks[:, :, 0], LOUD), random)
    rows = np.concatenate([np.full(len(w.heads), row) for row, w in enumerate(windows)])
    columns = np.concatenate([w.heads for w in windows])
    return Batch(*map(put, (pieces, mask, looks, rows, columns)))


def _hide(windows: Sequence[Window], pieces: Ints, random: np.random.Generator) -> None:
    """Mask single words, wherever they stand."""
    for row, window in enumerate(windows):
        sizes = np.diff(np.append(window.heads, len(window.pieces) - 1))
        hidden = np.repeat(random.random(len(sizes)) < MASKED, sizes)
        pieces[row, 1 : len(window.pieces) - 1][hidden] = vocabulary()[2]


def _hide_names(pieces: Ints, loud: NDArray[np.bool_], random: np.random.Generator) -> None:
    """Mask some wordpieces of names in all places at once; `loud`: where a word is written as names are."""
    names = np.unique(pieces[loud])
    hidden = names[random.random(len(names)) < NAMELESS]
    pieces[np.isin(pieces, hidden) & loud] = vocabulary()[2]
