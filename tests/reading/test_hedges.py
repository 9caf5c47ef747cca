"""Words before a trigger by which a report does not vouch for what it tells."""

from __future__ import annotations

import pytest

from parley.reading.hedges import hedged


@pytest.mark.parametrize(
    ("before", "found"),
    [
        ("He may have been ", True),
        ("The army might have ", True),
        ("Two men are believed to have ", True),
        ("The council was said to have ", True),
        ("It has reportedly ", True),
        ("The bridge was allegedly being ", True),
        ("Both seem to have ", True),
        ("The eight taken on 3 May have been ", False),
        ("He said they had ", False),
        ("She may ", False),
        ("They reportedly met a man who was ", False),
    ],
)
def test_only_words_right_before_count(before: str, found: bool) -> None:
    assert hedged(f"{before}killed.", len(before)) is found
