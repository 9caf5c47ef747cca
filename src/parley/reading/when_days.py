"""Time expressions that name a day: dates, weekdays, and words such as "yesterday"."""

from __future__ import annotations

import re
from datetime import date

from parley.reading.dates_words import MONTHS, ORDINALS, WEEKDAYS
from parley.reading.when_reference import Reference, Rule, Rules, between, day_exists, month_of, shift

__all__ = ["DAY_RULES", "MONTH_NAME", "NTH", "OF_YEAR", "ordinal", "year_for"]

MONTH_NAME = (
    r"\b(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
OF_YEAR = r"(?:,? (?P<year>[12]\d{3})\b|,? (?P<which>last|next|this) year|,? of (?P<same>that|the same) year)?"
NTH = rf"\b(?P<nth>{'|'.join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\b"
_DAYS = (
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?"
    r"(?:\s?(?:[-–/]|and|to|or|through)\s?(?P<last>\d{1,2})(?:st|nd|rd|th)?)?(?![\d:]|\.\d)"
)
_WEEKDAY = r"\b(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday|s|r|rs)?\b\.?"


def year_for(match: re.Match[str], ref: Reference, month: int, day: int) -> int | None:
    """The year that the words give, or else the one that fits the day best."""
    if match["year"]:
        return int(match["year"])
    if match["which"] and ref.published:
        return ref.published.year + {"last": -1, "this": 0, "next": 1}[match["which"]]
    if match["same"] and ref.anchor:
        return ref.anchor.year
    return ref.nearest_year(month, day)


def ordinal(word: str) -> int:
    """The number of "third" or "3rd"."""
    return ORDINALS.get(word) or int(word[:-2])


def _iso(match: re.Match[str], ref: Reference) -> str | None:
    year, month, day = (int(match[part]) for part in ("year", "month", "day"))
    return date(year, month, day).isoformat() if day_exists(year, month, day) else None


def _date(match: re.Match[str], ref: Reference) -> str | None:
    """ "25 October", "October 18-19, 2025"."""
    month, day = MONTHS[match["month"][:3]], int(match["day"])
    year = year_for(match, ref, month, day)
    if year is None or not day_exists(year, month, day):
        return None
    last = int(match["last"] or 0)
    start = date(year, month, day)
    return between(start, date(year, month, last)) if day_exists(year, month, last) else start.isoformat()


def _nth_of_month(match: re.Match[str], ref: Reference) -> str | None:
    """ "The first of June"."""
    month, day = MONTHS[match["month"][:3]], ordinal(match["nth"])
    year = year_for(match, ref, month, day)
    return date(year, month, day).isoformat() if year and day_exists(year, month, day) else None


def _weekday(match: re.Match[str], ref: Reference) -> str | None:
    """The last such day up to publication, or the next one where the sentence looks ahead or says so."""
    if ref.published is None:
        return None
    back = (ref.published.weekday() - WEEKDAYS[match["weekday"]]) % 7
    ahead = (7 - back) % 7
    steps = {"last": -(back or 7), "past": -(back or 7), "next": ahead or 7, "this": ahead, "coming": ahead}
    return shift(ref.published, steps.get(match["which"], ahead if ref.future else -back)).isoformat()


def _weekday_of_week(match: re.Match[str], ref: Reference) -> str | None:
    if ref.published is None:
        return None
    weeks = {"last": -7, "this": 0, "next": 7}[match["week"]]
    return shift(ref.published, weeks + WEEKDAYS[match["weekday"]] - ref.published.weekday()).isoformat()


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


DAY_RULES: Rules = (
    (re.compile(r"\b(?P<year>\d{4})(?P<sign>[-/])(?P<month>\d\d)(?P=sign)(?P<day>\d\d)\b"), _iso),
    (re.compile(r"\b(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{4})\b"), _iso),
    (re.compile(rf"{_DAYS} (?:of )?{MONTH_NAME}{OF_YEAR}"), _date),
    (re.compile(rf"{MONTH_NAME} {_DAYS}{OF_YEAR}"), _date),
    (re.compile(rf"{NTH} of {MONTH_NAME}{OF_YEAR}"), _nth_of_month),
    (re.compile(r"\bmidnight tonight\b"), _from_publication(1)),
    (re.compile(rf"\bovernight (?:from|on) (?P<which>)?{_WEEKDAY}"), _overnight_from),
    (re.compile(rf"\bovernight into (?P<which>)?{_WEEKDAY}"), _overnight_into),
    (re.compile(rf"{_WEEKDAY} (?P<week>last|this|next) week\b"), _weekday_of_week),
    (re.compile(rf"(?:turned to |\b(?P<which>last|next|this|past|coming) )?{_WEEKDAY}"), _weekday),
    (re.compile(r"\bday before yesterday\b"), _from_publication(-2)),
    (re.compile(r"\bday after tomorrow\b"), _from_publication(2)),
    (re.compile(r"\b(?:yesterday|last night|last evening)\b"), _from_publication(-1)),
    (re.compile(r"\btomorrow\b"), _from_publication(1)),
    (re.compile(r"\b(?:today|tonight|this (?:morning|afternoon|evening))\b"), _from_publication(0)),
    (re.compile(r"\b(?:since|from) the (?:start|beginning) of the day\b"), _from_publication(0)),
    (re.compile(r"\bovernight\b|\bduring the night\b"), _overnight),
    (
        re.compile(r"\bthe (?P<day>[12]?\d|3[01])(?:st|nd|rd|th)(?! (?:day|week|month|year|night|time))\b"),
        _numbered_day,
    ),
)
