"""Spans marked in place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import sentences, statements
from corpus.marks import Marks
from corpus.standoff import Offsets

PLAIN = st.text(st.characters(exclude_characters="[]{}<>*~^¤", exclude_categories=["Cs"]), min_size=1, max_size=60)


@st.composite
def annotated(draw: st.DrawFn, marks: Marks) -> tuple[str, dict[str, list[Offsets]]]:
    """A sentence and spans of it that share no character."""
    text = draw(PLAIN)
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans: dict[str, list[Offsets]] = {role: [] for role in marks.pairs}
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        spans[draw(st.sampled_from(sorted(spans)))].append([start, end])
    return text, spans


@given(annotated(sentences.MARKS))
def test_marking_a_sentence_is_undone_by_unmarking(case: tuple[str, dict[str, list[Offsets]]]) -> None:
    """Text and spans come back as they were."""
    assert sentences.MARKS.unmark(sentences.MARKS.mark(*case)) == case


@given(annotated(statements.MARKS))
def test_marking_a_statement_is_undone_by_unmarking(case: tuple[str, dict[str, list[Offsets]]]) -> None:
    """Text and spans come back as they were."""
    assert statements.MARKS.unmark(statements.MARKS.mark(*case)) == case


@given(st.text("ab []{}*", max_size=12))
def test_unmarking_is_undone_by_marking(marked: str) -> None:
    """Whatever can be unmarked is written again as it was."""
    try:
        text, spans = statements.MARKS.unmark(marked)
    except ValueError:
        return
    assert statements.MARKS.mark(text, spans) == marked


@pytest.mark.parametrize("marked", ["[a", "a]", "[a {b} c]", "{}", "*a", "[a}"])
def test_marks_that_do_not_match_are_refused(marked: str) -> None:
    """Marks open and close, do not nest and hold something."""
    with pytest.raises(ValueError, match=r"mark|closed|stands between"):
        statements.MARKS.unmark(marked)


def test_a_sentence_that_holds_a_mark_cannot_be_marked() -> None:
    """Otherwise it would be read as another annotation."""
    with pytest.raises(ValueError, match="itself holds"):
        statements.MARKS.mark("a [sic] word", {})
