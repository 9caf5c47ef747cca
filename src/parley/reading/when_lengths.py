"""Time expressions that count from somewhere: "two years ago", "three days later", "within 48 hours"."""

from __future__ import annotations

import re
from datetime import date

from parley.reading.dates_words import NUMBERS
from parley.reading.when_days import NTH, ordinal
from parley.reading.when_reference import Reference, Rules, between, case, month_of, shift, shift_month

__all__ = ["COUNTED", "LENGTH_RULES", "move"]

_VAGUE = ("several", "a few")
_COUNT = rf"(?P<count>\d+|{'|'.join(sorted(NUMBERS.keys() - set(_VAGUE), key=len, reverse=True))})"
_UNIT = r"(?P<unit>minute|hour|day|night|week|fortnight|month|quarter|year|decade)s?\b"
_UNIT_WORDS = (
    "minute hour day night week fortnight month quarter year decade minutes hours days nights weeks fortnights months"
    " quarters years decades"
)
_LENGTH = rf"\b{_COUNT}[ -](?:more |full |consecutive )?{_UNIT}"
COUNTED = _LENGTH
"""A counted length of time, with groups `count` and `unit`."""
_DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_LONGEST_BY_DAY = 60


def _count(match: re.Match[str]) -> int:
    words = match["count"] or "one"
    return min(int(words), 10**6) if words.isdigit() else NUMBERS[words]


def move(day: date, match: re.Match[str], sign: int) -> date:
    """The day that lies the counted length before (-1) or after (1) another."""
    unit, count = match["unit"], sign * _count(match)
    if unit in _MONTHS:
        return shift_month(day, count * _MONTHS[unit])
    hours = 24 if unit == "hour" else 24 * 60 if unit == "minute" else 0
    return shift(day, round(count / hours) if hours else count * _DAYS[unit])


def _as_precise(day: date, unit: str) -> str:
    """A day cut to the precision of the unit that it was counted in."""
    if unit in ("year", "decade"):
        return f"{day.year:04d}"
    return month_of(day.year, day.month) if unit == "month" else day.isoformat()


_AND_MORE = re.compile(rf"\b{_COUNT}[ -]{_UNIT}")


def _moved_from(day: date | None, match: re.Match[str], sign: int) -> str | None:
    """The day some way from another, as precise as the smallest unit counted ("a year and two months ago")."""
    if day is None:
        return None
    counted = list(_AND_MORE.finditer(match.string, match.start(), match.end())) or [match]
    for one in counted:
        day = move(day, one, sign)
    return _as_precise(day, counted[-1]["unit"])


def _ago(match: re.Match[str], ref: Reference) -> str | None:
    return _moved_from(ref.published, match, -1)


def _from_now(match: re.Match[str], ref: Reference) -> str | None:
    return _moved_from(ref.published, match, 1)


def _unknown(match: re.Match[str], ref: Reference) -> str | None:
    """ "Several days ago" settles nothing."""
    return None


def _from_anchor(match: re.Match[str], ref: Reference) -> str | None:
    """ "A day earlier", "three days later": counted from the last date that the text gave, as precisely as that is."""
    if ref.anchor is None or ref.anchored is None:
        return None
    if len(ref.anchored.split("/")[0]) < len("2025-10-30"):
        return _coarse(match, ref.anchor, ref.anchored)
    return _as_precise(move(ref.anchor, match, _direction(match)), match["unit"])


def _coarse(match: re.Match[str], anchor: date, anchored: str) -> str | None:
    """The same from a month or a year, which a few days do not leave."""
    if match["unit"] not in _MONTHS:
        return anchored.split("/")[0]
    return _as_precise(move(anchor, match, _direction(match)), match["unit"])


def _direction(match: re.Match[str]) -> int:
    """Forwards for "later", backwards for "earlier".

    "Two days after" that breaks off before its clause dates what the clause tells, which came two days before.
    """
    back = match["way"] in ("earlier", "before", "before that", "previously", "prior")
    turned = match["open"] is not None and match["way"] in ("before", "after")
    return -1 if back != turned else 1


_NEIGHBOURS = {"next": 1, "following": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}


def _neighbour(match: re.Match[str], ref: Reference) -> str | None:
    """ "The next day", "that afternoon", "the previous evening", "the following year"."""
    if ref.anchor is None or ref.anchored is None:
        return None
    step = _NEIGHBOURS.get(match["way"], 0)
    if match["unit"] == "year":
        return f"{ref.anchor.year + step:04d}"
    if match["unit"] == "month":
        moved = shift_month(ref.anchor, step)
        return month_of(moved.year, moved.month)
    if match["unit"] == "week":
        monday = shift(ref.anchor, 7 * step - ref.anchor.weekday())
        return between(monday, shift(monday, 6))
    return shift(ref.anchor, step).isoformat() if len(ref.anchored) == len("2025-10-30") else None


