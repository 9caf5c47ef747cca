"""Time expressions that name a stretch of the calendar: weeks, months, seasons, years and their parts."""

from __future__ import annotations

import re
from datetime import date

from parley.reading.dates_words import MONTHS
from parley.reading.when_days import MONTH_NAME, NTH, OF_YEAR, ordinal, year_for
from parley.reading.when_reference import (
    Reference,
    Rules,
    between,
    day_exists,
    first_day,
    last_day,
    month_of,
    shift,
    shift_month,
)

__all__ = ["PERIOD_RULES"]

_STEPS = {
    "": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "this": 0,
    "the": 0,
    "the same": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_WHICH = r"\b(?P<step>last|past|previous|this|next|coming|following)"
_SOON = 2
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def _month(match: re.Match[str], ref: Reference) -> str | None:
    """A month: the last one up to publication, or the next where the sentence looks ahead or that is near."""
    month = MONTHS[match["month"][:3]]
    if match["year"] or match["which"] or match["same"]:
        year = year_for(match, ref, month, 15)
        return month_of(year, month) if year else None
    base = ref.base
    if base is None:
        return None
    past = base.year - (month > base.month)
    ahead = base.year + (month < base.month)
    soon = not ref.past and 0 < (month - base.month) % 12 <= _SOON
    step = match["step"]
    if step == "last":
        return month_of(base.year - (month >= base.month), month)
    if step == "next":
        return month_of(base.year + (month <= base.month), month)
    if step == "that":
        return month_of(ref.anchor.year, month) if ref.anchor else None
    return month_of(ahead if ref.future or soon else past, month)


def _part_of_month(match: re.Match[str], ref: Reference) -> str | None:
    """ "The second half of June", "the first week of March"; the middle of a month is the month."""
    month = MONTHS[match["month"][:3]]
    value = _month(match, ref)
    base = ref.published or ref.anchor
    if value is None or base is None or match["part"] not in ("half", "week"):
        return value
    if not (match["year"] or match["which"] or match["same"] or match["step"]):
        value = month_of(ref.nearest_year(month, 15) or base.year, month)
    year, nth = int(value[:4]), ordinal(match["nth"] or "first") if match["nth"] != "last" else 0
    end = last_day(value)
    length = 15 if match["part"] == "half" else 7
    start = length * (nth - 1) + 1
    if end is None or not day_exists(year, month, start):
        return value
    stop = end.day if start + 2 * length > end.day + 1 and length == 15 else min(start + length - 1, end.day)
    return between(date(year, month, start), date(year, month, stop))


def _end_of_month(match: re.Match[str], ref: Reference) -> str | None:
    """The last day of a month that the words name."""
    value = _month(match, ref)
    end = last_day(value) if value else None
    return end.isoformat() if end else None


def _end_of_unit(match: re.Match[str], ref: Reference) -> str | None:
    """The last day of this, the last or the next week, month or year."""
    value = _named(match["unit"], _STEPS[match["step"]], ref)
    end = last_day(value) if value else None
    return end.isoformat() if end else None


def _start_of_unit(match: re.Match[str], ref: Reference) -> str | None:
    value = _named(match["unit"], _STEPS[match["step"]], ref)
    start = first_day(value) if value else None
    return start.isoformat() if start else None


def _this_unit(match: re.Match[str], ref: Reference) -> str | None:
    return _named(match["unit"], 0, ref)


def _end_of_year(match: re.Match[str], ref: Reference) -> str | None:
    return f"{match['year']}-12-31"


def _named(unit: str, step: int, ref: Reference) -> str | None:
    """This, the last or the next week, weekend, month or year."""
    base = ref.published
    if base is None:
        return None
    if unit == "year":
        return f"{base.year + step:04d}"
    if unit == "month":
        moved = shift_month(base, step)
        return month_of(moved.year, moved.month)
    monday = shift(base, 7 * step - base.weekday())
    return between(shift(monday, 5) if unit == "weekend" else monday, shift(monday, 6))


def _relative(match: re.Match[str], ref: Reference) -> str | None:
    """ "Last week", "next month"; "earlier this week" ends the day before publication."""
    value = _named(match["unit"], _STEPS[match["step"]], ref)
    if value is None or ref.published is None:
        return None
    if match["step"] in ("this", "") and match["unit"] == "week" and not ref.future:
        monday = shift(ref.published, -ref.published.weekday())
        return between(monday, shift(ref.published, -1 if match["early"] and ref.published > monday else 0))
    if match["unit"] == "weekend" and match["step"] == "last" and ref.published.weekday() < 5:
        return _named("weekend", -1, ref)
    return f"{value}-01/{month_of(ref.published.year, ref.published.month)}" if match["so_far"] else value


def _weekend(match: re.Match[str], ref: Reference) -> str | None:
    """The last weekend, or the next where the sentence looks ahead."""
    if ref.published is None:
        return None
    return _named("weekend", 0 if ref.future or ref.published.weekday() >= 5 else -1, ref)


def _season(match: re.Match[str], ref: Reference) -> str | None:
    """A season of the northern half: the last one that has begun, or the next where the sentence looks ahead."""
    first, last = _SEASONS[match["season"]]
    base = ref.published
    if match["year"]:
        year = int(match["year"])
    elif base is None:
        return None
    else:
        begun = first <= base.month
        year = base.year - (not begun)
        year += ref.future and not (begun and base.month <= last)
        year -= match["step"] == "last" and begun and base.month <= max(last, first)
    return f"{month_of(year, first)}/{month_of(year + (last < first), last)}"


def _part_of_year(match: re.Match[str], ref: Reference) -> str | None:
    """ "The first half of 2025", "the third quarter"."""
    year = int(match["year"]) if match["year"] else ref.published.year if ref.published else None
    length, nth = 6 if match["part"] == "half" else 3, ordinal(match["nth"])
    if year is None or length * nth > 12:
        return None
    return f"{month_of(year, length * (nth - 1) + 1)}/{month_of(year, length * nth)}"


def _first_months(match: re.Match[str], ref: Reference) -> str | None:
    words = "two three four five six seven eight nine ten eleven".split()
    return (
        f"{ref.published.year}-01/{month_of(ref.published.year, words.index(match['n']) + 2)}"
        if ref.published
        else None
    )


def _years(match: re.Match[str], ref: Reference) -> str | None:
    first, last = match["first"], match["last"]
    return f"{first}/{first[: 4 - len(last)]}{last}" if first < first[: 4 - len(last)] + last else first


def _year(match: re.Match[str], ref: Reference) -> str | None:
    return match["year"]


_PART = rf"(?:{NTH}|last|final) (?P<part>half|week|days) of"
_UNIT = r"(?P<unit>weekend|week|month|year)"
_STEP = r"(?:\b(?P<step>last|next|this|that) )?"
_END = r"\bthe (?:very )?end of "
PERIOD_RULES: Rules = (
    (re.compile(rf"{_END}{_STEP}{MONTH_NAME}{OF_YEAR}"), _end_of_month),
    (re.compile(rf"{_END}(?P<year>[12]\d{{3}})\b"), _end_of_year),
    (re.compile(rf"{_END}(?P<step>the|this|next|last) {_UNIT}\b"), _end_of_unit),
    (re.compile(r"(?P<step>)\b(?P<unit>year|month|week)(?:'s |-)end\b"), _end_of_unit),
    (
        re.compile(r"(?:(?P<early>\bearlier)|\blater)(?P<so_far>)(?P<step>) in the (?P<unit>week|month|year)\b"),
        _relative,
    ),
    (
        re.compile(rf"\b(?:since|from) the (?:start|beginning) of (?P<step>the|this|next|last) {_UNIT}\b"),
        _start_of_unit,
    ),
    (re.compile(rf"\bthe {_UNIT} is out\b"), _this_unit),
    (re.compile(rf"\b(?:the )?(?:{_PART}|(?:middle|beginning|start) of) {_STEP}{MONTH_NAME}{OF_YEAR}"), _part_of_month),
    (re.compile(rf"{_STEP}{MONTH_NAME}{OF_YEAR}"), _month),
    (re.compile(rf"(?P<early>\bearlier )?(?P<so_far>\bso far )?{_WHICH} {_UNIT}\b"), _relative),
    (re.compile(r"\bweekend\b"), _weekend),
    (re.compile(rf"{_STEP}\b(?P<season>{'|'.join(_SEASONS)})\b(?:,? (?:of )?(?P<year>[12]\d{{3}}))?"), _season),
    (
        re.compile(rf"{NTH} (?P<part>half|quarter)(?: of (?:(?P<year>[12]\d{{3}})|the year|this year))?\b"),
        _part_of_year,
    ),
    (re.compile(r"\bthe first (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven) months\b"), _first_months),
    (re.compile(r"\b(?P<first>[12]\d{3})\s?[-–]\s?(?P<last>\d{4}|\d\d)\b"), _years),
    (re.compile(r"\b(?:1[5-9]|20)\d0s\b"), lambda match, ref: None),
    (re.compile(r"\b(?P<year>1[5-9]\d\d|20\d\d)\b(?! ?(?:hours|hrs|gmt))"), _year),
)
