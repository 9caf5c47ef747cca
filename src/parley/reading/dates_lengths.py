"""What lengths of time and repetitions look like: "more than three days", "two-week", "every Friday"."""

from __future__ import annotations

from parley.reading.dates_words import MONTH, NUMBER, PART, SEASON, UNIT_NAME, WEEKDAY, either

__all__ = ["LENGTHS", "NAMED_STRETCHES", "REPEATED"]

_UNITS = either(
    "seconds", "minutes", "hours", "days", "nights", "weeks", "weekends", "fortnights", "months", "quarters", "years",
    "decades", "centuries",
)  # fmt: skip
_ANY_UNIT = rf"(?i:{_UNITS}|{UNIT_NAME})\b"
_ABOUT = (
    r"(?i:about|around|almost|nearly|some|roughly|approximately|(?:no |not )?(?:more|less|fewer) than|at least"
    r"|at most|up to"
    r"|well over|over|under|just over|just under|close to|the better part of)"
)
_VAGUE = (
    r"several|many|some|a few|few|a couple of|a couple|a number of|dozens of|hundreds of|thousands of|countless"
    r"|numerous|a dozen"
    r"|half a dozen|half an?|a half|a quarter of an|(?:one or two|two or three|three or four|four or five"
    r"|five or six)|multiple"
)
_COUNT = (
    rf"(?:(?i:{NUMBER})(?:\.\d)?(?:-and-a-half)?(?:(?: (?:and a half|to|or|and) "
    rf"| ?[-–] ?)(?i:{NUMBER}))?(?: and a half)?"
    rf"(?: (?:hundred|thousand|million|billion))?|(?i:{_VAGUE}))"
)
_FILL = (
    r"(?:[ -](?:more|full|consecutive|straight|whole|long|additional|further|solid|successive|calendar|previous"
    r"|subsequent"
    r"|remaining|final|business|working|other))?"
)
_COUNTED = (
    rf"(?!(?i:a|one) (?:second|quarter)\b){_COUNT}{_FILL}[ -]{_ANY_UNIT}(?:[- ](?:long|old)\b)?(?: (?:and a half"
    rf"|running|in a row|or so|or more)\b)?"
)
_WAY = either(
    "ago",
    "earlier",
    "later",
    r"before(?=[,.;:)]|\Z| and\b)",
    "previously",
    "afterwards?",
    "prior(?! to)",
    "hence",
    "from now",
)
_NEAR = (
    r"(?:past|last|next|coming|previous|first|final|following|opening|latest|intervening|preceding|ensuing|early"
    r"|latter)"
)
LENGTHS = either(
    rf"(?:{_ABOUT} )?{_COUNTED}(?: {_WAY}\b)?",
    r"(?i:the (?:day|night|morning|evening|week|month|year) (?:before|after))(?: (?:yesterday|tomorrow|next|last))?\b",
    rf"(?:{_ABOUT} )?(?i:(?:the|these|those|his|her|its|their) )?(?i:{_NEAR} ){_COUNT}{_FILL}[ -](?i:{_UNITS})\b",
    rf"(?i:(?:the )?(?:{_NEAR}|recent|later) )(?i:{_UNITS})\b",
    rf"(?i:the )(?i:{NUMBER})(?: {_NEAR})?[ -](?i:{_UNITS}|{UNIT_NAME})\b",
    rf"(?!quarters|seconds|minutes\b)(?i:{_UNITS})\b(?:-long|-old| (?:ago|earlier|later|afterwards))?",
    rf"(?i:{UNIT_NAME})-(?:long|old)\b",
)  # fmt: skip
NAMED_STRETCHES = (
    rf"(?i:(?:all|the whole|the entire|an entire|a whole|another|an additional|the (?:first|second|third|fourth"
    rf"|final)) {UNIT_NAME})\b"
    r"(?: long)?"
)
REPEATED = either(
    rf"(?i:(?:every|each)(?: (?:single|other|few|{NUMBER}))?) (?:{_ANY_UNIT}|{WEEKDAY}(?: {PART}\b)?|{MONTH}"
    rf"|{SEASON}|{PART}\b)",
    r"(?i:daily|weekly|biweekly|fortnightly|monthly|bimonthly|yearly|annual|annually|hourly|nightly|quarterly"
    r"|biannual|biannually"
    r"|biennial|everyday)\b",
    rf"(?i:(?:once|twice|three times|several times|{NUMBER} times) (?:a|an|every|each|per)) {_ANY_UNIT}",
    rf"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days(?: {PART}s?)?\b", rf"(?i:per {UNIT_NAME})\b",
)  # fmt: skip
