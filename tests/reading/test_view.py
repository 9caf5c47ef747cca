"""What the taggers mark, as phrases."""

from __future__ import annotations

import pytest

from parley.encoder.links import Sort
from tests.reading.heads import phrase, view_of


@pytest.mark.parametrize(
    ("words", "kept"),
    [("Gaza", True), ("the north", True), ("the", False), ("-held", False)],
)
def test_an_article_and_the_rest_of_a_word_are_no_place(words: str, kept: bool) -> None:
    view = view_of("Five men fled Gaza for the north, to a rebel-held town.")
    first, last = phrase(view, words)
    tags = view.signals.tags["place"]
    tags[first, 1] = 1
    tags[first + 1 : last + 1, 2] = 1
    found = [view.span(one.phrase).quote(view.reading.report) for one in view.slots() if one.sort == Sort.PLACE]
    assert found == ([words] if kept else [])
