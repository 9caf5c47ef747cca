"""How many people a phrase counts: the integers that it allows."""

from __future__ import annotations

import re

from parley.codebook.numbers import Amount, amounts
from parley.reading.figures_joined import halves
from parley.reading.figures_words import PERSON

__all__ = ["bounds"]

_NOBODY = re.compile(r"(?:no (?!(?:fewer|less|more) than)|none|nobody\b|zero\b)|not (?:a|one)\b")
_AT_LEAST = re.compile(r"(?:at least|(?:no|not) (?:fewer|less) than|a minimum of|upwards of) [\"“]?\Z")
_MORE_THAN = re.compile(r"(?:more than|over|above|in excess of|greater than) [\"“]?\Z")
_AT_MOST = re.compile(r"(?:up to|as many as|at most|no more than|a maximum of|as few as) [\"“]?\Z")
_FEWER_THAN = re.compile(r"(?:fewer than|less than|under|below) [\"“]?\Z")
_JUST_SHORT = re.compile(r"(?:nearly|almost|close to|barely|approaching) [\"“]?\Z")
_ABOUT = re.compile(r"(?:about|around|some|roughly|approximately|an estimated|perhaps|maybe|circa) [\"“]?\Z")
_OR_MORE = re.compile(r"[\"”]? (?:or|and) more\b")
_OR_SO = re.compile(r" or so\b")
_TO = re.compile(r"[\"”]?(?: ?(?:to|or|[-–])(?: perhaps| maybe)?|,? (?:perhaps|maybe|possibly)| and(?= )) ?[\"“]?\Z")
_AND = re.compile(r"between (?:about |around )?[\"“]?\Z")
_AGE = re.compile(r"\b\d+-year-old|\b(?:of|aged) \d\d\b|, \d\d\b(?=,|\Z)")
_LATER_OF = re.compile(r" (?:of|for) (?!thousands|millions)")
_ONE_PERSON_START = re.compile(r"(?:an?|one|another|the (?:first|second|third|fourth|fifth|last)|mrs?|ms)\b")
_OWNED = re.compile(r"(?:his|her|its|their|my|our|the|[\w-]+[’']s)\b")
_ORDINAL_ALONE = re.compile(r"an? (?:\w+(?:st|nd|rd|th)|second|third)\b")
_ALONE = re.compile(rf"[\w' -]*?\b(?:{PERSON})\b(?!s)")


def bounds(phrase: str) -> tuple[int | None, int | None]:
    """The least and the greatest number that a phrase allows; None where it sets no bound.

    "At least 12" is 12 and up, "more than 200" 201 and up, "up to 40" 40 and down, "between 8 and 11" as it says.
    "Nearly 30" is 27 to 29 and "some 20" 18 to 22: a tenth off, one at least. "Dozens" is 24 and up, "several" 3.
    People joined by "and" add up.
    """
    words = _AGE.sub("", phrase.lower().replace("’", "'"))
    if _NOBODY.match(words):
        return 0, 0
    parts = [_part(words[start:end]) for start, end in halves(words)]
    counted = [part for part in parts if part != (None, None)]
    return _sum(counted) if counted else (None, None)


def _sum(parts: list[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    low = sum(low or 0 for low, _ in parts)
    highs = [high for _, high in parts if high is not None]
    return low or parts[0][0], sum(highs) if len(highs) == len(parts) else None


def _part(words: str) -> tuple[int | None, int | None]:
    later = _LATER_OF.search(words)
    found = amounts(words[: later.start()] if later else words)
    if not found:
        return _unnumbered(words)
    first = found[0]
    if len(found) > 1 and _is_range(words, first, found[1]):
        return min(first.low, found[1].low), found[1].high and max(first.low, found[1].high)
    return _qualified(words, first)


def _is_range(words: str, first: Amount, second: Amount) -> bool:
    between = words[first.end : second.start]
    if between.strip() == "and":
        return _AND.search(words, 0, first.start) is not None
    return _TO.fullmatch(between) is not None


def _qualified(words: str, amount: Amount) -> tuple[int | None, int | None]:
    """The bounds of a number with the words before and after it."""
    before, low, high = words[: amount.start], amount.low, amount.high
    if _AT_LEAST.search(before) or _OR_MORE.match(words, amount.end):
        return low, None
    if _MORE_THAN.search(before) and not before.endswith("no more than "):
        return low + (high is not None), None
    if _AT_MOST.search(before):
        return None, high
    if _FEWER_THAN.search(before):
        return None, high and max(0, high - 1)
    if high is not None and _JUST_SHORT.search(before):
        return max(0, low - _slack(low)), max(0, low - 1)
    if high is not None and (_ABOUT.search(before) or _OR_SO.match(words, amount.end)):
        return max(0, low - _slack(low)), high + _slack(high)
    return low, high


def _slack(number: int) -> int:
    """How far off "about" and "nearly" may be: a tenth, but one at least."""
    return max(1, number // 10)


def _unnumbered(words: str) -> tuple[int | None, int | None]:
    """One for a phrase in the singular; nothing for the rest."""
    if words.startswith("a number of"):
        return 2, None
    if _ORDINAL_ALONE.match(words) or _ONE_PERSON_START.match(words):
        return 1, 1
    owned = _OWNED.match(words)
    if owned and _ALONE.match(words, owned.end()):
        return 1, 1
    return None, None
