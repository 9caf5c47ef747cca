"""ISO dates and intervals as days."""

from __future__ import annotations

import calendar
from datetime import date

__all__ = ["Stretch", "apart", "stretch", "told"]

Stretch = tuple[date, date]
"""First and last day, both included."""
WHOLE = len("2025-10-30")


def stretch(told_date: str) -> Stretch | None:
    """The days that an ISO date or interval covers; None where it is vaguer than a day or open at one end."""
    first, _, last = told_date.partition("/")
    days = [_day(part) for part in (first, last or first)]
    if None in days or days[0] > days[1]:  # type: ignore[operator]
        return None
    return days[0], days[1]  # type: ignore[return-value]


def _day(part: str) -> date | None:
    try:
        return date.fromisoformat(part[:WHOLE]) if len(part) >= WHOLE else None
    except ValueError:
        return None


def month(told_date: str) -> Stretch | None:
    """The days of a date that is told to the month."""
    try:
        year, number = int(told_date[:4]), int(told_date[5:7])
        return date(year, number, 1), date(year, number, calendar.monthrange(year, number)[1])
    except ValueError:
        return None


def apart(one: Stretch, other: Stretch) -> int:
    """How many days lie between the two; 0 where they touch or overlap."""
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)


def told(days: Stretch) -> str:
    """The stretch in ISO form."""
    first, last = days
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
