"""How long: lengths of time as ISO 8601 durations."""

from __future__ import annotations

import re
from functools import lru_cache

from parley.reading.dates_words import NUMBERS

__all__ = ["duration"]

_UNITS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "weekend": "W",
    "fortnight": "W",
    "month": "M", "quarter": "M", "year": "Y", "decade": "Y", "century": "Y", "centurie": "Y", "millennium": "Y",
}  # fmt: skip
_TIMES = {"fortnight": 2, "quarter": 3, "decade": 10, "century": 100, "centurie": 100, "millennium": 1000}
_VAGUE = ("several", "a few", "a couple of", "a dozen")
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_PLAIN = "|".join(sorted(map(re.escape, NUMBERS.keys() - set(_VAGUE)), key=len, reverse=True))
_WORD = rf"(?:{_TENS})[ -](?:{_ONES})|{_PLAIN}|a couple of|a dozen|a couple|a quarter of an"
_LENGTH = re.compile(
    rf"(?<![\w.,])(?P<count>\d+(?:,\d{{3}})*(?:\.\d+)?|{_WORD})(?P<half>[ -]and[ -](?:a|one)[ -]half)?[ -]"
    r"(?:(?:more|full|consecutive|straight|whole|long|additional|further|solid|successive|calendar|previous|subsequent"
    r"|remaining|final|business|working|other|or so)[ -])?"
    rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})s?\b(?P<after> and a half\b)?"
)
_ONE = re.compile(
    r"\b(?:(?:all|the (?:whole|entire|past|last)|an entire|a whole|another|an additional|a full|the better part of a)"
    rf" |half-)(?P<unit>{'|'.join(_UNITS)})\b"
)
_POINT = re.compile(
    r"\b(?:ago|earlier|later|before|after|afterwards?|previously|prior|from now|hence|time)\Z|\b(?:every|each)\b"
)


@lru_cache(256)
def duration(surface: str) -> str | None:
    """The ISO 8601 duration of a length of time ("for three days": P3D); None where the words name none.

    None too for a length that only counts to a point in time ("three days later"), and for vague ones ("for years").
    """
    words = surface.replace("’", "'").strip(" \"“”'.,;").lower()
    if _POINT.search(words):
        return None
    if match := _LENGTH.search(words):
        return _written(_count(match), match["unit"], half=bool(match["half"] or match["after"]))
    one = _ONE.search(words)
    return _written(0.5 if one.group().startswith("half-") else 1, one["unit"]) if one else None


def _count(match: re.Match[str]) -> float:
    words = match["count"]
    if words[0].isdigit():
        return float(words.replace(",", ""))
    if words in ("a couple of", "a couple"):
        return 2
    if words.startswith(("half", "a quarter")):
        return 0.5 if words.startswith("half") else 0.25
    tens, _, ones = words.replace("-", " ").partition(" ")
    return NUMBERS[words] if words in NUMBERS else NUMBERS[tens] + NUMBERS[ones]


def _written(count: float, unit: str, half: bool = False) -> str | None:
    """In ISO 8601: whole numbers of the unit, or of the next smaller one."""
    count = (count + half / 2) * _TIMES.get(unit, 1)
    letter = _UNITS[unit]
    for smaller, times in (("TM", 60), ("M", 12), ("D", 7), ("TH", 24)):
        if count != int(count) and letter == {"TM": "TH", "M": "Y", "D": "W", "TH": "D"}[smaller]:
            count, letter = count * times, smaller
    return f"P{letter[:-1]}{int(count)}{letter[-1]}" if count == int(count) else None
