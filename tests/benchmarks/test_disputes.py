"""How disputes of a record are held against annotated ones."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.links.disputes import same
from benchmarks.pairing import most
from parley.record import Ref

A, B, C = (frozenset({Ref("r", "event", at)}) for at in range(3))


@pytest.mark.parametrize(
    ("gold", "made", "expected"),
    [
        ([A, B], [A, B], True),
        ([A, B], [B, A, C], True),
        ([A, B], [A | B, C], False),
        ([A | B, C], [A, B], False),
        ([A, B], [A, C], False),
        ([A, A | B], [A, B], True),
    ],
)
def test_two_values_must_lie_apart_in_both(
    gold: list[frozenset[Ref]], made: list[frozenset[Ref]], expected: bool
) -> None:
    """Who puts rival words under one value has not seen the dispute."""
    assert same(gold, made) is expected


def test_one_answers_one() -> None:
    """The second name gives way to the first, which fits another place."""
    assert most({"one": [0, 1], "two": [0], "three": [0]}) in ({"one": 1, "two": 0}, {"one": 1, "three": 0})


@given(st.dictionaries(st.sampled_from("abcd"), st.lists(st.integers(0, 4), unique=True)))
def test_no_larger_choice_fits(fitting: dict[str, list[int]]) -> None:
    """As many pairs as the best of all choices has."""
    made = most(fitting)
    assert all(at in fitting[name] for name, at in made.items())
    assert len(set(made.values())) == len(made)
    assert len(made) == _best(list(fitting.values()), frozenset())


def _best(places: list[list[int]], taken: frozenset[int]) -> int:
    if not places:
        return 0
    with_first = [1 + _best(places[1:], taken | {at}) for at in places[0] if at not in taken]
    return max([_best(places[1:], taken), *with_first])
