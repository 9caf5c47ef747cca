"""Many pairs at once: the odds are those of each pair by itself."""

from __future__ import annotations

from functools import cache
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.links.gold import linked, reading_of
from parley.linking.casting import cast
from parley.linking.incidents.accounts import Account, accounts
from parley.linking.incidents.answers import PLACES, Answers
from parley.linking.incidents.bags import Bags
from parley.linking.incidents.grounds import ACROSS, WITHIN
from parley.linking.incidents.pairs import judge
from parley.linking.incidents.scoring import Scorer
from parley.linking.incidents.story import dice

FEW = 12


@cache
def told() -> tuple[Account, ...]:
    """What real reports on one matter tell."""
    readings = [reading_of(report) for report in linked()[:FEW]]
    casting = cast(readings)
    return tuple(one for reading in readings for one in accounts(reading, casting))


@pytest.mark.parametrize("least", [-np.inf, -8.0, -1.0, 0.0])
def test_the_odds_are_those_of_each_pair(least: float) -> None:
    """To the last digit, since what is joined first is decided by it; none that has enough is left out."""
    scorer = Scorer(judge())
    rows = [scorer.sheet.add(one) for one in told()]
    pairs = list(combinations(range(len(rows)), 2))
    at, odds = scorer.odds((np.array([rows[a] for a, _ in pairs]), np.array([rows[b] for _, b in pairs])), least)
    each = [judge().odds(told()[a], told()[b]) for a, b in pairs]
    assert dict(zip(at.tolist(), odds.tolist(), strict=True)) == {
        number: one for number, one in enumerate(each) if one >= least
    }
    assert 0 < len(at) <= len(pairs)


def test_every_question_is_the_same_both_ways_and_rests_on_its_part() -> None:
    """Where nothing is told, nothing is found."""
    for question in (*ACROSS, *WITHIN):
        for a, b in combinations(told()[::7], 2):
            ground = question.answer(a, b)
            assert ground.level == question.answer(b, a).level
            if question.part(a) is None or question.part(b) is None:
                assert not ground.level


def test_rows_of_what_is_dropped_are_used_again_when_they_may_be() -> None:
    """Not at once: whoever is told that it is gone still knows it by that number."""
    sheet = Scorer(judge()).sheet
    rows = [sheet.add(one) for one in told()[:3]]
    sheet.drop(rows[1])
    assert sheet.add(told()[3]) not in rows
    sheet.reuse()
    assert sheet.add(told()[4]) == rows[1]


SETS = st.lists(st.frozensets(st.sampled_from("abcdefgh")), min_size=1, max_size=6)


@given(SETS, SETS)
def test_words_shared(first: list[frozenset[str]], second: list[frozenset[str]]) -> None:
    """As counted one by one, of empty sets, too; sets may come between two questions."""
    bags, sets = Bags(), [*first, *second]
    for words in first:
        bags.add(words)
    bags.dice(np.array([0]), np.array([0]))
    for words in second:
        bags.add(words)
    pairs = [(a, b) for a in range(len(sets)) for b in range(len(sets))]
    a, b = (np.array(side) for side in zip(*pairs, strict=True))
    assert bags.dice(a, b).tolist() == [dice(sets[one], sets[other]) for one, other in pairs]


def test_answers_are_remembered_and_never_mixed_up() -> None:
    """More pairs than there is room for: what another took the place of is asked again."""
    asked: list[tuple[int, int]] = []

    def ask(a: int, b: int) -> float:
        asked.append((a, b))
        return float(a * 1000 + b)

    answers = Answers(ask)
    a, b = (side.ravel() for side in np.meshgrid(np.arange(600), np.arange(600)))
    for _ in range(2):
        weights = answers.of(a.astype(np.int64), b.astype(np.int64))
        assert (weights == np.minimum(a, b) * 1000 + np.maximum(a, b)).all()
    assert 180_300 <= len(asked) < 2 * 180_300
    assert len(set(asked)) == 180_300 < PLACES
