"""Which phrases of a sentence may count people."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from parley.reading.figures_words import FUNCTION_WORDS, NOT_PEOPLE, PERSON, PERSON_PLURAL, QUALIFIER
from parley.reading.numbers import NUMBER

__all__ = ["find", "halves"]

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
_STATE_AFTER = re.compile(rf" {_STATE}\Z", re.IGNORECASE)
_HARMED = (
    "(?:kill|wound|injur|detain|arrest|abduct|captur|free|releas|seiz|kidnap|martyr|execut|slaughter)(?:ed|d|ing|s)?"
)
_BARE_NOUN = rf"(?:(?!{FUNCTION_WORDS}\b)[a-z-]+ ){{0,2}}(?:{PERSON_PLURAL})"
_HARM = re.compile(rf"\b(?:{_HARMED}|lost|dead)\b", re.IGNORECASE)
_OBJECT = re.compile(rf" (?P<who>{_BARE_NOUN})\b", re.IGNORECASE)
_SUBJECT = re.compile(rf"\b(?P<who>{_BARE_NOUN}) (?:were|was|have been|had been) (?:\w+ )?\Z", re.IGNORECASE)
_REACH = 60


@cache
def _figure() -> re.Pattern[str]:
    # Compiled when it is first asked for: it takes longer than reading a short report.
    return re.compile(
        rf"(?<![\w$€£¥.,-])(?i:{_PEOPLE}(?: and (?:{_PEOPLE}|(?:{PERSON_PLURAL})\b))*"
        r"|nobody|no one|none of \w+|no (?:casualties|deaths|one)|the (?:rest|pair|last)\b)"
    )


@cache
def _part() -> re.Pattern[str]:
    return re.compile(_PEOPLE, re.IGNORECASE)


def find(text: str) -> list[Offsets]:
    """The phrases of a sentence that may count people, in order, each with its qualifier and noun.

    They nest where words can be taken in two ways: "nine soldiers and two officers" and each half of it, "seven dead"
    and "seven".
    """
    found = {(match.start(), match.end()) for match in _figure().finditer(text)}
    parts = {part for span in found for part in _parts(text, *span)}
    bare = {span for harm in _HARM.finditer(text) for span in _unnumbered(text, harm.start(), harm.end())}
    whole = {_trim(text, *span) for span in found | parts}
    return sorted(whole | {span for span in bare if not any(s < span[1] and span[0] < e for s, e in whole)})


def _unnumbered(text: str, start: int, end: int) -> list[Offsets]:
    """People named without a number beside a word of harm: "killed soldiers", "villagers were detained"."""
    beside = (_OBJECT.match(text, end), _SUBJECT.search(text, max(0, start - _REACH), start))
    return [match.span("who") for match in beside if match]


def _parts(text: str, start: int, end: int) -> list[Offsets]:
    """What stands on either side of an "and", and the number without the state it counts."""
    parts = [match.span() for match in _part().finditer(text, start, end)]
    stated = [(s, state.start()) for s, e in parts if (state := _STATE_AFTER.search(text, s, e))]
    return parts + stated


def _trim(text: str, start: int, end: int) -> Offsets:
    """The span without a quotation mark that has no partner in it."""
    marks = sum(text.count(mark, start, end) for mark in '"“”')
    if marks == 1 and text[start] in '"“':
        return start + 1, end
    return (start, end - 1) if marks == 1 and text[end - 1] in '"”' else (start, end)


def halves(phrase: str) -> list[Offsets]:
    """The phrases that "and" joins in one that counts people; the whole where it joins none."""
    if " and " not in phrase:
        return [(0, len(phrase))]
    spans = [match.span() for match in _part().finditer(phrase)]
    joined = all(phrase[a:b] == " and " for (_, a), (b, _) in pairwise(spans))
    return spans if len(spans) > 1 and joined and spans[0][0] == 0 else [(0, len(phrase))]
