"""Date expressions with the values that Microsoft's Recognizers-Text asks for, as far as they are about dates.

The protocol: the expression is given, with its sentence and its reference date; what we take it for must be one of the
values of the case (there are two where the past and the future both fit), day for day. Of times of day only their day
is asked for. Days that a stretch is counted from belong to it with us and not there, so either is right. `scope` says
which cases are asked.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from benchmarks.tally import Row, percent, ratio
from parley.reading.when import resolve
from parley.reading.when_reference import first_day, last_day
from parley.reading.when_tense import looks_ahead

FILES = ("DateTimeModel", "DateParser", "DatePeriodParser", "HolidayParser", "DateTimeParser", "DateTimePeriodParser")
DATES = ("date", "daterange", "datetime", "datetimerange")
Days = tuple[date, date]
"""The first and the last day of a stretch."""


@dataclass(frozen=True, slots=True)
class Spec:
    """An expression in its sentence, the day it is said on, and the stretches of days it may stand for."""

    sentence: str
    text: str
    start: int
    said: date
    kind: str
    values: tuple[Days, ...]
    open_ended: bool


_FIGURES = r"(?<!\d)\d{1,2}\s?[-/.\\]\s?\d{1,2}(?![\d:])|(?<!\d)\d{1,2} \d{1,2}\b(?!:)"
_ALL = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b"
_OUT_OF_SCOPE: Mapping[str, str] = {
    "no end: before, after, since, until": r"\b(?:before|after|since|until|till|prior to|or later|and later"
    r"|earlier than"
    r"|later than|by|less than|more than|within)\b",
    "days and months in figures, whose order differs by country": _FIGURES,
    "the moment of speaking": r"\b(?:now|asap|as soon as possible|at present|moment|at this time"
    r"|at (?:the )?present time"
    r"|current(?:ly)?|recent(?:ly)?|lately|future)\b",
    "fiscal, school and business calendars": r"\b(?:fiscal|school|academic|business|working|work ?day|weekday|fy ?\d"
    r"|sy ?\d"
    r"|calendar|cy ?\d)",
    "weeks by their number": r"\b(?:w(?:ee)?k ?(?:no\.? ?|number |#)?\d|w\d)|\b(?:first|second|third|fourth|last"
    r"|\d(?:st|nd|rd|th))"
    r" week\b(?! \w+day)",
    "holidays of one country, and those that hang on the sight of the moon": r"\b(?:thanksgiving|mother|father|mlk"
    r"|martin luther"
    r"|labou?r|memorial|columbus|veterans?|washington|president|halloween|valentine|patrick|juneteenth|black friday"
    r"|cyber"
    r"|independence|groundhog|earth|april fool|fools|arbor|inauguration|mardi gras|ash wednesday|white day|singles?"
    r"|youth|teacher"
    r"|children|girls|tree|maosbirth|guy fawkes|bastille|carnival|canberra|australia|boxing|cinco de mayo|loyalty"
    r"|beltane"
    r"|hallows?|female|women|kwanzaa|jewish|chinese|islamic|yuandan|all souls|flag|dia|freedom|eid\w*|rama\w+|ramzan"
    r"|breaking"
    r"|sacrifice|day of the dead|st\.? george|kings?)\b",
    "the language of notes and of questions to a calendar": r"\b(?:eod|eom|eoy|tmrw?|tmw|2day|ytd|mtd|yday|otd"
    r"|upcoming|bod"
    r"|lunch\w*|dinner|night-?time|tonite|my|2night|year to date|month to date)\b|[~@%]|\b[a-z]{3}\d\b",
    "parts of a stretch, which are halves there": r"\b(?:early|earlier|late|later|mid|middle|beginning|start|end"
    r"|rest|remaining"
    r"|close)\b(?! on)",
    "a bare number for a day": r"^(?:on |the )*\d\d?(?:th)?(?:,? at .+|, \d+pm)?$|\bon (?:the )?\d\d?$"
    r"|\bthe \d\d (?:from|between)|^the thirty$",
    "counted from a date that the sentence does not give": r"\b(?:later|same|that|afterwards|(?:the )?(?:next"
    r"|following) day"
    r"|the (?:day|week|month|year)$)\b|^this day",
    "weekdays of this, last and next, of which there are two readings": rf"\b(?:last|past|previous|next|following"
    rf"|coming|this) {_ALL}",
    "lengths in months and longer, which end on a day there": r"\b(?:months?|quarters?|years?|decades?)\b.* ago|"
    r"\b(?:last|past|previous|next|coming|following|in|for)\b(?: the)?.*\d?\b(?:months|quarters|years|decades|3year)\b",
    "vague numbers, which are three there": r"\b(?:few|several|couple)\b",
}
_WHY = {reason: re.compile(pattern, re.IGNORECASE) for reason, pattern in _OUT_OF_SCOPE.items()}
_HOURS = re.compile(r"\b(?:hours?|hrs?|h|minutes?|mins?|\d?mins|seconds?|secs?)\b", re.IGNORECASE)


def scope(spec: Spec) -> str | None:
    """Why a case is not asked, or None where it is."""
    if not spec.values:
        return "no value is given"
    if spec.open_ended:
        return "no end: before, after, since, until"
    if _HOURS.search(spec.text):
        return "times counted in hours or less"
    return next((reason for reason, pattern in _WHY.items() if pattern.search(spec.text)), None)


def read(folder: Path) -> Iterator[Spec]:
    """The cases about dates, whether asked or not."""
    for name in FILES:
        for entry in json.loads((folder / f"{name}.json").read_text("utf-8-sig")):
            said = entry.get("Context", {}).get("ReferenceDateTime")
            for result in entry["Results"] if said else ():
                if spec := _spec(entry["Input"], date.fromisoformat(said[:10]), result):
                    yield spec


def _spec(sentence: str, said: date, result: Mapping[str, object]) -> Spec | None:
    kind = str(result.get("TypeName") or result.get("Type")).rpartition(".")[2]
    if kind not in DATES:
        return None
    shapes = [{key: str(value) for key, value in shape.items()} for shape in _shapes(result)]
    values = [days for shape in shapes if (days := _days(shape))]
    open_ended = any("Mod" in shape and ("start" not in shape or "end" not in shape) for shape in shapes)
    start = int(str(result.get("Start", 0)))
    return Spec(sentence, str(result["Text"]), start, said, kind, tuple(dict.fromkeys(values)), open_ended)


def _shapes(result: Mapping[str, object]) -> Iterable[Mapping[str, object]]:
    """The values of either form of the files."""
    resolution, value = result.get("Resolution"), result.get("Value")
    if isinstance(resolution, dict):
        return list(resolution["values"])
    if isinstance(value, dict):
        return [value.get("PastResolution") or {}, value.get("FutureResolution") or {}]
    return []


def _days(shape: Mapping[str, str]) -> Days | None:
    single = shape.get("value") or shape.get("date") or shape.get("dateTime")
    if single:
        day = _day(single)
        return (day, day) if day else None
    start = _day(shape.get("start") or shape.get("startDate") or shape.get("startDateTime"))
    ends = shape.get("end") or shape.get("endDate") or shape.get("endDateTime")
    end = _day(ends)
    if start is None or end is None or ends is None:
        return None
    whole = len(ends) == len("2025-10-30") or ends.endswith("00:00:00")
    return start, max(start, end - timedelta(days=whole))


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def right(spec: Spec) -> bool:
    """Whether we take the expression for one of its values."""
    end = spec.start + len(spec.text)
    ahead = looks_ahead(spec.sentence, spec.start, end)
    words = spec.sentence[spec.start : end]
    value, _ = resolve(words if words.lower() == spec.text.lower() else spec.text, published=spec.said, future=ahead)
    first, last = (first_day(value), last_day(value)) if value else (None, None)
    if value is None or first is None or last is None:
        return False
    ends = {last}
    named = first_day(value.split("/")[-1])
    if "/" in value and named:
        ends.add(named - timedelta(days=1))
    return any(_starts(days, spec, first) and (last == spec.said or ends & _ends(days, spec)) for days in spec.values)


def _starts(days: Days, spec: Spec, first: date) -> bool:
    """Whether a stretch begins on the day asked for, or on the day of speaking just before it."""
    return first == days[0] or (days[0] - spec.said == timedelta(days=1) and first == spec.said)


def _ends(days: Days, spec: Spec) -> set[date]:
    """The day asked for, and the day of speaking just after it."""
    return {days[1], spec.said} if spec.said - days[1] == timedelta(days=1) else {days[1]}


def score(specs: Sequence[Spec]) -> dict[str, Row]:
    """The share of the cases in scope whose value is right, by kind and in all."""
    asked = [spec for spec in specs if scope(spec) is None]
    hits = Counter[str]()
    of = Counter(spec.kind for spec in asked)
    for spec in asked:
        hits[spec.kind] += right(spec)
    rows: dict[str, Row] = {kind: {"accuracy": percent(ratio(hits[kind], of[kind])), "of": of[kind]} for kind in DATES}
    return rows | {"all": {"accuracy": percent(ratio(hits.total(), len(asked))), "of": len(asked)}}
