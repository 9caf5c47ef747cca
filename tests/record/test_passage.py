"""Words that were judged are found again, or known to be gone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from parley.record import Passage, refind
from tests.builders import SAMPLE, TEXT, quote

WORDS = st.text(st.sampled_from('ab  \n“".-5é'), max_size=60)


@given(WORDS, st.data())
def test_in_the_same_text_every_span_is_where_it_was(text: str, data: st.DataObject) -> None:
    """However often its words stand there."""
    assume(text)
    start = data.draw(st.integers(0, len(text) - 1))
    report = replace(SAMPLE, text=text)
    span = report.span(start, data.draw(st.integers(start + 1, len(text))))
    assert refind(Passage.of(span, report), report) == span


@given(WORDS, WORDS, WORDS, st.text("xyz", min_size=24, max_size=40))
def test_words_move_with_what_is_put_before_them(before: str, after: str, new: str, words: str) -> None:
    """Long words need no surroundings."""
    report = replace(SAMPLE, text=before + words + after)
    passage = Passage.of(report.span(len(before), len(before) + len(words)), report)
    found = refind(passage, replace(report, text=new + before + words + after))
    assert found == report.span(len(new + before), len(new + before + words))


@given(WORDS, WORDS, st.text("xyz", min_size=1))
def test_words_that_are_gone_are_found_nowhere(before: str, after: str, words: str) -> None:
    """They are orphaned, not put elsewhere."""
    report = replace(SAMPLE, text=before + words + after)
    passage = Passage.of(report.span(len(before), len(before + words)), report)
    assume(before + after)
    assert refind(passage, replace(report, text=before + after)) is None


@pytest.mark.parametrize(
    ("words", "edit", "expected"),
    [
        ("At least 12 people", ("At least 12 people", "At least 15 people"), None),
        ("At least 12 people", ("ISTANBUL: ", ""), "At least 12 people"),
        ("At least 12 people", ("At least 12 people", "At least\n12 people"), "At least\n12 people"),
        ("“We asked for evidence and got none,”", ("“We", '"We'), '"We asked for evidence and got none,”'),
        ("told", ("Selim Okar told Harbour TV", "Selim Okar said"), None),
        ("said", ("The Northern Front said", "The Front told us"), None),
        ("killed", ("there on 4 March", "in Harad on 4 March"), "killed"),
    ],
)
def test_small_edits(words: str, edit: tuple[str, str], expected: str | None) -> None:
    """Marks and white space do not count, figures do; short words need their surroundings."""
    assert edit[0] in TEXT
    edited = replace(SAMPLE, text=TEXT.replace(*edit, 1))
    found = refind(Passage.of(quote(words), SAMPLE), edited)
    assert (found and found.quote(edited)) == expected


def test_of_equal_places_the_nearest_is_taken() -> None:
    """By the old position."""
    report = replace(SAMPLE, text="-" * 40 + "killed" + "-" * 40 + "killed" + "-" * 40)
    for start in (40, 86):
        passage = Passage.of(report.span(start, start + 6), report)
        moved = refind(passage, replace(report, text="-" * 3 + report.text))
        assert moved == report.span(start + 3, start + 9)
