"""Time expressions that name a month, its parts and its end."""

from __future__ import annotations

import re
from datetime import date

from parley.reading.dates_words import MONTHS
from parley.reading.when_days import MONTH_NAME, MONTH_WORDS, NTH, OF_YEAR, ordinal, year_for
from parley.reading.when_reference import Reference, Rules, between, case, day_exists, last_day, month_of

__all__ = ["MONTH_RULES"]

_SOON = 2
_FAR = 9


def _month(match: re.Match[str], ref: Reference) -> str | None:
    """A month: the last one up to publication, or the next where the sentence looks ahead or that is near."""
    month = MONTHS[match["month"][:3]]
    if any(match[part] for part in ("year", "slashed", "short", "which", "same")):
        year = year_for(match, ref, month, 15)
        return month_of(year, month) if year else None
    base = ref.base
    if base is None:
        return None
    if match["step"]:
        return _stepped(match["step"], month, base, ref)
    if ref.passage:
        return month_of(ref.nearest_year(month, 15) or base.year, month)
    past = base.year - (month > base.month)
    ahead = base.year + (month < base.month)
    distance = (month - base.month) % 12
    soon = not ref.past and 0 < distance <= _SOON
    return month_of(ahead if soon or (ref.future and distance <= _FAR) else past, month)


def _stepped(step: str, month: int, base: date, ref: Reference) -> str | None:
    """ "Last June", "next June", "this June", "that June"."""
    if step == "that":
        return month_of(ref.anchor.year, month) if ref.anchor else None
    steps = {"last": -(month >= base.month), "next": month <= base.month}
    return month_of(base.year + steps.get(step, 0), month)


def _year_first(match: re.Match[str], ref: Reference) -> str | None:
    """ "2017 April"."""
    return month_of(int(match["year"]), MONTHS[match["month"][:3]])


def _part_of_month(match: re.Match[str], ref: Reference) -> str | None:
    """ "The second half of June", "the first week of March"; the middle of a month is the month."""
    month = MONTHS[match["month"][:3]]
    value = _month(match, ref)
    base = ref.base
    if value is None or base is None or match["part"] not in ("half", "week"):
        return value
    if not (match["year"] or match["which"] or match["same"] or match["step"]):
        value = month_of(ref.nearest_year(month, 15) or base.year, month)
    year, end = int(value[:4]), last_day(value)
    days = _days_of_part(match, end) if end else None
    if days is None or not all(day_exists(year, month, day) for day in days):
        return value
    return between(date(year, month, days[0]), date(year, month, days[1]))


def _days_of_part(match: re.Match[str], end: date) -> tuple[int, int]:
    """The first and last day of a half or a week of the month that ends so; weeks are counted from its first day."""
    last = match["nth"] in (None, "last", "final")
    if match["part"] == "half":
        second = last or ordinal(match["nth"]) == 2
        return (16, end.day) if second else (1, 15)
    if last:
        return end.day - 6, end.day
    start = 7 * (ordinal(match["nth"]) - 1) + 1
    return start, min(start + 6, end.day)


def _end_of_month(match: re.Match[str], ref: Reference) -> str | None:
    """The last day of a month that the words name."""
    value = _month(match, ref)
    end = last_day(value) if value else None
    return end.isoformat() if end else None


_PART = rf"(?:{NTH}|last|final|latter) (?P<part>half|week|days) of"
_STEP = r"(?:\b(?P<step>last|next|this|that) )?"
MONTH_RULES: Rules = (
    case(MONTH_WORDS, rf"\b(?:the )?(?:very )?end of {_STEP}{MONTH_NAME}{OF_YEAR}", _end_of_month),
    case(
        MONTH_WORDS,
        rf"\b(?:the )?(?:{_PART}|(?:middle|beginning|start) of) {_STEP}{MONTH_NAME}{OF_YEAR}",
        _part_of_month,
    ),
    case(MONTH_WORDS, rf"\b(?P<year>[12]\d{{3}}) {MONTH_NAME}(?! ?\d)", _year_first),
    case(MONTH_WORDS, rf"{_STEP}{MONTH_NAME}{OF_YEAR}", _month),
)
