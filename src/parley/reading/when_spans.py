"""Expressions made of others: "since …", "from … to …", "two weeks after …", "the last four months of …"."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from parley.reading.when_days import NTHS, ordinal
from parley.reading.when_lengths import COUNTED, move
from parley.reading.when_point import INTO_NIGHT, point
from parley.reading.when_reference import (
    Reference,
    between,
    day_exists,
    first_day,
    last_day,
    month_of,
    shift,
    shift_month,
)

__all__ = ["value_of"]

_DAY = "2025-10-30"
_MONTH = "2025-10"
_SINCE = re.compile(r"\bsince\b")
_BY = re.compile(r"^(?:by|before|until|ahead of)\b")
_FROM_TO = re.compile(r"\b(?:from|between)\b(?P<start>.+?)\b(?:to|until|till|through|thru|and)\b(?P<end>.+)")
_FROM_DASH = re.compile(r"\b(?:from|between)\b(?P<start>.+?)[-–](?P<end>.+)")
_WEEKDAYS = re.compile(
    r"(?P<start>\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[^,]*?) ?(?:\band\b|\bto\b|\bthrough\b|\buntil\b|[-–]) ?"
    r"(?P<end>(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*)"
)
_MONTHS = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATED = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTHS}|{_MONTHS}(?: \d{{1,2}}(?:st|nd|rd|th)?)?)(?:,? (?:of "
    rf"|in )?[12]\d{{3}})?"
)
_TO = re.compile(
    rf"^(?:in |on )?(?!\d{{4}}[-/][a-z]+[-/])(?P<start>{_DATED}|[12]\d{{3}}) ?(?:\bthrough\b|\bto\b|\buntil\b"
    rf"|\btill\b|[-–]) ?"
    r"(?P<end>(?:the )?(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?)?[a-z]{3,9}\.?\b.*|[12]\d{3}$)"
)
_TWO_MONTHS = re.compile(
    rf"(?P<start>\b{_MONTHS}) (?:and|or|to) (?P<end>(?:early |mid-?|late )?{_MONTHS}\b(?! ?\d\d?\b).*)"
)
_WEEK = re.compile(r"\bweek (?P<way>of|from|starting|beginning|commencing|to|ending|until)(?: on)? (?P<day>.+)")
_THEN = re.compile(r"^(?P<way>since|until) then$")
_OFFSET = re.compile(
    rf"{COUNTED} (?P<way>before|after|from|following|prior to|(?:starting|beginning)(?: from| on)?) (?!that\b|now\b"
    rf"|today\b)(?P<rest>.+)"
)
_PART = re.compile(rf"\b(?P<nth>{NTHS}|last|final) (?P<count>\w+ )?(?P<unit>day|week|month)s? (?:of|in) (?P<whole>.+)")
_COUNTS = {word: n for n, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), 2)}
_SAID = re.compile(r"\b(?:today|yesterday|tomorrow|tonight|last|this|next)\b")
_NUMBER = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\b")
_STATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def value_of(words: str, ref: Reference) -> str | None:
    """The ISO prefix or interval that lower-case words stand for."""
    if match := _THEN.search(words):
        return _then(match["way"], ref)
    if _SINCE.search(words):
        return _since(words, ref)
    if (match := _WEEK.search(words)) and (week := _week(match["way"], match["day"], ref)):
        return week
    if (match := _OFFSET.search(words)) and not words.startswith("within"):
        return _offset(match, ref)
    if (match := _PART.search(words)) and (part := _part(match, ref)):
        return part
    span = _ends(words)
    value = (span and _span(span["start"], span["end"], ref)) or point(words, ref)
    open_ended = value and not span and _BY.search(words) and ("weekend" in words or not _STATED.search(words))
    return value.split("/")[0] if value and open_ended else value


def _ends(words: str) -> re.Match[str] | None:
    """The two ends of a range."""
    span = (
        None if INTO_NIGHT.search(words) and " on " not in words else _FROM_TO.search(words) or _FROM_DASH.search(words)
    )
    return span or (
        None if "turned to" in words else _WEEKDAYS.search(words) or _TWO_MONTHS.search(words) or _TO.search(words)
    )


def _since(words: str, ref: Reference) -> str | None:
    """From a date on to publication, as precise as the date; from a year on to the month of publication."""
    value = point(words, replace(ref, future=False, past=True))
    if value is None or ref.published is None:
        return value
    start = value.split("/")[0]
    end = ref.published.isoformat()[: max(len(start), len(_MONTH))]
    return f"{start}/{end}" if start < end[: len(start)] else start


def _then(way: str, ref: Reference) -> str | None:
    """ "Since then", "until then": between the last date of the text and publication."""
    if ref.anchor is None or ref.published is None or (ref.anchor < ref.published) != (way == "since"):
        return None
    return between(ref.anchor, ref.published) if ref.anchor != ref.published else None


def _week(way: str, words: str, ref: Reference) -> str | None:
    """ "The week of 3 November", from Monday to Sunday; "the week from 4 November", "the week to 26 October"."""
    value = point(words, ref)
    day = first_day(value) if value and len(value) == len(_DAY) else None
    if day and way == "of":
        day = shift(day, -day.weekday())
    return between(day, shift(day, -6 if way in ("to", "ending", "until") else 6)) if day else None


def _offset(match: re.Match[str], ref: Reference) -> str | None:
    """ "Two weeks after Christmas", "three days from Tuesday"; unknown where the words give no date to count from."""
    value = point(match["rest"], ref)
    start = first_day(value) if value else None
    if value is None or start is None:
        return None
    if match["way"].startswith(("starting", "beginning")):
        return between(start, shift(move(start, match, 1), -1))
    back = match["way"] in ("before", "prior to")
    moved = move(start, match, -1 if back else 1)
    return moved.isoformat()[: len(value.split("/")[0])] if match["unit"] in ("month", "year") else moved.isoformat()


def _part(match: re.Match[str], ref: Reference) -> str | None:
    """ "The last four months of 2021", "the third month of the year", "the first ten days of June"."""
    whole = point(match["whole"], ref)
    first, last = (first_day(whole), last_day(whole)) if whole else (None, None)
    if first is None or last is None or (last - first).days < 27:
        return None
    words = (match["count"] or "one").strip()
    count = int(words) if words.isdigit() else _COUNTS.get(words, 1)
    nth = 0 if match["nth"] in ("last", "final") else ordinal(match["nth"])
    if (match["count"] and words not in _COUNTS and not words.isdigit()) or (count > 1 and nth > 1) or count > 400:
        return None
    return (
        _months(first, last, nth, count)
        if match["unit"] == "month"
        else _counted_days(match["unit"], first, last, nth, count)
    )


def _months(first: date, last: date, nth: int, count: int) -> str | None:
    start = shift_month(first, nth - 1) if nth else shift_month(last.replace(day=1), 1 - count)
    end = shift_month(start, count - 1)
    if end > last or start < first:
        return None
    months = dict.fromkeys((month_of(start.year, start.month), month_of(end.year, end.month)))
    return "/".join(months)


def _counted_days(unit: str, first: date, last: date, nth: int, count: int) -> str | None:
    """Days, or weeks: those of a month from its first day on, those of a year from Monday to Sunday."""
    if unit == "week" and (last - first).days < 300:
        return None
    length = count * (7 if unit == "week" else 1)
    if unit == "week":
        first = shift(first, (3 - first.weekday()) % 7 - 3)  # the first week of a year has its first Thursday
        last = shift(last, -((last.weekday() + 4) % 7) + 3) if last.weekday() < 3 else shift(last, 6 - last.weekday())
    start = shift(first, (nth - 1) * (7 if unit == "week" else 1)) if nth else shift(last, 1 - length)
    end = shift(start, length - 1)
    return start.isoformat() if start == end else between(start, end)


def _span(start: str, end: str, ref: Reference) -> str | None:
    """From one date to another; the first takes what it lacks from the second, and is the last one before it."""
    until = point(end, ref)
    day = last_day(until) if until else None
    if until is None or day is None:
        return None
    base = ref if _SAID.search(start) else Reference(day, anchored=ref.anchored)
    since = point(start, base) or _numbered(start, end, until)
    first, last = (since or "").split("/")[0], until.split("/")[-1]
    return f"{first}/{last}" if since and first < last else None


def _numbered(words: str, end: str, until: str) -> str | None:
    """The day of "from 25 to 28 October" that has no month of its own."""
    number, last = _NUMBER.search(words), _NUMBER.search(end)
    day = first_day(until)
    if number is None or last is None or day is None or day.day != int(last[1]):
        return None
    return f"{until[:8]}{int(number[1]):02d}" if day_exists(day.year, day.month, int(number[1])) else None
