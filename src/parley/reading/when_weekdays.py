"""Time expressions that name a day by its weekday, and words such as "yesterday"."""

from __future__ import annotations

import re
from datetime import date

from parley.reading.dates_words import MONTHS, WEEKDAYS
from parley.reading.when_days import MONTH_NAME, NTHS, OF_YEAR, STEPS, ordinal, year_for
from parley.reading.when_reference import (
    Reference,
    Rule,
    Rules,
    between,
    case,
    day_exists,
    month_of,
    shift,
    shift_month,
)

__all__ = ["WEEKDAY_RULES"]

_WORDS = (
    "mon monday mondays tue tues tuesday tuesdays wed wednesday wednesdays thu thur thurs thursday thursdays fri friday"
    " fridays sat saturday saturdays sun sunday sundays"
)
_WEEKDAY = r"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|r|rs)?\b\.?"


def _nth_weekday(match: re.Match[str], ref: Reference) -> str | None:
    """ "The first Friday of July", "the last Sunday of next month"."""
    if match["month"]:
        month = MONTHS[match["month"][:3]]
        year = year_for(match, ref, month, 15)
    elif ref.now:
        moved = shift_month(ref.now.replace(day=1), STEPS[match["step"]])
        year, month = moved.year, moved.month
    else:
        return None
    if year is None or not day_exists(year, month, 1):
        return None
    first = date(year, month, 1)
    first = shift(first, (WEEKDAYS[match["weekday"]] - first.weekday()) % 7)
    if match["nth"] == "last":
        return max(day for n in range(6) if (day := shift(first, 7 * n)).month == month).isoformat()
    day = shift(first, 7 * (ordinal(match["nth"]) - 1))
    return day.isoformat() if day.month == month else None


def _weekday(match: re.Match[str], ref: Reference) -> str | None:
    """The last such day up to publication, or the next one where the sentence looks ahead or says so."""
    if ref.published is None:
        return None
    back = (ref.published.weekday() - WEEKDAYS[match["weekday"]]) % 7
    ahead = (7 - back) % 7
    before = -(back or 7)
    steps = {"last": before, "past": before, "previous": before, "next": ahead or 7, "this": ahead, "coming": ahead}
    return shift(ref.published, steps.get(match["which"], ahead if ref.future else -back)).isoformat()


def _weekday_of_week(match: re.Match[str], ref: Reference) -> str | None:
    if ref.published is None:
        return None
    weeks = 7 * STEPS[match["week"]]
    return shift(ref.published, weeks + WEEKDAYS[match["weekday"]] - ref.published.weekday()).isoformat()


def _weekday_on(match: re.Match[str], ref: Reference) -> str | None:
    """ "Friday the 26th": the nearest month in which the two agree."""
    day, base = int(match["day"]), ref.published
    if base is None:
        return None
    steps = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6) if match["sure"] else (0, -1, 1)
    months = [shift_month(base.replace(day=1), step) for step in steps]
    days = [month.replace(day=day) for month in months if day_exists(month.year, month.month, day)]
    agreed = [day for day in days if day.weekday() == WEEKDAYS[match["weekday"]]]
    if not agreed:
        return None if match["sure"] else _weekday(match, ref)
    here = base.toordinal()
    return min(agreed, key=lambda one: abs(one.toordinal() - here)).isoformat()


def _from_publication(days: int) -> Rule:
    """A rule for a word that stands a number of days from publication."""

    def rule(match: re.Match[str], ref: Reference) -> str | None:
        return shift(ref.published, days).isoformat() if ref.published else None

    return rule


def _overnight(match: re.Match[str], ref: Reference) -> str | None:
    return between(shift(ref.published, -1), ref.published) if ref.published else None


def _overnight_from(match: re.Match[str], ref: Reference) -> str | None:
    day = _weekday(match, ref)
    return between(date.fromisoformat(day), shift(date.fromisoformat(day), 1)) if day else None


def _overnight_into(match: re.Match[str], ref: Reference) -> str | None:
    day = _weekday(match, ref)
    return between(date.fromisoformat(day), shift(date.fromisoformat(day), -1)) if day else None


def _numbered_day(match: re.Match[str], ref: Reference) -> str | None:
    """ "The 28th" of the month that the text is in, or of the last one where that lies ahead."""
    base = ref.anchor or ref.published
    day = int(match["day"])
    if base is None:
        return None
    if ref.anchor is None and not ref.future and day > base.day:
        base = shift(base.replace(day=1), -1)
    return f"{month_of(base.year, base.month)}-{day:02d}" if day_exists(base.year, base.month, day) else None


WEEKDAY_RULES: Rules = (
    case(
        _WORDS,
        rf"\b(?P<nth>last|{NTHS}) {_WEEKDAY} (?:of|in) (?:{MONTH_NAME}{OF_YEAR}"
        r"|(?P<step>last|previous|this|next|the following|the) month)",
        _nth_weekday,
    ),
    case("midnight", r"\bmidnight tonight\b", _from_publication(1)),
    case("overnight", rf"\bovernight (?:from|on) (?P<which>)?{_WEEKDAY}", _overnight_from),
    case("overnight", rf"\bovernight into (?P<which>)?{_WEEKDAY}", _overnight_into),
    case(
        "week",
        rf"{_WEEKDAY}(?: morning| afternoon| evening| night)?,? (?:of )?(?P<week>last|this|next"
        rf"|the following) week\b",
        _weekday_of_week,
    ),
    case("week", rf"\b(?P<week>last|this|next|following) week,? (?:on )?{_WEEKDAY}", _weekday_of_week),
    case(
        _WORDS,
        rf"{_WEEKDAY},? (?:the )?(?P<which>)(?P<day>\d\d?)(?P<sure>st|nd|rd|th)?\b(?![:.]\d| ?[ap]\.?m|\d| ?(?:-"
        rf"|to|o))",
        _weekday_on,
    ),
    case(
        _WORDS,
        rf"(?:turned to |\b(?P<which>last|next|this|past|coming|previous) )?{_WEEKDAY}",
        _weekday,
    ),
    case("yesterday", r"\bday before yesterday\b", _from_publication(-2)),
    case("tomorrow", r"\bday after tomorrow\b", _from_publication(2)),
    case("yesterday last", r"\b(?:yesterday|last night|last evening)\b", _from_publication(-1)),
    case("tomorrow", r"\btomorrow\b", _from_publication(1)),
    case("today tonight this", r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b", _from_publication(0)),
    case("since from", r"\b(?:since|from) the (?:start|beginning) of the day\b", _from_publication(0)),
    case("overnight during", r"\bovernight\b|\bduring the night\b", _overnight),
    case(
        "#",
        r"\bthe (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?! (?:day|week|month|year|night|time|century))\b",
        _numbered_day,
    ),
)
