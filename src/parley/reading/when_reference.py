"""What a time expression is reckoned from, and how its value is written."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

__all__ = [
    "Case",
    "Reference",
    "Rule",
    "Rules",
    "between",
    "case",
    "day_exists",
    "first_day",
    "last_day",
    "month_of",
    "shift",
    "shift_month",
]


_DAY = "2025-10-30"
_RECENT = 7
_LEAN = 60
_ONWARDS = 80


@dataclass(frozen=True, slots=True)
class Reference:
    """The publication date, whether the sentence looks ahead or the words back, and the last date that the text gave.

    `anchor` is the first day of that date, or None; `anchored` is how it was written (2025, 2025-10 or 2025-10-30).
    `passage` is the date that a telling of past times has come to, which goes on from there; None in the news.
    """

    published: date | None
    future: bool = False
    anchored: str | None = None
    past: bool = False
    passage: date | None = None

    @property
    def anchor(self) -> date | None:
        """The first day of the last date that the text gave."""
        return first_day(self.anchored) if self.anchored else None

    @property
    def day(self) -> date | None:
        """The day that a bare time of day belongs to: the last one of the text if it is recent, else publication."""
        given = last_day(self.anchored) if self.anchored and len(self.anchored.split("/")[0]) == len(_DAY) else None
        if given is None or self.published is None:
            return given or self.published
        return given if 0 <= (self.published - given).days <= _RECENT else self.published

    @property
    def base(self) -> date | None:
        """What a date without a year is near to: the passage, publication, or the last date of a text without one."""
        return self.passage or self.published or self.anchor

    @property
    def now(self) -> date | None:
        """What "this year" is: that of publication, or where a text without one has come to."""
        return self.published or self.passage

    def nearest_year(self, month: int, day: int) -> int | None:
        """The year in which a day and month lie nearest to publication; of two as near, the one that fits the tense."""
        base = self.base
        if base is None:
            return None
        lean = -_ONWARDS if self.passage else -_LEAN if self.future else _LEAN
        years = [year for year in (base.year - 1, base.year, base.year + 1) if MINYEAR <= year <= MAXYEAR]
        return min(years, key=lambda year: abs(_days(year, month, day) + lean - base.toordinal()))


def _days(year: int, month: int, day: int) -> int:
    return date(year, month, max(1, min(day, calendar.monthrange(year, month)[1]))).toordinal()


Rule = Callable[[re.Match[str], Reference], str | None]


@dataclass(frozen=True, slots=True)
class Case:
    """Words that have a value: the pattern they match, and the rule that reckons it.

    `needs` are words of which the expression must have one; it is what keeps looking through all cases cheap.
    """

    needs: frozenset[str]
    pattern: re.Pattern[str]
    rule: Rule


Rules = tuple[Case, ...]


def case(needs: str, pattern: str, rule: Rule) -> Case:
    """A case; `needs` is a row of words, or empty where any expression will do."""
    return Case(frozenset(needs.split()), re.compile(pattern), rule)


def day_exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def first_day(value: str) -> date | None:
    """The first day of an ISO prefix or interval; None where it is no date."""
    start = value.split("/")[0]
    try:
        return date.fromisoformat(start + "-01" * ((len(_DAY) - len(start)) // 3))
    except ValueError:
        return None


def last_day(value: str) -> date | None:
    """The last day of an ISO prefix or interval; None where it is no date."""
    end = value.split("/")[-1]
    first = first_day(end)
    if first is None or len(end) == len(_DAY):
        return first
    month = 12 if len(end) == len("2025") else first.month
    return date(first.year, month, calendar.monthrange(first.year, month)[1])


def between(start: date, end: date) -> str:
    """Two days as an interval, earlier first; one day as itself."""
    return "/".join(day.isoformat() for day in sorted({start, end}))


def month_of(year: int, month: int) -> str:
    """A month as an ISO prefix."""
    return f"{year:04d}-{month:02d}"


def shift_month(day: date, months: int) -> date:
    """The same day some months on, or the month's last; the calendar's edge where that lies beyond it."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def shift(day: date, days: int) -> date:
    """The day some days on; the calendar's edge where that lies beyond it."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min
