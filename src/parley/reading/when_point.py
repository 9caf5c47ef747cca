"""The value of one expression that names a point or a stretch of the calendar: the first case whose words are there."""

from __future__ import annotations

import re
from dataclasses import replace

from parley.reading.when_days import DAY_RULES
from parley.reading.when_feasts import FEAST_RULES
from parley.reading.when_hijri import HIJRI_RULES
from parley.reading.when_lengths import LENGTH_RULES
from parley.reading.when_months import MONTH_RULES
from parley.reading.when_periods import PERIOD_RULES
from parley.reading.when_reference import Reference, Rules, between, case, shift
from parley.reading.when_weekdays import WEEKDAY_RULES

__all__ = ["INTO_NIGHT", "point"]

_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TIME = (
    r"\b(?:midnight|noon|midday|dawn|dusk|daybreak|sunrise|sunset|nightfall|first light|dark|early hours|small hours"
    r"|morning|afternoon|evening|night|all day|[ap]\.?m\b|o'clock|gmt)\b|\b(?:[01]?\d"
    r"|2[0-4])(?:[:.]?[0-5]\d)? ?(?:hrs|hours)$|\b\d{1,2}[:.]\d\d\b"
    rf"|\b\d{{1,2}} ?[ap]\.?m\b|^(?:at|from|by|between) (?:about )?(?:\d{{4}}(?: (?:to|and) \d{{4}})?|{_HOUR})$"
    r"|\babout the same time\b"
)
INTO_NIGHT = re.compile(r"\bp\.?m\b.*\b(?:to|until)\b.*\ba\.?m\b")


def _time_of_day(match: re.Match[str], ref: Reference) -> str | None:
    """A bare time of day belongs to the day that the text is at, else to that of publication."""
    return ref.day.isoformat() if ref.day else None


def _midnight(match: re.Match[str], ref: Reference) -> str | None:
    """The midnight with which the day of publication begins or ends."""
    return ref.published.isoformat() if ref.published else _time_of_day(match, ref)


def _into_night(match: re.Match[str], ref: Reference) -> str | None:
    return between(ref.day, shift(ref.day, 1)) if ref.day else None


_RULES: Rules = (
    *FEAST_RULES,
    *HIJRI_RULES,
    *LENGTH_RULES,
    *DAY_RULES,
    *WEEKDAY_RULES,
    case("pm m", INTO_NIGHT.pattern, _into_night),
    case("#", r"^(?:at|from|between) (?:about )?\d{4}(?: (?:to|and) \d{4})?$", _time_of_day),
    *MONTH_RULES,
    *PERIOD_RULES,
    case("midnight", r"(?<!before )(?<!until )(?<!that )\bmidnight$", _midnight),
    case("", _TIME, _time_of_day),
)
_WORD = re.compile(r"[a-z]+")
_DIGIT = re.compile(r"\d")
_DEADLINE = re.compile(
    r"\b(?:(?:by|until|till|before|ahead of|no later than|as early as|from)(?: the)?"
    r"|(?:by|until|till|from) (?:midnight|noon|dawn|[\w.:]+ [ap]\.?m\.?) on) \Z"
)


def point(words: str, ref: Reference) -> str | None:
    """The ISO prefix or interval that lower-case words stand for; None where no case knows them."""
    there = set(_WORD.findall(words))
    if _DIGIT.search(words):
        there.add("#")
    for each in _RULES:
        if each.needs and each.needs.isdisjoint(there):
            continue
        if match := each.pattern.search(words):
            ahead = ref.future or _DEADLINE.search(words, 0, match.start()) is not None
            return each.rule(match, replace(ref, future=ahead and not ref.past) if ahead else ref)
    return None
