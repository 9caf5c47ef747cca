"""A text cut at the edges of what is found in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parley.record import Span
from parley.web.marks import Mark, pieces
from parley.web.wordiff import differences

LETTERS = st.text(st.sampled_from("abc \n“”é"), min_size=1, max_size=60)


@given(LETTERS, st.data())
def test_pieces_are_the_text_and_every_mark_its_words(text: str, data: st.DataObject) -> None:
    """However marks overlap: put together the pieces are the text, and those of a mark are the mark's words."""
    places = st.integers(0, len(text) - 1)
    marks = []
    for number in range(data.draw(st.integers(0, 6))):
        start = data.draw(places)
        end = data.draw(st.integers(start + 1, len(text)))
        marks.append(Mark(Span("r", start, end), f"m-{number % 3}", f"e{number}"))
    first = data.draw(places)
    last = data.draw(st.integers(first + 1, len(text)))
    found = list(pieces(text, marks, first, last))
    assert "".join(one.text for one in found) == text[first:last]
    for mark in marks:
        mine = "".join(one.text for one in found if mark.finding in one.findings.split())
        assert mine == text[max(first, mark.span.start) : min(last, mark.span.end)]
    starts = [name for one in found for name in one.starts]
    assert len(starts) == len(set(starts))
    inside = {mark.finding for mark in marks if first <= mark.span.start < last}
    assert set(starts) == inside


@given(LETTERS, LETTERS)
def test_differences_tell_both_texts(here: str, there: str) -> None:
    """What both have with what is gone is the one, with what is new the other."""
    found = list(differences(here, there))
    assert [word for one in found if one.kind in ("same", "gone") for word in one.text.split()] == here.split()
    assert [word for one in found if one.kind in ("same", "new") for word in one.text.split()] == there.split()