def _ahead(match: re.Match[str], ref: Reference) -> str | None:
    """ "Within 48 hours", "in two weeks": the day on which that is over; of what is past, the days that it took."""
    if ref.published is None:
        return None
    if ref.future:
        return move(ref.published, match, 1).isoformat()
    return None if match.group().startswith("within") else between(move(ref.published, match, -1), ref.published)


_BACKWARDS = ("past", "last", "previous")


def _during(match: re.Match[str], ref: Reference) -> str | None:
    """ "In the past 48 hours", "for the next two days": up to publication, or from it.

    What is to last "for thirty days" does so from the day that the text is at; nothing that lies ahead is over by
    publication: then that day is not the one meant.
    """
    if ref.published is None:
        return None
    ahead = match["way"] in ("next", "coming", "following") or (ref.future and match["way"] not in _BACKWARDS)
    if ahead and ref.day and match.group().startswith("for "):
        last = move(ref.day, match, 1)
        return between(ref.day, last) if last >= ref.published else None
    other = move(ref.published, match, 1 if ahead else -1)
    if (match["unit"] in _MONTHS) or abs((other - ref.published).days) > _LONGEST_BY_DAY:
        first, last = sorted((other, ref.published))
        return f"{month_of(first.year, first.month)}/{month_of(last.year, last.month)}"
    return between(other, ref.published)


def _nth_running(match: re.Match[str], ref: Reference) -> str | None:
    """ "For a second day": from the first to the day that the text is at."""
    if ref.day is None:
        return None
    return between(shift(ref.day, 1 - ordinal(match["nth"])), ref.day)


def _same_day(match: re.Match[str], ref: Reference) -> str | None:
    return ref.day.isoformat() if ref.day else None


_WAY = r"(?P<way>earlier|later|before that|after that|before|after|previously|afterwards|prior|on)\b(?P<open>$)?"
_NEIGHBOUR_UNIT = r"(?P<unit>day|night|morning|afternoon|evening|week|month|year)\b"
_WHICH = r"\b(?:the|that|this) (?:very )?(?P<way>next|following|previous|preceding|same)\b"
_SOME = r"(?:(?:the|another|a further|about|some|nearly) )?"
_ROLLING = r"(?P<way>past|last) (?P<count>)(?P<unit>week|month|year|decade)\b(?! of\b)"
_MORE = rf"(?:(?:,| and|, and)? {_COUNT.replace('P<count>', ':')}[ -]{_UNIT.replace('P<unit>', ':')})*"
LENGTH_RULES: Rules = (
    case("several few", r"\b(?P<count>several|a few)\b", _unknown),
    case("ago", rf"{_LENGTH}{_MORE} ago\b", _ago),
    case("now hence time today", rf"{_LENGTH}'?s?{_MORE} (?:from (?:now|today)|hence|time)\b", _from_now),
    case("earlier later that before after previously afterwards prior on", rf"{_LENGTH}{_MORE} {_WAY}", _from_anchor),
    case("that the this", rf"{_WHICH} {_NEIGHBOUR_UNIT}", _neighbour),
    case("the", rf"\bthe {_NEIGHBOUR_UNIT} (?P<way>before|after)\b(?! (?:yesterday|tomorrow))", _neighbour),
    case("that same", rf"\b(?<!of )(?P<way>that|the same) {_NEIGHBOUR_UNIT}", _neighbour),
    case("past last previous next coming", rf"\b(?P<way>past|last|previous|next|coming) {_LENGTH}(?! of\b)", _during),
    case("past previous coming", rf"\b{_COUNT} (?P<way>past|previous|coming) {_UNIT}", _during),
    case("past last", rf"\b(?:in|over|during|for|within) the {_ROLLING}", _during),
    case("for", rf"\bfor {_SOME}(?P<way>next |coming )?{_LENGTH}", _during),
    case("within in", rf"\b(?:within|in) (?:about |around |the next )?{_LENGTH}", _ahead),
    case("for", rf"\bfor (?:an?|the) {NTH} (?:consecutive |straight )?(?:day|night)\b", _nth_running),
    case("minutes hours", r"\b(?:minutes|hours) (?:later|after|before|earlier|ago)\b", _same_day),
    case("day", r"\b(?:earlier|later) (?:in the|that|the same) day\b", _same_day),
)
