"""The words of the calendar: what they look like, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = [
    "CLOCK",
    "DAY_NUMBER",
    "DAY_PART",
    "FEAST",
    "MONTH",
    "MONTHS",
    "NUMBER",
    "NUMBERS",
    "ORDINAL",
    "ORDINALS",
    "PART",
    "SEASON",
    "UNIT",
    "UNIT_NAME",
    "WEEKDAY",
    "WEEKDAYS",
    "YEAR",
    "either",
]


def either(*alternatives: str) -> str:
    """A group that matches any of the alternatives."""
    return f"(?:{'|'.join(alternatives)})"


def _numbered(names: str, first: int = 1) -> dict[str, int]:
    return {name: number for number, name in enumerate(names.split(), first)}


def _alternatives(listed: Iterable[str]) -> str:
    return either(*sorted(map(re.escape, listed), key=len, reverse=True))


WEEKDAYS = _numbered("mon tue wed thu fri sat sun", 0)
MONTHS = _numbered("jan feb mar apr may jun jul aug sep oct nov dec")
NUMBERS = {
    **_numbered("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"),
    **_numbered("seventeen eighteen nineteen twenty", 17),
    **{tens: 10 * number for tens, number in _numbered("thirty forty fifty sixty seventy eighty ninety", 3).items()},
    **{"a": 1, "an": 1, "twenty-four": 24, "forty-eight": 48, "seventy-two": 72, "hundred": 100, "a hundred": 100},
    **{"several": 4, "a few": 3, "a couple of": 2, "a dozen": 12, "half a": 1},
}
ORDINALS = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth"
    " sixteenth seventeenth eighteenth nineteenth twentieth"
)

WEEKDAY = either(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", r"(?:Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\.(?= [a-z\d]|,|$)"
)
MONTH = either(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b",
    r"(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?",
)
HIJRI_MONTH = either(
    "Hamal", "Sawr", "Jawza", "Saratan", "Asad", "Sunbula", "Mizan", "Aqrab", "Qaws", "Jadi", "Dalwa?", "Hut"
)
YEAR = r"(?:1[5-9]|20)\d\d(?![\d’']|[,.]\d)"
DAY_NUMBER = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d)"
ORDINAL = either(_alternatives(ORDINALS), r"\d{1,2}(?:st|nd|rd|th)", "last")
NUMBER = either(r"\d{1,3}(?:,\d{3})*", rf"{_alternatives(NUMBERS)}\b")
UNIT = either(
    "seconds?", "minutes?", "hours?", "days?", "nights?", "weeks?", "fortnights?", "weekends?", "months?", "quarters?",
    "years?", "decades?", "winters?", "summers?", "seasons?", "centur(?:y|ies)",
)  # fmt: skip
UNIT_NAME = either(
    "second", "minute", "hour", "day", "night", "weekend", "week", "fortnight", "month", "quarter", "year", "decade",
    "century", "season", "semester", "millennium",
)  # fmt: skip
"""Units in the singular."""
SEASON = either("spring", "summer", "autumn", "fall", "winter", "monsoon", "(?:dry|rainy) season", "rains")
FEAST = either(
    "(?:the (?:holy |fasting )?month of )?Ramadan", r"Eid(?:[ -]al-(?:Fitr|Adha))?", "(?:Orthodox |Palm |Good )?Easter",
    "Christmas(?: (?:Day|Eve))?", r"(?:the )?(?:[Ll]unar )?[Nn]ew [Yy]ear(?:[’']s (?:Day|Eve))?", "Chuseok", "Lent",
    "Ashura", "Nowruz", "Passover", "Yom Kippur", "Diwali", "Pentecost", "Muharram", "Tet", "Hajj", "Palm Sunday",
    "Good Friday", r"(?:\w+ )?(?:Independence|Republic|Army|Victory|Union|Labour|Jerusalem|Liberation|Unity) Day",
)  # fmt: skip
_PART = either("morning", "afternoon", "evening", "night")
PART = either(
    "morning", "afternoon", "evening", "night", "dawn", "dusk", "noon", "midday", "midnight", "lunchtime", "prayers"
)
DAY_PART = either(
    "midnight", "noon", "midday", "dawn", "dusk", "daybreak", "sunrise", "sunset", "nightfall", "first light", "dark",
    "the (?:early|small) hours", f"(?:the )?(?:early |late )?{_PART}",
)  # fmt: skip
_ZONE = r"(?: (?:GMT|UTC|[A-Z]{2,3}T|local time|[A-Z]\w+ time))?"
CLOCK = either(
    rf"\d{{1,2}}(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b){_ZONE}",
    rf"(?:[01]?\d|2[0-3]):[0-5]\d(?: hours| hrs)?{_ZONE}",
    r"\d{4} (?:hours|hrs|GMT)",
    r"[012]?\d hours",
    rf"(?:\w+ past )?{_alternatives(list(NUMBERS)[:12])} "
    rf"(?:o[’']clock|in the {_PART}|(?:this|tomorrow|yesterday) {_PART})",
)
