"""The days of feasts that the Gregorian calendar settles; those of the moon stay unknown."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import MAXYEAR, date, timedelta

from parley.reading.when_reference import Reference, Rules

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


_FEASTS: dict[str, Callable[[int], date]] = {
    "orthodox easter": _orthodox_easter,
    "palm sunday": lambda year: _easter(year) - 7 * _DAY,
    "good friday": lambda year: _easter(year) - 2 * _DAY,
    "easter monday": lambda year: _easter(year) + _DAY,
    "easter": _easter,
    "christmas eve": lambda year: date(year, 12, 24),
    "christmas": lambda year: date(year, 12, 25),
    "new year's eve": lambda year: date(year, 12, 31),
    "new year": lambda year: date(year, 1, 1),
}


def _feast(match: re.Match[str], ref: Reference) -> str | None:
    """The last such feast up to publication, or the next one where the sentence looks ahead."""
    of_year = _FEASTS[match["feast"]]
    if match["year"]:
        return of_year(int(match["year"])).isoformat()
    base = ref.published
    if base is None or not _FIRST_GREGORIAN < base.year < MAXYEAR:
        return None
    days = [of_year(year) for year in (base.year - 1, base.year, base.year + 1)]
    ahead = [day for day in days if day >= base]
    return (ahead[0] if ref.future else [day for day in days if day <= base][-1]).isoformat()


FEAST_RULES: Rules = (
    (re.compile(r"\b(?:chinese|lunar|jewish|islamic) new year\b"), lambda match, ref: None),
    (
        re.compile(rf"\b(?P<feast>{'|'.join(_FEASTS)})\b(?:'s day| day)?(?:,? (?:of )?(?P<year>1[6-9]\d\d|2\d{{3}}))?"),
        _feast,
    ),
)
