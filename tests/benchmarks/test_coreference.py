"""The scores of coreference, against published examples."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.links.coreference import Score, _best, conll

KEY = [frozenset("12345"), frozenset("67"), frozenset("89ABC")]


@pytest.mark.parametrize(
    ("response", "muc", "b3", "ceafe"),
    [
        ([frozenset("12345"), frozenset("6789ABC")], 0.947, 0.865, 0.733),
        ([frozenset("1234589ABC"), frozenset("67")], 0.947, 0.737, 0.667),
        ([frozenset("123456789ABC")], 0.900, 0.545, 0.294),
        ([frozenset(one) for one in "123456789ABC"], 0.0, 0.400, 0.178),
    ],
)
def test_the_examples_of_luo(response: list[frozenset[str]], muc: float, b3: float, ceafe: float) -> None:
    """Luo 2005, table 1, with phi 4."""
    found = conll(KEY, response)
    f1s = [score.f1 for score in found.values() if isinstance(score, Score)]
    assert f1s == pytest.approx([muc, b3, ceafe], abs=0.0006)
    assert found["conll"] == pytest.approx(sum(f1s) / 3)


def test_other_mentions_are_refused() -> None:
    """Both sides must hold the same ones."""
    with pytest.raises(ValueError, match="same mentions"):
        conll(KEY, KEY[:2])


def _table(width: int) -> st.SearchStrategy[list[list[float]]]:
    return st.lists(st.lists(st.floats(0, 1), min_size=width, max_size=width), min_size=1, max_size=5)


@given(st.integers(1, 5).flatmap(_table))
def test_the_best_matching(values: list[list[float]]) -> None:
    """What trying all of them finds."""
    rows = values if len(values) <= len(values[0]) else [list(column) for column in zip(*values, strict=True)]
    ways = itertools.permutations(range(len(rows[0])), len(rows))
    assert _best(values) == pytest.approx(max(sum(rows[at][to] for at, to in enumerate(way)) for way in ways))
