"""Phrases that count people, joined by "and"."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from parley.codebook.numbers import NUMBER
from parley.reading.figures_words import FUNCTION_WORDS, NOT_PEOPLE, PERSON, PERSON_PLURAL, QUALIFIER

__all__ = ["halves"]

Offsets = tuple[int, int]

_QUOTE = "[\"“”‘’']"
_STATE = (
    r"(?:(?:enemy )?dead|killed|wounded|injured|hurt|missing|deaths|fatalities|casualties|killings|homicides|arrests"
    r"|detentions|abductions)"
)
_PLURAL_WORD = (
    rf"(?:(?:{PERSON_PLURAL})\b|(?!{FUNCTION_WORDS}\b)(?:[A-Za-z][a-z’'-]*(?<![suia’'])s|police|staff|Taliban)\b"
    r"|(?:others|lives)\b)"
)
_MODIFIER = (
    rf"(?:\d+-year-old|(?:dead|wounded|injured|detained|captured|freed|missing|held)(?= \w)"
    rf"|(?!{FUNCTION_WORDS}\b)[A-Za-z][\w’'-]*)"
)
_MODIFIERS = rf"(?:{_MODIFIER}{_QUOTE}? {_QUOTE}?){{0,3}}?"
_HEAD = rf"(?:{_QUOTE}?{_MODIFIERS}{_PLURAL_WORD}(?: (?:{PERSON_PLURAL})\b)?{_QUOTE}?)"
_OF = (
    r"(?: of (?:them|those|us|(?:his|her|its|their|our) own"
    rf"|(?:the|its|his|her|their|our|those|these|my|more than) (?:dead\b|{_HEAD})|{_HEAD}))"
)
_RANGE = rf"(?:(?: and | to |[-–]| or |, (?:perhaps|maybe|possibly) | or perhaps ){NUMBER})"
_NUMBER = (
    rf"(?:(?:{QUALIFIER} ){{0,3}}{_QUOTE}?{NUMBER}{_RANGE}?(?: or (?:more|so)\b)?"
    rf"(?![\w%]|[-–.,:]\d|-\w|[ -]{NOT_PEOPLE}\b)"
    rf"|(?:between|from|somewhere between|anywhere from) {_QUOTE}?{NUMBER}{_RANGE})"
)
_COUNTED = (
    rf"(?:{_NUMBER}{_QUOTE}?(?: (?:more|other|others|further|additional)\b)?(?:{_OF}| {_HEAD}| {_STATE}\b)?(?: aboard)?"
    rf"|(?:some|several|many|most|a number) of (?:the|its|his|her|their|our|those) {_HEAD}|a number of {_HEAD})"
)
_ONE_PERSON = (
    rf"(?:(?:at least )?(?:another|one|(?:an?|the|his|her|its|their)(?: \w+(?:st|nd|rd|th))?) "
    rf"{_QUOTE}?{_MODIFIERS}(?:{PERSON})\b"
    rf"(?: (?:{PERSON})\b)?{_QUOTE}?(?: of \d\d\b)?)"
)
_PEOPLE = rf"(?:{_ONE_PERSON}|{_COUNTED})"


@cache
def _part() -> re.Pattern[str]:
    # Compiled when it is first asked for: it takes longer than reading a short report.
    return re.compile(_PEOPLE, re.IGNORECASE)


def halves(phrase: str) -> list[Offsets]:
    """The phrases that "and" joins in one that counts people; the whole where it joins none."""
    if " and " not in phrase:
        return [(0, len(phrase))]
    spans = [match.span() for match in _part().finditer(phrase)]
    joined = all(phrase[a:b] == " and " for (_, a), (b, _) in pairwise(spans))
    return spans if len(spans) > 1 and joined and spans[0][0] == 0 else [(0, len(phrase))]
