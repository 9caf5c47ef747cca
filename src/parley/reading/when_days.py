"""Time expressions that name a day: dates, weekdays, and words such as "yesterday"."""

from __future__ import annotations

import re
from datetime import date

from parley.reading.dates_words import MONTHS, ORDINALS
from parley.reading.when_reference import (
    Reference,
    Rules,
    between,
    case,
    day_exists,
    month_of,
    shift_month,
)

__all__ = [
    "DAY_RULES",
    "MONTH_NAME",
    "MONTH_WORDS",
    "NTH",
    "NTHS",
    "OF_YEAR",
    "STEPS",
    "ordinal",
    "year_for",
]

MONTH_NAME = (
    r"\b(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
MONTH_WORDS = (
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov"
    " november dec december"
)
_YEAR = r"(?P<year>[12]\d{3})\b"
OF_YEAR = (
    rf"(?: ?,? (?:of |in )?{_YEAR}|[-/]{_YEAR.replace('year', 'slashed')}|,? (?:of '?|in '|')(?P<short>\d\d)\b"
    r"|,? (?:of )?(?P<which>last|next|this) year|,? of (?P<same>that|the same) year)?"
)
NTHS = rf"{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th)"
NTH = rf"\b(?P<nth>{NTHS})\b"
_TO = r"(?:[-–/]|and|to|or|till|through)"
_DAYS = (
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    rf"(?:\s?{_TO}\s?(?:the )?(?P<last>\d{{1,2}})(?:st|nd|rd|th)?)?(?![\d:]|\.\d)"
)
_ORDINAL = rf"(?P<nth>{'|'.join(ORDINALS)})\b"
STEPS = {
    "last": -1,
    "previous": -1,
    "this": 0,
    "the": 0,
    "": 0,
    None: 0,
    "next": 1,
    "following": 1,
    "the following": 1,
    "coming": 1,
}


def year_for(match: re.Match[str], ref: Reference, month: int, day: int) -> int | None:
    """The year that the words give, or else the one that fits the day best."""
    if match["year"] or match["slashed"]:
        return int(match["year"] or match["slashed"])
    if match["short"]:
        return int(match["short"]) + (2000 if int(match["short"]) < 50 else 1900)
    if match["which"] and ref.now:
        return ref.now.year + {"last": -1, "this": 0, "next": 1}[match["which"]]
    if match["same"] and ref.anchor:
        return ref.anchor.year
    return ref.nearest_year(month, day)


def ordinal(word: str) -> int:
    """The number of "third" or "3rd"."""
    return ORDINALS.get(word) or int(word[:-2])


def _iso(match: re.Match[str], ref: Reference) -> str | None:
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    return date(year, month, day).isoformat() if day_exists(year, month, day) else None


def _figures(match: re.Match[str], ref: Reference) -> str | None:
    """A date in figures: a day where the order of day and month is beyond doubt, else the year."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    days = {(month, day) for day, month in ((first, second), (second, first)) if day_exists(year, month, day)}
    if len(days) == 1:
        return date(year, *days.pop()).isoformat()
    return str(year) if days else None


def _named_month(match: re.Match[str], ref: Reference) -> str | None:
    """A date in figures whose month is in letters: "2019-Aug-1", "23/Sep/2020"."""
    year, month, day = int(match["year"]), MONTHS[match["month"][:3]], int(match["day"])
    return date(year, month, day).isoformat() if day_exists(year, month, day) else None


def _date(match: re.Match[str], ref: Reference) -> str | None:
    """ "25 October", "October 18-19, 2025"."""
    month, day = MONTHS[match["month"][:3]], int(match["day"])
    year = year_for(match, ref, month, day)
    if year is None or not day_exists(year, month, day):
        return _leap_day(ref) if (month, day) == (2, 29) and not match["year"] else None
    last = int(match["last"] or 0)
    start = date(year, month, day)
    return between(start, date(year, month, last)) if day_exists(year, month, last) else start.isoformat()


def _leap_day(ref: Reference) -> str | None:
    """29 February without a year: the last one, or the next where the sentence looks ahead."""
    if ref.base is None:
        return None
    step = 1 if ref.future else -1
    years = range(ref.base.year, ref.base.year + 9 * step, step)
    days = [date(year, 2, 29) for year in years if day_exists(year, 2, 29)]
    return next((day.isoformat() for day in days if (day >= ref.base) == ref.future or day == ref.base), None)


def _nth_of_month(match: re.Match[str], ref: Reference) -> str | None:
    """ "The first of June"."""
    month, day = MONTHS[match["month"][:3]], ordinal(match["nth"])
    year = year_for(match, ref, month, day)
    return date(year, month, day).isoformat() if year and day_exists(year, month, day) else None


def _in_moved_month(match: re.Match[str], ref: Reference) -> str | None:
    """ "The 20th of next month", "from 4 to 22 this month"."""
    if ref.now is None:
        return None
    month = shift_month(ref.now.replace(day=1), STEPS[match["which"]])
    days = [int(day) for day in (match["day"], match["last"]) if day]
    if not all(day_exists(month.year, month.month, day) for day in days):
        return None
    return "/".join(month.replace(day=day).isoformat() for day in sorted(set(days)))


def _month_in_figures(match: re.Match[str], ref: Reference) -> str | None:
    month, year = int(match["month"]), int(match["year"])
    return month_of(year, month) if day_exists(year, month, 1) else None


_STEP = r"(?P<which>last|this|next|the following|the)"
DAY_RULES: Rules = (
    case("#", r"\b(?P<year>\d{4})(?P<sign>[-/])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)\b", _iso),
    case("#", r"\b(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})\b", _iso),
    case("#", r"\b(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[012])(?P<day>[0-3]\d)\b", _iso),
    case("#", r"(?<![\d/-])(?P<first>\d\d?)(?P<sign>[-/])(?P<second>\d\d?)(?P=sign)(?P<year>[12]\d{3})\b", _figures),
    case(MONTH_WORDS, rf"\b{_YEAR}[-/]{MONTH_NAME}[-/](?P<day>\d\d?)\b", _named_month),
    case(MONTH_WORDS, rf"\b(?P<day>\d\d?)[-/]{MONTH_NAME}[-/]{_YEAR}", _named_month),
    case(MONTH_WORDS, rf"{MONTH_NAME}[-/](?P<day>\d\d?)[-/]{_YEAR}", _named_month),
    case("#", r"(?<![\d/.-])(?P<month>\d\d?) ?[-/] ?(?P<year>(?:19|20)\d\d)\b(?![-/]\d)", _month_in_figures),
    case("#", r"(?<![\d/.-])(?P<year>(?:19|20)\d\d) ?[-/] ?(?P<month>0?[1-9]|1[012])\b(?![-/:]\d)", _month_in_figures),
    case(MONTH_WORDS, rf"(?<![\d:.]){_DAYS}\.? (?:of )?{MONTH_NAME}{OF_YEAR}", _date),
    case(MONTH_WORDS, rf"{MONTH_NAME}(?:, |[ -/])?(?:the )?{_DAYS}{OF_YEAR}", _date),
    case(MONTH_WORDS, rf"{NTH} of {MONTH_NAME}{OF_YEAR}", _nth_of_month),
    case(MONTH_WORDS, rf"{MONTH_NAME} (?:the )?\b{_ORDINAL}{OF_YEAR}", _nth_of_month),
    case("month", rf"{_DAYS}(?: day)?(?: of| in)? {_STEP} month\b", _in_moved_month),
)
