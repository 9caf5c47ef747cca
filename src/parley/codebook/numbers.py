"""Numbers in digits and in words."""

from __future__ import annotations

import re
from typing import NamedTuple

__all__ = ["NTHS", "NUMBER", "Amount", "amounts", "nth"]


class Amount(NamedTuple):
    """A number as it stands in a phrase: what it allows, and where it stands. `high` is None where it has no bound."""

    low: int
    high: int | None
    start: int
    end: int


_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
NTHS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_VALUES = {word: number for number, word in enumerate(_ONES.split(), 1)} | {
    word: 10 * number for number, word in enumerate(_TENS.split(), 2)
}
_SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 10**9}
_VAGUE = {"several": 3, "few": 3, "handful": 3, "couple": 2, "both": 2, "pair": 2}
_EXACT_VAGUE = ("couple", "both", "pair")
_AT_LEAST_TWO = 2

_DIGITS = r"\d{1,3}(?:[,\u202f\u00a0]\d{3}){1,4}|\d{1,12}(?:\.\d{1,6})?(?!\d)"
_ONE_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_SMALL = rf"(?:(?:{_TENS.replace(' ', '|')})[- ](?:{'|'.join(_ONES.split()[:9])})|{_ONE_WORD})"
_SCALE = r"(?:dozen|score|hundred|thousand|million|billion)"
_PLURAL = r"(?:dozens|scores|hundreds|thousands|millions)"
_PLAIN = (
    rf"(?:(?<![\w.,])(?:{_DIGITS})|\b{_SMALL}\b|\ba(?= {_SCALE}\b))"
    rf"(?:[ -]{_SCALE}\b(?: and {_SMALL}\b|[ -]{_SMALL} {_SCALE}\b)?){{0,3}}"
)
NUMBER = (
    rf"(?:\b(?:tens|{_PLURAL}) of (?:thousands|millions)\b|\b{_PLURAL}\b|\bhalf a dozen\b"
    rf"|\b(?:a couple|a few|a handful|several(?: {_SCALE})?|both|the pair|a pair)\b|{_PLAIN})"
)
_NUMBER = re.compile(NUMBER)
_PIECE = re.compile(rf"{_DIGITS}|[a-z]+")


def amounts(phrase: str) -> list[Amount]:
    """The numbers of a phrase in lower case, in order.

    A plural counts two at least of what it names and has no upper bound: "dozens" is 24 or more, "hundreds" 200.
    """
    return [Amount(*_value(match.group()), match.start(), match.end()) for match in _NUMBER.finditer(phrase)]


def nth(number: int) -> str:
    """ "third", "13th"; raises ValueError below 1."""
    if number < 1:
        raise ValueError(f"nothing comes as number {number}")
    if number <= len(NTHS):
        return NTHS[number - 1]
    return f"{number}{_ENDINGS.get(number % 10, 'th') if number // 10 % 10 != 1 else 'th'}"


def _value(words: str) -> tuple[int, int | None]:
    vague = next((word for word in _VAGUE if word in words.split()), None)
    if vague:
        scale = next((_SCALES[word] for word in words.split() if word in _SCALES), 1)
        return _VAGUE[vague] * scale, _VAGUE[vague] if vague in _EXACT_VAGUE else None
    if words == "half a dozen":
        return 6, 6
    plural = [word for word in re.split(r"[ -]", words) if word.endswith("s") and word[:-1] in (*_SCALES, "ten")]
    if plural:
        return _plural(plural), None
    number = round(_exact(words))
    return number, number


def _plural(words: list[str]) -> int:
    low = _AT_LEAST_TWO
    for word in words:
        low *= 10 if word == "tens" else _SCALES[word[:-1]]
    return low


def _exact(words: str) -> float:
    """The value of "four hundred and twelve", "3.5 million" or "1,200"."""
    total, current = 0.0, 0.0
    for piece in _PIECE.findall(words):
        if piece in _SCALES:
            current = (current or 1) * _SCALES[piece]
            if _SCALES[piece] > _SCALES["hundred"]:
                total, current = total + current, 0.0
        elif piece in _VALUES:
            current += _VALUES[piece]
        elif piece[0].isdigit():
            current += float(re.sub(r"[,\u202f\u00a0]", "", piece))
    return total + current
