"""Time expressions that name a stretch of the calendar: weeks, quarters, seasons, years, and what is longer."""

from __future__ import annotations

import re

from parley.reading.when_days import NTH, NTHS, ordinal
from parley.reading.when_reference import (
    Reference,
    Rules,
    between,
    case,
    first_day,
    last_day,
    month_of,
    shift,
    shift_month,
)

__all__ = ["PERIOD_RULES", "UNIT_STEPS", "named"]

UNIT_STEPS = {
    "": 0,
    "last": -1,
    "past": -1,
    "previous": -1,
    "preceding": -1,
    "this": 0,
    "the": 0,
    "that": 0,
    "the same": 0,
    "next": 1,
    "coming": 1,
    "following": 1,
}
_WHICH = r"\b(?P<step>last|past|previous|this|next|coming|following)"
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}


def _end_of_unit(match: re.Match[str], ref: Reference) -> str | None:
    """The last day of this, the last or the next week, month or year."""
    value = named(match["unit"], UNIT_STEPS[match["step"] or ""], ref)
    end = last_day(value) if value else None
    return end.isoformat() if end else None


def _rest_of_unit(match: re.Match[str], ref: Reference) -> str | None:
    """From publication to the end of the week, month or year."""
    end = _end_of_unit(match, ref)
    return f"{ref.published.isoformat()}/{end}" if ref.published and end and ref.published.isoformat() < end else end


def _start_of_unit(match: re.Match[str], ref: Reference) -> str | None:
    value = named(match["unit"], UNIT_STEPS[match["step"]], ref)
    start = first_day(value) if value else None
    return start.isoformat() if start else None


def _this_unit(match: re.Match[str], ref: Reference) -> str | None:
    return named(match["unit"], 0, ref)


def _end_of_year(match: re.Match[str], ref: Reference) -> str | None:
    return f"{match['year']}-12-31"


def named(unit: str, step: int, ref: Reference) -> str | None:
    """This, the last or the next week, weekend, fortnight, month, quarter, year or decade."""
    base = ref.now
    if base is None:
        return None
    if unit == "year":
        return f"{base.year + step:04d}"
    if unit == "decade":
        first = base.year - base.year % 10 + 10 * step
        return f"{first:04d}/{first + 9:04d}"
    if unit == "month":
        moved = shift_month(base, step)
        return month_of(moved.year, moved.month)
    if unit == "quarter":
        start = shift_month(base.replace(day=1), 3 * step - (base.month - 1) % 3)
        end = shift_month(start, 2)
        return f"{month_of(start.year, start.month)}/{month_of(end.year, end.month)}"
    if unit == "fortnight":
        return between(shift(base, 1), shift(base, 14)) if step > 0 else between(shift(base, -14), base)
    monday = shift(base, 7 * step - base.weekday())
    return between(shift(monday, 5) if unit == "weekend" else monday, shift(monday, 6))


def _relative(match: re.Match[str], ref: Reference) -> str | None:
    """ "Last week", "next month"; "earlier this week" ends the day before publication."""
    value = named(match["unit"], UNIT_STEPS[match["step"]], ref)
    if value is None or ref.published is None:
        return value
    if match["step"] in ("this", "") and match["unit"] == "week" and not ref.future:
        monday = shift(ref.published, -ref.published.weekday())
        return between(monday, shift(ref.published, -1 if match["early"] and ref.published > monday else 0))
    if match["unit"] == "weekend" and match["step"] == "last" and ref.published.weekday() < 5:
        return named("weekend", -1, ref)
    return f"{value}-01/{month_of(ref.published.year, ref.published.month)}" if match["so_far"] else value


def _weekend(match: re.Match[str], ref: Reference) -> str | None:
    """The last weekend, or the next where the sentence looks ahead."""
    if ref.published is None:
        return None
    return named("weekend", 0 if ref.future or ref.published.weekday() >= 5 else -1, ref)


def _season(match: re.Match[str], ref: Reference) -> str | None:
    """A season of the northern half: the last one that has begun, or the next where the sentence looks ahead."""
    first, last = _SEASONS[match["season"]]
    base = ref.base
    if match["year"]:
        year = int(match["year"])
    elif base is None:
        return None
    elif ref.passage:
        year = ref.nearest_year(first % 12 + 1, 15) or base.year
    else:
        begun = first <= base.month
        year = base.year - (not begun)
        year += ref.future and not (begun and base.month <= last)
        year -= match["step"] == "last" and begun and base.month <= max(last, first)
    return f"{month_of(year, first)}/{month_of(year + (last < first), last)}"


