"""A text as words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.encoder.words import Place, Shape, shape, split


@pytest.mark.parametrize(
    ("word", "looks"),
    [
        ("talks", Shape.LOWER),
        ("Istanbul", Shape.TITLE),
        ("TTP", Shape.UPPER),
        ("McCain", Shape.MIXED),
        ("2025", Shape.DIGIT),
        (",", Shape.PUNCTUATION),
        ("U", Shape.INITIAL),
        ("46th", Shape.LOWER),
        ("_", Shape.PUNCTUATION),
    ],
)
def test_a_word_has_one_shape(word: str, looks: Shape) -> None:
    """How a word is written is told at a glance."""
    assert shape(word) == looks


def test_words_know_their_sentence_and_their_place_in_it() -> None:
    """The first word of a sentence and of a paragraph are marked, the others are not."""
    text = "He left. She stayed.\n\nIt rained."
    words = split(text, [(0, 8), (9, 20), (22, 32)], [0, 0, 1])
    starts = {words.surface(i): Place(int(words.looks[i, 1])) for i in range(len(words))}
    assert starts["He"] == starts["It"] == Place.PARAGRAPH_START
    assert starts["She"] == Place.SENTENCE_START
    assert starts["left"] == Place.INSIDE
    assert words.sentence.tolist() == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_words_between_quotation_marks_are_marked_with_the_marks() -> None:
    """A quotation lasts from its opening mark to its closing one, and ends with its paragraph at the latest."""
    text = "“We go,” he said. “And then\n\nhe left."
    words = split(text, [(0, 27), (29, 37)], [0, 1])
    quoted = [words.surface(i) for i in range(len(words)) if words.looks[i, 2]]
    assert quoted == ["“", "We", "go", ",", "”", "“", "And", "then"]


def test_skipped_sentences_have_no_words() -> None:
    """Boilerplate keeps its number, so that later sentences keep theirs."""
    words = split("One. Two. Three.", [(0, 4), (5, 9), (10, 16)], [0, 0, 0], skipped={1})
    assert sorted(set(words.sentence.tolist())) == [0, 2]


@given(st.text(max_size=200))
def test_words_are_what_the_text_says_and_never_cross(text: str) -> None:
    """Each word is a stretch of the text without white space, and they come in order."""
    words = split(text, [(0, len(text))], [0])
    assert all(words.surface(i).strip() == words.surface(i) != "" for i in range(len(words)))
    assert all(a <= b for a, b in zip(words.ends.tolist(), words.starts.tolist()[1:], strict=False))
