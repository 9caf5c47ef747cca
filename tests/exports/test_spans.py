"""Spans told by their words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.exports.spans import Unfound, locate, phrase

SENTENCE = "The talks, he said, are suspended; talks about talks go on."


@pytest.mark.parametrize(
    ("wording", "found"),
    [
        ("talks", "talks"),
        ("he said", "he said"),
        ("The talks … suspended", "The talks, he said, are suspended"),
        ("suspend", "suspend"),
    ],
)
def test_a_wording_is_found_where_it_stands(wording: str, found: str) -> None:
    """A wording gives the span of its words, the part between two of them included."""
    start, end = locate(SENTENCE, wording)
    assert SENTENCE[start:end] == found


def test_a_number_tells_the_second_from_the_first() -> None:
    """`word#2` is the second occurrence."""
    assert locate(SENTENCE, "talks")[0] < locate(SENTENCE, "talks#2")[0] < locate(SENTENCE, "talks#3")[0]


def test_whole_words_come_before_parts_of_words() -> None:
    """ "he" is the word, not the end of "the"."""
    assert locate("the man, he said", "he") == (9, 11)


@pytest.mark.parametrize("wording", ["truce", "talks#4", "suspended … talks, he", "truce … on"])
def test_words_that_do_not_stand_there_are_refused(wording: str) -> None:
    """What is not in the sentence is an error that quotes it."""
    with pytest.raises(Unfound, match="does not stand in the sentence"):
        locate(SENTENCE, wording)


WORDS = st.lists(st.sampled_from(["talks", "talk", "the", "he", "”", "Kabul’s", "truce."]), min_size=1, max_size=8)


@given(WORDS, st.data())
def test_a_span_told_by_its_words_is_found_again(words: list[str], data: st.DataObject) -> None:
    """`locate` undoes `phrase` for every run of whole words that can be told by its words."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    text = " ".join(words)
    start = len(" ".join([*words[:first], ""]))
    end = start + len(" ".join(words[first : last + 1]))
    try:
        wording = phrase(text, start, end)
    except ValueError:
        return
    assert locate(text, wording) == (start, end)
