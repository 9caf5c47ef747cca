"""What day, month or stretch of time an expression stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parley.reading.when_days import DAY_RULES
from parley.reading.when_feasts import FEAST_RULES
from parley.reading.when_lengths import LENGTH_RULES
from parley.reading.when_periods import PERIOD_RULES
from parley.reading.when_reference import Reference, Rules, between, day_exists, first_day, last_day, shift
from parley.reading.when_tense import dates_a_saying, looks_ahead
from parley.record import Known

__all__ = ["resolve", "resolve_all"]

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TIME = re.compile(
    r"\b(?:midnight|noon|midday|dawn|dusk|daybreak|sunrise|sunset|nightfall|first light|dark|early hours|small hours"
    r"|morning|afternoon|evening|night|all day|[ap]\.?m\b|o'clock|hrs|hours|gmt)\b|\b\d{1,2}[:.]\d\d\b"
    rf"|\b\d{{1,2}} ?[ap]\.?m\b|^(?:at|from|by|between) (?:about )?(?:\d{{4}}(?: (?:to|and) \d{{4}})?|{_HOUR})$"
    r"|\babout the same time\b"
)
_INTO_NIGHT = re.compile(r"\bp\.?m\b.*\b(?:to|until)\b.*\ba\.?m\b")


def _time_of_day(match: re.Match[str], ref: Reference) -> str | None:
    """A bare time of day belongs to the day that the text is at, else to that of publication."""
    return ref.day.isoformat() if ref.day else None


def _into_night(match: re.Match[str], ref: Reference) -> str | None:
    return between(ref.day, shift(ref.day, 1)) if ref.day else None


_RULES: Rules = (
    *FEAST_RULES,
    *LENGTH_RULES,
    *DAY_RULES,
    (_INTO_NIGHT, _into_night),
    (re.compile(r"^(?:at|from|between) (?:about )?\d{4}(?: (?:to|and) \d{4})?$"), _time_of_day),
    *PERIOD_RULES,
    (_TIME, _time_of_day),
)
_NO_DATE = re.compile(r"\b(?:every|each|once a|twice a|until further notice|recent|early date)\b")
_SINCE = re.compile(r"\bsince\b")
_DEADLINE = re.compile(
    r"\b(?:(?:by|until|till|before|ahead of|no later than|as early as|from)(?: the)?"
    r"|(?:by|until|till|from) (?:midnight|noon|dawn|[\w.:]+ [ap]\.?m\.?) on) \Z"
)
_BY = re.compile(r"^(?:by|before|until|ahead of)\b")
_FROM_TO = re.compile(r"\b(?:from|between)\b(?P<start>.+?)(?:\b(?:to|until|till|and)\b|[-–])(?P<end>.+)")
_WEEKDAYS = re.compile(
    r"(?P<start>\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[^,]*?) ?(?:\band\b|\bto\b|\bthrough\b|\buntil\b|[-–]) ?"
    r"(?P<end>(?:mon|tues|wednes|thurs|fri|satur|sun)day\b.*)"
)
_WEEK = re.compile(r"\bweek (?P<way>of|from|starting|beginning|to|ending|until) (?P<day>.+)")
_THEN = re.compile(r"^(?P<way>since|until) then$")
_YEARS = re.compile(r"\b(?:years?|months?|decades?)\b")
_COUNTED = re.compile(r"\b(?:earlier|later|before|after|previous|next|following)\b", re.IGNORECASE)
_STATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SPACE = re.compile(r"\s+")
_SAME_PASSAGE = 250


def resolve(
    surface: str, *, published: date | None, future: bool = False, anchor: str | None = None
) -> tuple[str | None, Known]:
    """The ISO prefix or interval that an expression stands for, and how that is known.

    `future` says that the sentence looks ahead ("will meet on Thursday"); `anchor` is the value of the last date that
    the text gave, which "the next day" counts from. What the words and these do not settle is unknown.
    """
    words = _SPACE.sub(" ", surface.replace("’", "'")).strip(" \"“”'.,;").lower()
    reference = Reference(published, future, anchor if anchor and first_day(anchor) else None)
    value = None if _NO_DATE.search(words) else _value(words, reference)
    if value is None or not _on_calendar(value):
        return None, "unknown"
    return value, "stated" if _says_it_all(words, value) else "resolved"


def _on_calendar(value: str) -> bool:
    """Whether every part is a date of the calendar, and the parts are in order."""
    parts = value.split("/")
    return parts == sorted(parts) and all(first_day(part) for part in parts)


def _says_it_all(words: str, value: str) -> bool:
    return _STATED.search(words) is not None and all(part[:4] in words for part in value.split("/"))


def _value(words: str, ref: Reference) -> str | None:
    if match := _THEN.search(words):
        return _then(match["way"], ref)
    if _SINCE.search(words):
        return _since(words, ref)
    if (match := _WEEK.search(words)) and (week := _week(match["way"], match["day"], ref)):
        return week
    span = None if _INTO_NIGHT.search(words) and " on " not in words else _FROM_TO.search(words)
    span = span or (None if "turned to" in words else _WEEKDAYS.search(words))
    value = (span and _span(span["start"], span["end"], ref)) or _point(words, ref)
    open_ended = value and not span and _BY.search(words) and ("weekend" in words or not _STATED.search(words))
    return value.split("/")[0] if value and open_ended else value


def _point(words: str, ref: Reference) -> str | None:
    """The value of the first rule whose words are there."""
    for pattern, rule in _RULES:
        match = pattern.search(words)
        if match:
            ahead = ref.future or _DEADLINE.search(words, 0, match.start()) is not None
            return rule(match, Reference(ref.published, ahead and not ref.past, ref.anchored, ref.past))
    return None


def _since(words: str, ref: Reference) -> str | None:
    """From a date on to publication, as precise as the date."""
    value = _point(words, Reference(ref.published, False, ref.anchored, past=True))
    if value is None or ref.published is None:
        return value
    start = value.split("/")[0]
    end = ref.published.isoformat()[: len(start)]
    return f"{start}/{end}" if start < end else start


def _then(way: str, ref: Reference) -> str | None:
    """ "Since then", "until then": between the last date of the text and publication."""
    if ref.anchor is None or ref.published is None or (ref.anchor < ref.published) != (way == "since"):
        return None
    return between(ref.anchor, ref.published) if ref.anchor != ref.published else None


def _week(way: str, words: str, ref: Reference) -> str | None:
    """ "The week of 3 November", "the week to 26 October"."""
    value = _point(words, ref)
    day = first_day(value) if value and len(value) == len("2025-10-30") else None
    return between(day, shift(day, -6 if way in ("to", "ending", "until") else 6)) if day else None


def _span(start: str, end: str, ref: Reference) -> str | None:
    """From one date to another; the first takes what it lacks from the second, and is the last one before it."""
    until = _point(end, ref)
    day = last_day(until) if until else None
    if until is None or day is None:
        return None
    since = _point(start, Reference(day)) or _numbered(start, until)
    first, last = (since or "").split("/")[0], until.split("/")[-1]
    return f"{first}/{last}" if since and first < last else None


def _numbered(words: str, until: str) -> str | None:
    """The day of "from 25 to 28 October" that has no month of its own."""
    number = re.search(r"\b\d{1,2}\b", words)
    day = first_day(until)
    if number is None or day is None or not day_exists(day.year, day.month, int(number.group())):
        return None
    return day.replace(day=int(number.group())).isoformat()


def resolve_all(
    text: str, spans: Sequence[tuple[int, int]], published: date | None, ahead: Mapping[tuple[int, int], bool]
) -> list[tuple[str | None, Known]]:
    """The values of a report's time expressions, which come in the order of its text.

    `ahead` says of a span whether its event lies ahead; where it says nothing, the words around the span do. What
    counts from a date before it follows the last day in the text ("three days later"), or the last one on which
    something other than a saying happened ("at dawn").
    """
    values: list[tuple[str | None, Known]] = []
    trail = _Trail(published)
    for start, end in spans:
        future = ahead[start, end] if (start, end) in ahead else looks_ahead(text, start, end)
        words = text[start:end]
        value, known = resolve(words, published=published, future=future, anchor=trail.anchor(words, start))
        values.append((value, known))
        if value:
            trail.add(value, end, dates_a_saying(text, start))
    return values


@dataclass(slots=True)
class _Trail:
    """The dates that a text has given so far: the last day, and the last date of any precision."""

    published: date | None
    day: str | None = None
    happened: str | None = None
    any: str | None = None
    end: int = 0

    def anchor(self, words: str, start: int) -> str | None:
        """The date that an expression counts from: of any precision where it counts months or years, else a day."""
        if _YEARS.search(words):
            return self.any if start - self.end < _SAME_PASSAGE else None
        return self.day if _COUNTED.search(words) else self.happened

    def add(self, value: str, end: int, saying: bool) -> None:
        """Note a date; a day that lies ahead is no day that the text is at."""
        self.any, self.end = value, end
        start = value.split("/")[0]
        if len(start) == len("2025-10-30") and not (self.published and start > self.published.isoformat()):
            self.day = value
            self.happened = self.happened if saying else value
