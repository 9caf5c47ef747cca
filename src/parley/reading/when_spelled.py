"""Numbers in words as figures: "nineteen ninety-six", "the twenty-first", "forty-eight hours"."""

from __future__ import annotations

import re

from parley.reading.dates_words import ORDINALS

__all__ = ["in_figures"]

_ONES = {word: n for n, word in enumerate("one two three four five six seven eight nine".split(), 1)}
_TEENS = {
    word: n
    for n, word in enumerate(
        "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(), 10
    )
}
_TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
_NTH = {word: n for n, word in enumerate("first second third fourth fifth sixth seventh eighth ninth".split(), 1)}
_DECADES = {f"{word[:-1]}ies": n for word, n in _TENS.items()}
_SMALL = {**_ONES, **_TEENS, **_TENS}


def _any(words: dict[str, int]) -> str:
    return f"(?:{'|'.join(words)})"


_PAIR = rf"(?:{_any(_TENS)}[ -]{_any(_ONES)}|{_any(_TENS)}|{_any(_TEENS)}|{_any(_ONES)})"
_CENTURY = r"(?P<century>sixteen|seventeen|eighteen|nineteen|twenty)"
_YEAR = re.compile(
    rf"\b(?:{_CENTURY}[ -](?:hundred(?: (?:and )?(?P<after>{_PAIR}))?|(?:oh|zero)[ -](?P<ones>{_any(_ONES)})"
    rf"|(?P<pair>{_any(_TENS)}(?:[ -]{_any(_ONES)})?|{_any(_TEENS)}))"
    rf"|two thousand(?:,? (?:and )?(?P<since>{_PAIR}))?)\b"
    r"(?! (?:days|weeks|months|years|hours|and))"
)
_SEVENTIES = re.compile(rf"\b(?:{_CENTURY}[ -])?(?P<decade>{_any(_DECADES)})\b")
_COMPOUND = re.compile(rf"\b(?P<tens>{_any(_TENS)})[ -](?:(?P<nth>{_any(_NTH)})|(?P<ones>{_any(_ONES)}))\b")
_THIRTIETH = re.compile(r"\bthirtieth\b")
_MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b")
_DAY = re.compile(rf"\b(?:{'|'.join(ORDINALS)})\b(?! (?:half|quarter|week|day|month))")
_SPELLED = re.compile(r"ty\b|teen|thousand|ties\b|tieth")


def in_figures(words: str) -> str:
    """The words with years, decades, days of a month and numbers of two words in figures; others stay."""
    if _SPELLED.search(words):
        words = _YEAR.sub(_year, words)
        words = _SEVENTIES.sub(_decade, words)
        words = _THIRTIETH.sub("30th", _COMPOUND.sub(_compound, words))
    return _DAY.sub(lambda match: _nth(ORDINALS[match.group()]), words) if _MONTH.search(words) else words


def _number(words: str | None) -> int:
    return sum(_SMALL[word] for word in re.split("[ -]", words)) if words else 0


def _year(match: re.Match[str]) -> str:
    century = _SMALL[match["century"]] if match["century"] else 20
    rest = match["after"] or match["ones"] or match["pair"] or match["since"]
    return f"{100 * century + _number(rest):04d}"


def _decade(match: re.Match[str]) -> str:
    return f"{_SMALL[match['century']] if match['century'] else 19}{_DECADES[match['decade']]}s"


def _nth(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number // 10 != 1 else "th"
    return f"{number}{ending}"


def _compound(match: re.Match[str]) -> str:
    if match["nth"]:
        return _nth(_TENS[match["tens"]] + _NTH[match["nth"]])
    return str(_TENS[match["tens"]] + _ONES[match["ones"]])
