"""Every time expression of a text by rules alone, each for itself and without its preposition, as TimeML delimits them.

`dates.find` offers the reader's model what may date an event, with its preposition and in one piece ("from 25 to 28
October"); here nothing is left to a model ("25", "28 October", and lengths and repetitions too).
"""

from __future__ import annotations

import re
from functools import cache

from parley.reading.dates_lengths import LENGTHS, NAMED_STRETCHES, REPEATED
from parley.reading.dates_words import (
    CLOCK,
    DAY_NUMBER,
    FEAST,
    HIJRI_MONTH,
    MONTH,
    NUMBER,
    ORDINAL,
    PART,
    SEASON,
    UNIT_NAME,
    WEEKDAY,
    YEAR,
    either,
)

__all__ = ["terms"]

_ERA = r"(?: ?(?:BCE?\b|B\.C\.?|AD\b|A\.D\.|CE\b))"
_YEAR = either(
    rf"(?<![\w$€£,./:-]){YEAR}{_ERA}?(?! ?(?:km|kg|metres|meters|miles|people|troops|men|%))",
    rf"\b\d{{1,4}}{_ERA}",
    rf"(?<=\b[12]\d\d\d[-–]){YEAR}",
    rf"\b\d{{3}}(?= ?(?:[-–]|and) ?\d{{2,4}}{_ERA})",
)
_OF_YEAR = (
    rf"(?:,? (?:of |in )?(?:{YEAR}{_ERA}?|\d{{1,4}}{_ERA}|(?:that|this|last|next|the same|the following) year\b))"
)
_MONTHS = either(MONTH, HIJRI_MONTH)
_DATES = r"(?<![\w/-])\d{4}[-/]\d\d?[-/]\d\d?(?![\w/-])|(?<![\w./-])\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d(?![\w/-])"
_DATE = either(
    rf"(?:the )?{DAY_NUMBER}(?: (?:of )?{_MONTHS}{_OF_YEAR}?|(?=\s?[-–]\s?{DAY_NUMBER} {MONTH}))",
    rf"{MONTH} (?:the )?{DAY_NUMBER}(?!{_ERA}){_OF_YEAR}?", rf"(?<=[a-z] \d[-–]){DAY_NUMBER}{_OF_YEAR}",
    rf"(?<=[a-z] \d\d[-–]){DAY_NUMBER}{_OF_YEAR}",
    rf"(?:the )?{ORDINAL} of {MONTH}{_OF_YEAR}?", _DATES,
)  # fmt: skip
_DAY = rf"(?:{WEEKDAY}(?: {PART})?,? )?(?:the )?{_DATE}(?:,? {WEEKDAY})?(?: {PART}\b)?"
_WEEKDAY = rf"(?:(?i:late|early|mid)[ -])?{WEEKDAY}(?: {PART}s?\b)?(?:,? (?:last|next|this|the following) week\b)?"
_SURE_MONTH = either(
    r"\b(?:January|February|April|June|July|August|September|October|November|December)\b",
    r"\b(?:Jan|Feb|Aug|Sept|Oct|Nov|Dec)\.",
    rf"(?:March|May)(?= (?:and|to|or|through) {MONTH})",
    *(
        rf"(?<=\b{word} )(?:March|May)\b"
        for word in "in In by By since Since of until after during before from From to and".split()
    ),
)
_MONTH = rf"{MONTH}(?:{_OF_YEAR}|(?=[-–] ?{MONTH}))"
_ANY_MONTH = either(_MONTH, _SURE_MONTH)
_SEASON = rf"(?:(?i:the ))?{SEASON}{_OF_YEAR}"
_DECADE = either(
    r"(?:1[0-9]|20)\d0[’']?s\b", r"(?<!\w)[’']\d0s\b",
    r"(?i:twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b",
)  # fmt: skip
_EARLY = r"(?i:(?:early|late|mid)(?:[- ]to[- ](?:late|mid))?)[- ]"
_CENTURY = either(
    rf"(?:(?i:the )?(?:{_EARLY})?{_DECADE})",
    rf"(?:(?i:the )?(?:{_EARLY})?(?i:{ORDINAL})[ -](?i:century|centuries)\b{_ERA}?)",
)
_EDGE = (
    r"(?i:the )?(?:(?i:very ))?(?i:end|start|beginning|middle|close|turn|rest|remainder|outset|eve|(?:first|last"
    r"|opening|final"
    r"|early) days|(?:first|last|latter|early|better|later) part)"
)
_WHICH = (
    r"(?i:last|next|this(?: past| coming| same)?|that(?: same| very)?|the (?:following|next|previous|same|past"
    r"|coming|very"
    r"|preceding|current|last|prior|new|present))"
)
_NAMED = either(
    rf"{UNIT_NAME}\b(?!s)(?!-)", rf"{WEEKDAY}(?: {PART})?", rf"{MONTH}(?: {DAY_NUMBER})?", SEASON, rf"{PART}\b",
    "period",
    FEAST, r"time(?=[ ,.])(?! of| in)",
)  # fmt: skip
_NEAR = rf"(?:(?i:early|late|later|earlier|mid|midway|sometime)(?i: in|-| on)? )?{_WHICH} {_NAMED}(?: {PART}\b)?"
_TODAY = rf"(?:(?i:late|early|earlier|later) )?(?i:today|yesterday|tomorrow|tonight|overnight)\b(?: {PART}\b)?"
_HALVES = either(
    rf"(?i:the )?(?i:{ORDINAL}|latter|latest|same|next|current|final)[ -](?i:half|quarter)\b(?:{_OF_YEAR}"
    rf"| of the (?:year|month|century)\b)?",
    rf"\b(?:Q[1-4]|H[12]),? {YEAR}",
    rf"(?i:the (?:{ORDINAL}|final|early|opening) (?:weeks?|days?|months?|years?|hours|weekend|{WEEKDAY})) (?:of"
    rf"|in) (?:{_ANY_MONTH}|{YEAR}"
    r"|the (?:year|month|century|decade)\b)",
)  # fmt: skip
_PARTS = either(
    rf"{_EARLY}(?i:in )?(?:the )?(?:{_ANY_MONTH}|{MONTH}|{YEAR}{_ERA}?|{_SEASON}|{SEASON}\b)",
    rf"{_EDGE} of (?:(?:the|this|that|last|next) )?(?:{_DAY}|{_ANY_MONTH}|{_CENTURY}|{_YEAR}|{_SEASON}|{SEASON}\b"
    rf"|{UNIT_NAME}\b(?! old))",
    rf"(?i:later|earlier|late|early) (?:in|on|that|this)(?: in)?(?: the)?(?: same)? (?:{UNIT_NAME}\b|{PART}\b"
    rf"|{SEASON}\b|{_YEAR}|{_ANY_MONTH})",
    r"(?i:month|year|week|season)(?:[’']s[ -]|-)(?i:end)\b", rf"(?i:the year|the month of) (?:{_ANY_MONTH}|{_YEAR})",
)  # fmt: skip
_SEASONS = either(
    _SEASON, rf"(?i:the (?:(?:following|previous|harsh|coming) )?){SEASON}\b(?! of)",
    r"(?i:summer|winter|autumn|spring|springtime|wintertime|summertime)\b(?=[ ,.;])",
    "(?:dry|rainy|wet|monsoon) season\b",
)  # fmt: skip
_DAYTIME = either(
    rf"(?i:(?:early |late )?(?:in )?(?:the )?(?:early |late )?(?:{PART}|week|weekend|day|early hours)) (?:of"
    rf"|from) (?:the )?(?:{_DAY}|{_WEEKDAY})",
    rf"(?i:(?:the )?(?:(?:very )?early |late |mid-?)?(?:{PART}|daytime|nighttime|mornings|afternoons|evenings"
    rf"|nights))\b(?: hours)?",
    r"(?i:(?:the )?(?:early|small|late|wee)(?: morning| evening)? hours)(?: of (?:(?:this|that|the) )?"
    rf"(?:{PART}|{_DAY}|{_WEEKDAY}|the day))?",
    r"(?i:midday)\b",
    r"(?i:(?:the )?(?:sunrise|sunset|daybreak|nightfall|first light))\b",
)  # fmt: skip
_CLOCK = either(
    CLOCK, r"\d{1,2}(?:[:.]\d\d)? ?[AP]\.?M\b\.?(?: [A-Z]{2,4}\b)?",
    r"[0-2]\d[0-5]\d ?(?:GMT|UTC|hours|hrs|local time)",
    rf"(?i:half past|quarter past|quarter to) (?i:{NUMBER})",
)  # fmt: skip
_ON_DAY = either(_DAY, _WEEKDAY, _TODAY)
_CLOCKS = either(
    rf"(?:(?i:about|around) )?{_CLOCK}"
    rf"(?:,? (?:\([^()]{{3,30}}\) )?(?:(?:in the|this|that) {PART}\b)?(?: ?(?:on )?{_ON_DAY})?)?",
    rf"{_ON_DAY},?(?: at| around| about| by)*\s{_CLOCK}",
)
_NOW = (
    r"(?i:right now|now(?!,? that)|currently|recently|at the moment|at present|nowadays|these days|those days|lately"
    r"|presently|the (?:near |distant |immediate |foreseeable |recent )?future|the (?:recent |distant )?past(?! [a-z]+)"
    r"|the (?:time being|present(?: day| time)?|moment)(?! of)|the (?:current|present) time|(?<=at )(?:this|that"
    r"|the same)"
    r" (?:time|point|moment)(?! of)|(?<=by )(?:this|that) time|present[- ]day|modern[- ]day)(?![\w-])"
)
_START = either(
    r"(?<![\w’'-])", *(rf"(?<={end}-)" for end in r"\d uary arch pril May June July gust mber ober".split())
)
_GROUPS = (
    (_CLOCKS, _DAYTIME),
    (_DAY, _ANY_MONTH, _PARTS, _YEAR),
    (_WEEKDAY, _NEAR, _TODAY),
    (_HALVES, _CENTURY, _SEASONS),
    (f"(?:the )?{FEAST}(?:{_OF_YEAR})?", _NOW),
    (LENGTHS,),
    (NAMED_STRETCHES, REPEATED),
)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The groups as patterns, which only those who ask for rules alone wait for."""
    return tuple(re.compile(rf"{_START}(?:{'|'.join(group)})(?!\w)") for group in _GROUPS)


def terms(text: str) -> list[tuple[int, int]]:
    """The time expressions as offsets, in order; of overlapping ones the longest."""
    found = [match.span() for pattern in _patterns() for match in pattern.finditer(text)]
    kept: list[tuple[int, int]] = []
    end = -1
    for start, stop in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= end:
            kept.append((start, stop))
            end = stop
        elif stop - start > kept[-1][1] - kept[-1][0]:
            kept[-1] = (start, stop)
            end = stop
    return kept
