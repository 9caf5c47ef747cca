"""The days of feasts: those that the calendar settles, and those of the moon where its calendar is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

from parley.reading.when_hijri import LUNAR_FEASTS, stretches
from parley.reading.when_reference import Reference, Rules, case

__all__ = ["FEAST_RULES"]

_DAY = timedelta(days=1)
_FIRST_GREGORIAN = 1583


def _easter(year: int) -> date:
    """Easter Sunday of the western churches, after Gauss."""
    century = year // 100
    golden = year % 19
    moon = (19 * golden + century - century // 4 - (8 * century + 13) // 25 + 15) % 30
    moon -= (moon // 28) * (1 - (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    offset = moon - weekday
    month = 3 + (offset + 40) // 44
    return date(year, month, offset + 28 - 31 * (month // 4))


def _orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, moved from the Julian calendar to ours."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    julian = date(year, (moon + weekday + 114) // 31, (moon + weekday + 114) % 31 + 1)
    return julian + _DAY * (year // 100 - year // 400 - 2)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


_FEASTS: dict[str, Callable[[int], date]] = {
    "orthodox easter": _orthodox_easter,
    "palm sunday": lambda year: _easter(year) - 7 * _DAY,
    "good friday": lambda year: _easter(year) - 2 * _DAY,
    "easter monday": lambda year: _easter(year) + _DAY,
    "easter": _easter,
    "pentecost": lambda year: _easter(year) + 49 * _DAY,
    "christmas eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "new year's eve": _fixed(12, 31),
    "new year eve": _fixed(12, 31),
    "new year": _fixed(1, 1),
    "international workers' day": _fixed(5, 1),
    "may day": _fixed(5, 1),
    "epiphany": _fixed(1, 6),
    "international women's day": _fixed(3, 8),
}


def _days_of(feast: str, years: range) -> list[date]:
    """The feast's days in and around some years, in order; none where its calendar does not say."""
    if feast in LUNAR_FEASTS:
        month, day = LUNAR_FEASTS[feast]
        days = (start for year in years for start, _ in stretches("lunar", year, month, (day, day)))
    elif feast in ("nowruz", "nauroz"):
        days = (start for year in years for start, _ in stretches("solar", year, 1, (1, 1)))
    else:
        days = (_FEASTS[feast](year) for year in years)
    return sorted(set(days))


def _feast(match: re.Match[str], ref: Reference) -> str | None:
    """The last such feast up to publication, or the next one where the sentence looks ahead."""
    feast = match["feast"]
    if match["year"]:
        year = int(match["year"])
        return next((day.isoformat() for day in _days_of(feast, range(year, year + 1)) if day.year == year), None)
    base = ref.base
    if base is None or not _FIRST_GREGORIAN < base.year < MAXYEAR:
        return None
    days = _days_of(feast, range(base.year - 1, base.year + 2))
    ahead, past = [day for day in days if day >= base], [day for day in days if day <= base]
    chosen = ahead[:1] if match["step"] == "next" or (ref.future and match["step"] != "last") else past[-1:]
    return chosen[0].isoformat() if chosen else None


_NAMES = "|".join(sorted([*_FEASTS, *LUNAR_FEASTS, "nowruz", "nauroz"], key=len, reverse=True))


def _early_in_year(match: re.Match[str], ref: Reference) -> str | None:
    """ "In the new year": the January that is coming, or that was last."""
    if ref.published is None:
        return None
    ahead = ref.future or ref.published.month > 6
    return f"{ref.published.year + (ahead and ref.published.month > 1):04d}-01"


FEAST_RULES: Rules = (
    case("new", r"\bin the new year$", _early_in_year),
    case(
        "new",
        r"\b(?!(?:the|islamic|last|next|of|orthodox|this) new|(?:by|before|since|until|for|on|at|in"
        r"|after) new)[a-z]+ new year\b",
        lambda match, ref: None,
    ),
    case(
        "orthodox palm good easter pentecost christmas new international may epiphany eid ashura islamic nowruz nauroz",
        rf"(?:\b(?P<step>last|next) )?\b(?P<feast>{_NAMES})\b(?:'s day"
        rf"| day)?(?: sunday)?(?:,? (?:of )?(?P<year>1[6-9]\d\d|2\d{{3}}))?",
        _feast,
    ),
)
