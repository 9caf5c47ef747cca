"""Slots and values in words."""

from __future__ import annotations

import pytest

from parley.web.wordings import worded
from tests.exports.desks import record
from tests.web.timelines.test_drawing import index_of


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("when ard announced it (ended-deal)", "when Ardania announced it (ended with a deal)"),
        ("ard+front", "Ardania, Northern Front"),
        ("2031-03-04/2031-03-06", "4–6 Mar 2031"),
        ("state from 2031-03-04", "state from 4 Mar 2031"),
        ("9+", "9+"),
        ("as told by front", "as told by Northern Front"),
        ("over without a deal", "over without a deal"),
    ],
)
def test_ids_days_and_states_are_put_in_words(told: str, shown: str) -> None:
    """And nothing else is touched."""
    assert worded(told, index_of(record()).desk) == shown
