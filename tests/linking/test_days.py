"""Dates as stretches of days."""

from __future__ import annotations

from datetime import date

import pytest

from parley.linking.days import Days, told_to_the_day


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("2025-10-30", (date(2025, 10, 30), date(2025, 10, 30))),
        ("2025-10-25/2025-10-30", (date(2025, 10, 25), date(2025, 10, 30))),
        ("2025-10", None),
        ("2025-10/2025-10-30", None),
        ("2025-10-30/..", None),
        ("2025-10-30/2025-10-25", None),
    ],
)
def test_only_what_is_told_to_the_day_dates_a_sitting(told: str, days: Days | None) -> None:
    """A month, an open end or an interval the wrong way round dates none."""
    assert told_to_the_day(told) == days
