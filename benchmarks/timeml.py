"""Parley's dates and durations in TimeML's notation, which says more of parts of days and of vague times than we do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from benchmarks.timex import Document, Timex
from parley.reading.dates_words import NUMBERS, WEEKDAYS
from parley.reading.times import by_rules
from parley.reading.when_durations import duration
from parley.reading.when_reference import first_day, last_day
from parley.record import Report

_REFERENCES = (
    (
        re.compile(r"\b(?:now|currently|moment|present|presently|nowadays|these days|time being|current)\b"),
        "PRESENT_REF",
    ),
    (re.compile(r"\b(?:future)\b"), "FUTURE_REF"),
    (re.compile(r"\b(?:recently|lately|those days|former)\b|^(?:the )?(?:recent |distant )?past$"), "PAST_REF"),
)
_EDGE = re.compile(
    r"\b(?:end|start|beginning|close|turn|rest|middle) of (?:the |this |that |last |next )?(?:(?P<year>\d{4})$"
    r"|(?P<unit>year|month)\b"
    r"|[a-z]{3,}\.?,?(?: \d{4})?$)"
)
_SETS = {
    "daily": "P1D", "nightly": "P1D", "everyday": "P1D", "hourly": "PT1H", "weekly": "P1W", "fortnightly": "P2W",
    "biweekly": "P2W", "monthly": "P1M", "bimonthly": "P2M", "quarterly": "P3M", "yearly": "P1Y", "annual": "P1Y",
    "annually": "P1Y", "biannual": "P6M", "biannually": "P6M", "biennial": "P2Y",
}  # fmt: skip
_EACH = re.compile(r"\b(?:every|each|(?:once|twice|times) an?|per)\b (?P<what>.+)")
_WEEKDAY = re.compile(r"\b(?P<day>mon|tue|wed|thu|fri|sat|sun)[a-z]*days?\b")
_UNIT = (
    r"(?P<unit>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year|decade|centurie?|millenni)(?:s"
    r"|y|um)?\b"
)
_LETTERS = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W", "weekend": "{}W",
    "fortnight": "{}W", "month": "{}M", "quarter": "{}Q", "year": "{}Y", "decade": "{}DE", "centur": "{}CE",
    "centurie": "{}CE", "millenni": "{}ML",
}  # fmt: skip
_VAGUE = re.compile(rf"{_UNIT}(?:[- ](?:long|old))?$")
_MANY = re.compile(r"s(?:[- ](?:long|old))?$|\b(?:several|few|many|some|dozens|recent)\b")
_COUNTED = re.compile(r"\b(?:ago|earlier|later|before|after|afterwards?|previously|from now)$")
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
_PARTS = (
    (re.compile(r"\bmorning\b|\bdawn\b"), "TMO"), (re.compile(r"\bnoon\b|\bmidday\b"), "T12:00"),
    (re.compile(r"\bmidnight\b"), "T00:00"), (re.compile(r"\bafternoon\b"), "TAF"),
    (re.compile(r"\bevening\b|\bdusk\b"), "TEV"), (re.compile(r"\bnight\b|\btonight\b|\bovernight\b"), "TNI"),
)  # fmt: skip
_CLOCK = re.compile(r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.?m\b)?(?P<zone> ?(?:gmt|utc))?")
_MILITARY = re.compile(r"\b(?P<hour>[0-2]\d)(?P<minute>[0-5]\d) ?(?:gmt|utc|hours|hrs|local time)")
_HOUR = re.compile(rf"\b(?P<hour>{'|'.join(list(NUMBERS)[:12])}) o'clock\b(?P<minute>)(?P<half>)(?P<zone>)")
_ANNO = re.compile(r"^(?:the )?(?:(?:early|mid|late)[- ])?(?P<year>\d{1,4}) ?b\.?c")
_CENTURY = re.compile(r"\b(?P<nth>\d{1,2})(?:st|nd|rd|th)[ -]century")


def tag(document: Document) -> Iterator[Timex]:
    """What the rules find in a text and what they take it for."""
    report = Report(document.name, document.text, published=document.written)
    for when in by_rules(report):
        yield Timex(when.span.start, when.span.end, timeml(when.span.quote(report), when.date))


def timeml(surface: str, value: str | None) -> str:
    """The value in TimeML of an expression that we take for a date, an interval or None."""
    words = re.sub(r"\s+", " ", surface.replace("’", "'")).strip(" '\".,").lower()
    for known in (_reference(words), _set(words), _length(words)):
        if known:
            return known
    if value is None:
        return _undated(words)
    return _timed(words, _dated(words, value))


def _reference(words: str) -> str | None:
    return next((name for pattern, name in _REFERENCES if pattern.search(words)), None)


def _set(words: str) -> str | None:
    """Repetitions: their period, or the weekday that comes again."""
    each = _EACH.search(words)
    day = _WEEKDAY.search(words)
    if day and (each or words.endswith("days")):
        return f"XXXX-WXX-{WEEKDAYS[day['day']] + 1}"
    if each:
        what = each["what"]
        return duration(what) or duration(f"one {what}")
    return _SETS.get(words)


def _length(words: str) -> str | None:
    """Lengths, with X for what is not counted."""
    if _COUNTED.search(words):
        return None
    if known := duration(words):
        return known
    vague = _VAGUE.search(words)
    if vague is None or not _MANY.search(words) or words.startswith(("the late", "late ", "early ", "the early")):
        return None
    return "P" + _LETTERS[vague["unit"]].format("X")


def _dated(words: str, value: str) -> str:
    """Days and stretches of the calendar under the names that TimeML has for them."""
    first, last = first_day(value), last_day(value)
    if first is None or last is None:
        return value
    season = next((code for name, code in _SEASONS.items() if re.search(rf"\b{name}", words)), None)
    if season and "/" in value:
        return f"{first.year:04d}-{season}"
    if re.search(r"\bquarter\b|\bq[1-4]\b", words) and "/" in value:
        return f"{first.year:04d}-Q{(first.month + 2) // 3}"
    if re.search(r"\bhalf\b|\bh[12]\b", words) and "/" in value:
        return f"{first.year:04d}-H{1 + (first.month > 6)}"
    if re.search(r"\bweekend\b", words):
        return _week(first) + "-WE"
    if re.search(r"\bweeks?\b", words) and not _WEEKDAY.search(words):
        return _week(first)
    if re.search(r"\d0'?s\b|ties\b", words):
        return f"{first.year // 10}"
    if "centur" in words:
        return f"{first.year // 100}"
    if edge := _EDGE.search(words):
        return value[: 4 if edge["year"] or edge["unit"] == "year" else 7]
    return value.split("/")[0]


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _timed(words: str, value: str) -> str:
    """With the time of day or its part, where the words have one."""
    time = _time(words)
    return value + time if time and len(value) == len("2025-10-30") else value


def _time(words: str) -> str | None:
    match = _MILITARY.search(words) or _HOUR.search(words)
    if match is None:
        found = (m for m in _CLOCK.finditer(words) if m["half"] or m["minute"])
        match = next(found, None)
    if match is None:
        return next((code for pattern, code in _PARTS if pattern.search(words)), None)
    parts = match.groupdict()
    hour = int(parts["hour"]) if parts["hour"].isdigit() else NUMBERS[parts["hour"]]
    if parts.get("half"):
        hour = hour % 12 + 12 * parts["half"].startswith("p")
    zone = "Z" if re.search(r"\b(?:gmt|utc)\b", words) else ""
    return f"T{hour:02d}:{parts['minute'] or '00'}{zone}"


def _undated(words: str) -> str:
    """Dates that nothing settles, with X for what is missing."""
    if before := _ANNO.search(words):
        return f"BC{int(before['year']):04d}"
    if century := _CENTURY.search(words):
        return f"{int(century['nth']) - 1}"
    season = next((code for name, code in _SEASONS.items() if re.search(rf"\b{name}", words)), None)
    if season:
        return f"XXXX-{season}"
    return "XXXX-XX-XX" + (_time(words) or "")
