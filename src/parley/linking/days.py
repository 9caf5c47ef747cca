"""ISO dates and intervals as stretches of days."""

from __future__ import annotations

import calendar
from datetime import date
from functools import lru_cache

__all__ = ["Days", "apart", "days_of", "iso", "length", "told_to_the_day", "widened"]

Days = tuple[date, date]
"""First and last day, both included."""
YEAR, MONTH = len("2025"), len("2025-10")


@lru_cache(1 << 16)
def days_of(told: str) -> Days | None:
    """The days that an ISO prefix (2025, 2025-10, 2025-10-30) or an interval of two covers; None for anything else."""
    first, _, last = told.partition("/")
    if "W" in told:  # a week of the year, which Python would read
        return None
    try:
        found = _start(first), _end(last or first)
    except ValueError:
        return None
    return found if found[0] <= found[1] else None


def told_to_the_day(told: str) -> Days | None:
    """The same, but None where either end is vaguer than a day."""
    return days_of(told) if all(len(part) > MONTH for part in told.split("/")) else None


def _start(prefix: str) -> date:
    return date.fromisoformat(prefix[:10] + "-01-01"[len(prefix) - YEAR :] if len(prefix) <= MONTH else prefix[:10])


def _end(prefix: str) -> date:
    if len(prefix) > MONTH:
        return date.fromisoformat(prefix[:10])
    month = int(prefix[5:MONTH]) if len(prefix) == MONTH else 12
    return date(int(prefix[:YEAR]), month, calendar.monthrange(int(prefix[:YEAR]), month)[1])


def apart(one: Days, other: Days) -> int:
    """How many days lie between two stretches; 0 where they share a day, 1 where one follows upon the other."""
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)


def length(days: Days) -> int:
    """How many days."""
    return (days[1] - days[0]).days + 1


def widened(days: Days, before: int, after: int = 0) -> Days:
    """So many days more at either end, as far as the calendar goes."""
    first = max(days[0].toordinal() - before, date.min.toordinal())
    last = min(days[1].toordinal() + after, date.max.toordinal())
    return date.fromordinal(first), date.fromordinal(last)


def iso(days: Days) -> str:
    """The stretch in ISO form."""
    first, last = days
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
