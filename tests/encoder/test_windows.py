"""Words cut into windows."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from parley.encoder.windows import windows
from parley.encoder.words import split


def pieces(word: str) -> tuple[int, ...]:
    """A stand-in tokenizer whose wordpieces are the letters: only the lengths matter here."""
    return tuple(100 + ord(letter) for letter in word)


@given(st.lists(st.lists(st.sampled_from(["a", "bb", "ccc", "x" * 30]), min_size=1, max_size=9), max_size=9))
def test_every_word_lies_in_exactly_one_window(sentences: list[list[str]]) -> None:
    """Nothing is cut off, whatever the lengths, and no window is longer than it may be."""
    joined = [" ".join(sentence) for sentence in sentences]
    ends = np.cumsum([len(s) + 1 for s in joined]).tolist()
    spans = [(end - len(s) - 1, end - 1) for s, end in zip(joined, ends, strict=True)]
    words = split(" ".join(joined), spans, [0] * len(spans))
    cut = windows(words, pieces, (1, 2), length=24)
    assert [i for w in cut for i in range(w.first, w.last)] == list(range(len(words)))
    assert all(len(w.pieces) <= 24 and w.pieces[0] == 1 and w.pieces[-1] == 2 for w in cut)
    for window in cut:
        firsts = [pieces(words.surface(i))[0] for i in range(window.first, window.last)]
        assert window.pieces[window.heads].tolist() == firsts


def test_windows_break_between_sentences_where_they_can() -> None:
    """A sentence that fits a window is not split."""
    text = "aaaa bbbb. cccc dddd. eeee ffff."
    words = split(text, [(0, 10), (11, 21), (22, 32)], [0, 0, 0])
    cut = windows(words, pieces, (1, 2), length=22)
    assert [(int(words.sentence[w.first]), int(words.sentence[w.last - 1])) for w in cut] == [(0, 1), (2, 2)]
