"""Groups of things by what speaks for each pair."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.linking.incidents.clustering import NEVER, average_link


@pytest.mark.parametrize(
    ("links", "groups"),
    [
        ({}, [[0], [1], [2]]),
        ({(0, 1): 2.0}, [[0, 1], [2]]),
        ({(0, 1): 3.0, (1, 2): 3.0}, [[0, 1], [2]]),  # what was never compared counts against: (3 - 4) / 2
        ({(0, 1): 3.0, (1, 2): 3.0, (0, 2): -1.0}, [[0, 1, 2]]),
        ({(0, 1): 3.0, (1, 2): 5.0, (0, 2): NEVER}, [[0], [1, 2]]),
    ],
)
def test_average_link(links: dict[tuple[int, int], float], groups: list[list[int]]) -> None:
    """The likeliest first, as long as the average of all pairs speaks for it, and never over a veto."""
    assert sorted(average_link(range(3), links)) == groups


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda pair: pair[0] < pair[1]), st.floats(-10, 8)
)


@given(PAIRS, st.permutations(range(7)))
def test_order_does_not_matter(links: dict[tuple[int, int], float], order: list[int]) -> None:
    """The groups are those of the set."""
    assert sorted(average_link(order, links)) == sorted(average_link(range(7), links))


@given(PAIRS)
def test_a_veto_holds(links: dict[tuple[int, int], float]) -> None:
    """No group holds a pair that must never be one."""
    for group in average_link(range(7), links):
        assert not any(links.get((a, b), 0) <= NEVER for a in group for b in group if a < b)
