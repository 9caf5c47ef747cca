"""Where a sentence says when."""

from __future__ import annotations

import re

from parley.reading.dates_words import (
    CLOCK,
    DAY_NUMBER,
    DAY_PART,
    FEAST,
    HIJRI_MONTH,
    MONTH,
    NUMBER,
    ORDINAL,
    SEASON,
    UNIT,
    WEEKDAY,
    YEAR,
    either,
)

__all__ = ["find"]

_OF_YEAR = rf"(?:,? {YEAR}|,? of (?:that|this|last|the same) year| (?:last|next|this) year)"
_DAYS = rf"{DAY_NUMBER}(?:\s?(?:[-–/]|and|to|or)\s?{DAY_NUMBER})?"
_WEEKDAY_OF = rf"(?:{WEEKDAY},? )?"
_DATE = either(
    rf"{_WEEKDAY_OF}{_DAYS} (?:of )?{either(MONTH, HIJRI_MONTH)}{_OF_YEAR}?",
    rf"{_WEEKDAY_OF}{MONTH} {_DAYS}{_OF_YEAR}?",
    rf"{_WEEKDAY_OF}the {ORDINAL} of {MONTH}{_OF_YEAR}?",
    rf"{MONTH},? {YEAR}",
    r"\d{4}[-/]\d\d[-/]\d\d",
    r"\d{1,2}[./]\d{1,2}[./]\d{4}",
)
_PART = either("morning", "afternoon", "evening", "night", "noon", "prayers")
_DAY = rf"{WEEKDAY}(?: {_PART})?(?: (?:last|next|this) week)?(?:,? {_DATE})?"
_WHICH = either(
    "last", "next", "this(?: past| coming)?", "that(?: same)?", "every", "each",
    "the (?:following|next|previous|same|past|coming|very|preceding)",
)  # fmt: skip
_NAMED = either(
    f"{NUMBER} {UNIT}", UNIT, WEEKDAY, f"{MONTH}(?: {DAY_NUMBER})?", SEASON, "morning", "afternoon", "evening", "time",
    "period", "weekend",
)  # fmt: skip
_ABOUT = "(?:some|almost|nearly|about|around|over|more than|only|just|barely)"
_WAY = either("ago", "earlier", "later", "before", "after", "previously", "afterwards", "prior", "from now")
_RELATIVE = either(
    rf"(?i:(?:early|late|later|earlier|so far|at) )?(?i:{_WHICH}) {_NAMED}(?: {_PART})?",
    rf"(?i:today|yesterday|tomorrow)\b(?: {_PART})?(?: \({WEEKDAY}(?: {_DATE})?\))?",
    r"(?i:tonight|overnight)\b(?: (?:from|on|into) " + f"{WEEKDAY})?",
    rf"(?i:{_ABOUT} )?(?i:{NUMBER}|some)[ -]{UNIT} {_WAY}\b(?: that)?",
    r"(?i:minutes|hours|days|weeks|months|years) (?:ago|earlier|later|before|after)\b",
    r"(?i:later|earlier|late) (?:in|on|that) (?:the )?(?:same )?(?:day|week|month|year)\b",
    r"(?i:so far)(?: this (?:week|month|year)| in \d{4})?",
    rf"(?i:the) (?:day|{_PART}|week|month|year) (?:before|after)(?: yesterday| tomorrow| that)?\b",
    rf"(?i:in) {NUMBER} {UNIT}[’'] time",
    r"(?i:all) (?:day|night|week|morning|afternoon|evening)\b",
)
_TIMES = rf"(?:{CLOCK}|[012]\d[0-5]\d)"
_BARE_MONTH = r"(?:January|February|April|June|July|August|September|October|November|December)\b"
_BARE_YEAR = r"(?<![\w$€£,.-])(?:19|20)\d\d\b(?!\s?(?:km|kg|[,.]\d|%))(?:[-–](?:19|20)?\d\d\b)?"
_PART_OF_MONTH = (
    rf"the (?:{ORDINAL} (?:half|week|days)|middle|end|beginning|start|night) of {MONTH}(?: {DAY_NUMBER})?{_OF_YEAR}?"
)
_PART_OF_DAY = rf"the (?:{_PART}|early hours|small hours|week) of (?:{_DATE}|{_DAY})"
_PART_OF_YEAR = either(
    rf"(?:mid|early|late)[ -](?:{MONTH}|{YEAR})", f"(?:the )?(?:end|start|middle) of (?:{MONTH}|{YEAR})",
    f"{SEASON} {YEAR}", rf"(?:the )?{ORDINAL} (?:half|quarter)(?: of {YEAR})?",
)  # fmt: skip
_ALONE = either(
    _DATE, _PART_OF_MONTH, _DAY, _RELATIVE, CLOCK, _BARE_YEAR,
    _PART_OF_DAY, _PART_OF_YEAR, _BARE_MONTH, "recent(?= )", "immediately", r"\d+(?:st|nd|rd|th) day", "weekend(?= )",
    rf"{FEAST}(?: {YEAR})?",
)  # fmt: skip
_SPAN_OF_TIME = (
    rf"(?i:(?:{NUMBER}|recent|coming|past|previous|many|several|few)"
    rf"(?:[ -](?:{NUMBER}|more|consecutive|full|or \w+)){{0,4}}[ -]{UNIT})"
)
_LENGTH = either(
    "(?:(?:the|a|another|its|his|her|their|our|about|nearly|almost|some|under|most of|up to|at least|more than) ){0,3}"
    rf"(?:(?:next|past|last|coming|previous|first) )?{_SPAN_OF_TIME}(?: running| in a row)?",
    r"(?:days|weeks|months|years|decades|hours|minutes)\b",
    rf"(?:the|a|his|her|its|their) (?:{ORDINAL}|whole) (?:consecutive )?{UNIT}(?: running| in a row)?(?! of)",
)
_STRETCH = either(
    "the (?:beginning|start|end|middle|course|eve|week|night|morning|evening|early hours)",
    f"the (?:{ORDINAL}|early|late|coming) (?:half|week|days|weeks|months|quarter|day|night|fortnight|part)",
    r"(?:the )?(?:(?:early|mid|late)[ -])?(?:19|20)\d\ds",
    rf"(?:early|mid|late)[ -](?:{MONTH}|{YEAR}|{SEASON})",
    rf"(?:the )?(?:coming )?{SEASON}(?: {YEAR})?",
    "the (?:month|year|week|day)(?: is out)?",
)
_LATER = either(
    _DATE, _DAY, rf"(?i:this|last|next|that|the (?:following|next|same|previous)) {_NAMED}",
    "(?:today|yesterday|tomorrow)", _STRETCH, rf"{DAY_PART}\b", f"{MONTH}{_OF_YEAR}?", _TIMES, YEAR,
    f"(?:the )?{FEAST}",
)  # fmt: skip
_LOOSE = either(
    _DATE, _DAY, _RELATIVE, _STRETCH, _TIMES, rf"{DAY_PART}\b", f"{MONTH}{_OF_YEAR}?", rf"(?:the )?{FEAST}\b", YEAR,
    f"the {ORDINAL}", f"(?:the|an?) {WEEKDAY}", "then", "the weekend", "the past",
    "(?:year|month|week)(?:[’']s |-)end", "the (?:reporting )?period",
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven)(?=[,.;]|$| (?:today|tomorrow|yesterday|in the|this))",
)  # fmt: skip
_AT = either("about", "around", "just", "early", "late", "nearly", "shortly")
_LEAD = either(
    "(?i:shortly|just|right|soon|immediately) (?:before|after|on)", "(?i:early|late|later|earlier)(?: (?:on|in|at))?",
    "(?i:perhaps )?(?i:as (?:early|late|soon) as|no later than|as of|not before|not until|until after|ahead of)",
    "(?i:on|in|at|by|from|since|until|till|before|after|during|throughout|through|within|over|between|into)",
    "(?i:beginning|starting|around)", "(?i:on or (?:around|about|before)|no earlier than)",
)  # fmt: skip
_LENGTH_LEAD = "(?i:for|in|within|over|after|during|throughout|through)"
_LINK = either(",? (?:on|of|at|in|as|until|till|to|through|and|before|after|from|between|turned to)", r"\s?[-–]", "")
_CHAIN = re.compile(
    rf"(?<![\w’'-])(?:{_LENGTH_LEAD} (?:{_LENGTH}|the past)|(?i:until further notice|at once)"
    rf"|(?:(?:{_LEAD} (?:{_AT} )?{_LOOSE}|of {_DATE})(?![’']s)|{_ALONE})(?:{_LINK} {_LATER})*)(?![\w-])"
)


def find(text: str) -> list[tuple[int, int]]:
    """The time expressions of a sentence as offsets, with their prepositions ("late on Thursday"), in order."""
    return [match.span() for match in _CHAIN.finditer(text)]