def _part_of_year(match: re.Match[str], ref: Reference) -> str | None:
    """ "The first half of 2025", "the third quarter", "2016 Q3"."""
    years = match["year"] or match["before"]
    year = int(years) if years else ref.now.year if ref.now else None
    half = match["part"] == "half" or (match["letter"] == "h")
    length = 6 if half else 3
    nth = 2 if match["nth"] == "latter" else 12 // length if match["nth"] in ("last", "final") else 0
    nth = nth or int(match["number"] or 0) or ordinal(match["nth"])
    if match["which"] and year:
        year += UNIT_STEPS[match["which"]]
    if year is None or not 0 < length * nth <= 12:
        return None
    first = length * (nth - 1) + 1
    if (
        ref.now
        and not ref.future
        and not (years or match["which"] or match.group().endswith("year"))
        and first > ref.now.month
    ):
        year -= 1
    return f"{month_of(year, first)}/{month_of(year, first + length - 1)}"


def _first_months(match: re.Match[str], ref: Reference) -> str | None:
    words = "two three four five six seven eight nine ten eleven".split()
    return (
        f"{ref.published.year}-01/{month_of(ref.published.year, words.index(match['n']) + 2)}"
        if ref.published
        else None
    )


def _years(match: re.Match[str], ref: Reference) -> str | None:
    first, last = match["first"], match["last"]
    return f"{first}/{first[: 4 - len(last)]}{last}" if first < first[: 4 - len(last)] + last else first


def _decade(match: re.Match[str], ref: Reference) -> str | None:
    """ "The 1970s"; "the '90s" are those of the last century."""
    decade = match["decade"]
    first = int(decade) if len(decade) == 4 else 1900 + int(decade)
    return f"{first}/{first + 9}"


def _century(match: re.Match[str], ref: Reference) -> str | None:
    """A century as ISO 8601 has it: the 19th from 1800 to 1899."""
    first = 100 * (ordinal(match["nth"]) - 1)
    return f"{first:04d}/{first + 99:04d}" if first and not match["before"] else None


def _year(match: re.Match[str], ref: Reference) -> str | None:
    return match["year"]


_UNIT = r"(?P<unit>weekend|week|fortnight|month|quarter|year)"
_UNITS = "weekend week fortnight month quarter year"
_END = r"\bend of "
_YEAR = r"(?P<year>[12]\d{3})"
_QUARTER = (
    rf"\b(?:(?P<before>[12]\d{{3}})[ -])?(?:(?P<nth>{NTHS}|(?:last|final)(?= \\w+ of)|latter)[ -](?P<part>half|quarter)"
    r"|(?P<letter>[qh])(?P<number>[1-4]))\b"
)
PERIOD_RULES: Rules = (
    case("end", rf"{_END}{_YEAR}\b", _end_of_year),
    case("end", rf"{_END}(?P<step>the|this|next|last|the following)? ?{_UNIT}\b", _end_of_unit),
    case("rest remainder", rf"\b(?:rest|remainder) of (?P<step>the|this)? ?{_UNIT}\b", _rest_of_unit),
    case("year month week", r"(?P<step>)\b(?P<unit>year|month|week)(?:'s |-)end\b", _end_of_unit),
    case(
        "earlier later",
        r"(?:(?P<early>\bearlier)|\blater)(?P<so_far>)(?P<step>) in the (?P<unit>week|month|year)\b",
        _relative,
    ),
    case(
        "since from",
        rf"\b(?:since|from) the (?:start|beginning) of (?P<step>the|this|next|last) {_UNIT}\b",
        _start_of_unit,
    ),
    case("out", rf"\bthe {_UNIT} is out\b", _this_unit),
    case(
        "half quarter q h #",
        rf"{_QUARTER}(?:(?:,? (?:of )?|-)(?:{_YEAR}|the year|(?P<which>this|last|next) year))?\b",
        _part_of_year,
    ),
    case(_UNITS, rf"(?P<early>\bearlier )?(?P<so_far>\bso far )?{_WHICH} {_UNIT}\b", _relative),
    case("decade", r"\b(?P<early>)(?P<so_far>)(?P<step>this|next|coming) (?P<unit>decade)\b", _relative),
    case("weekend", r"\bweekend\b", _weekend),
    case(
        " ".join(_SEASONS),
        rf"(?:\b(?P<step>last|next|this|that) )?\b(?P<season>{'|'.join(_SEASONS)})\b(?:,? (?:of )?{_YEAR})?",
        _season,
    ),
    case("first", r"\bthe first (?P<n>two|three|four|five|six|seven|eight|nine|ten|eleven) months\b", _first_months),
    case("#", r"\b(?P<first>[12]\d{3})\s?[-–]\s?(?P<last>\d{4}|\d\d)\b", _years),
    case("#", r"(?<!\d)(?:')?(?P<decade>(?:1[5-9]|20)\d0|[2-9]0) ?'?s\b", _decade),
    case("century", rf"{NTH}[ -]century\b(?P<before> b\.?c)?", _century),
    case("#", r"\b(?P<year>1[5-9]\d\d|20\d\d)\b(?! ?(?:hours|hrs|gmt))", _year),
)
