"""The solar and lunar calendars counted from the Hijra: their days and months as ours.

Solar months are those of Iran and, under the names of the zodiac, of Afghanistan. Lunar months are those of the Umm
al-Qura calendar (1343 to 1500 AH); where the new moon is sighted, a month may begin a day earlier or later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from parley.reading.when_reference import Reference, Rules, between, case, shift

__all__ = ["HIJRI_RULES", "LUNAR_FEASTS"]

_AFGHAN = "hamal sawr|saur jawza saratan asad sunbula mizan aqrab qaws jadi dalwa? hut"
_IRANIAN = "farvardin ordibehesht khordad tir mordad sh?ahrivar mehr aban azar dey bahman esfand"
_LUNAR = (
    "muharram|moharram", "safar", "rabi(?:'? ?(?:al|ul|u'l)?[- ]?awwal| i)",
    "rabi(?:'? ?(?:al|ul|u'l)?[- ]?(?:thani|akhir)| ii)",
    "jumada(?: ?(?:al|ul)?[- ]?(?:awwal|ula)| i)", "jumada(?: ?(?:al|ul)?[- ]?(?:thani|akhir|akhira)| ii)", "rajab",
    "sha'?ban", "rama[dz]h?an", "shawwal", "(?:dhu|zu|zi)[ -]?(?:al|'?l)?[- ]?(?:qi'?d|qa'?d)ah?",
    "(?:dhu|zu|zi)[ -]?(?:al|'?l)?[- ]?hijjah?|zilhajj?",
)  # fmt: skip
_SOLAR_NAMES = [f"{afghan}|{iranian}" for afghan, iranian in zip(_AFGHAN.split(), _IRANIAN.split(), strict=True)]
LUNAR_FEASTS = {"eid al-fitr": (10, 1), "eid al-adha": (12, 10), "ashura": (1, 10), "islamic new year": (1, 1)}
"""Month and day of the feasts that lie on the same lunar day everywhere."""
_AFTER_HIJRA = 579
_LAST_YEAR = 1600
_DAY = (
    r"(?:(?:from |between )?\b(?P<day>\d{1,2})(?:st|nd|rd|th)?(?:\s?(?:[-–]|to|and)\s?(?P<last>\d{1,2})(?:st|nd|rd"
    r"|th)?)? (?:of )?)"
)
_YEAR = r"(?:,? (?:of )?(?P<year>1[0-4]\d\d|(?:19|20)\d\d)\b)?"
_NUMBERED_MONTHS = {
    "solar": tuple(re.compile(names) for names in _SOLAR_NAMES),
    "lunar": tuple(re.compile(names) for names in _LUNAR),
}


def _month(calendar: str, name: str) -> int:
    return next(n for n, names in enumerate(_NUMBERED_MONTHS[calendar], 1) if names.fullmatch(name))


def _ours(calendar: str, year: int, month: int, day: int) -> date | None:
    """The day of our calendar; None where the other has no such day or is not known for the year."""
    # Few reports name such months, and Parley must start quickly: the calendars are loaded when they are asked.
    from hijridate import Hijri
    from persiantools.jdatetime import JalaliDate

    try:
        if calendar == "solar":
            # Its constructor has no types.
            return JalaliDate(year, month, day).to_gregorian() if year <= _LAST_YEAR else None  # type: ignore[no-untyped-call]
        other = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(other.year, other.month, other.day)


def _stretch(calendar: str, year: int, month: int, days: tuple[int, int] | None) -> tuple[date, date] | None:
    """The days of a month, or some of them, in our calendar."""
    if days is None:
        following = _ours(calendar, year + month // 12, month % 12 + 1, 1)
        days = (1, 0) if following else (1, 1)
    start, end = _ours(calendar, year, month, days[0]), None
    if days[1] == 0:
        following = _ours(calendar, year + month // 12, month % 12 + 1, 1)
        end = shift(following, -1) if following else None
    else:
        end = _ours(calendar, year, month, days[1])
    return (start, end) if start and end else None


def _years(calendar: str, of_ours: int) -> range:
    """The years of the other calendar that touch a year of ours."""
    middle = of_ours - 621 if calendar == "solar" else round((of_ours - _AFTER_HIJRA - 43) * 33 / 32)
    return range(middle - 1, middle + 3)


def stretches(calendar: str, of_ours: int, month: int, days: tuple[int, int] | None) -> Iterator[tuple[date, date]]:
    """The month, or some of its days, in and around a year of ours, in order."""
    for year in _years(calendar, of_ours):
        if found := _stretch(calendar, year, month, days):
            yield found


def nearest(found: list[tuple[date, date]], base: date, *, future: bool) -> tuple[date, date] | None:
    """The last stretch that has begun, or the next one where the sentence looks ahead."""
    ahead = [one for one in found if one[1] >= base]
    begun = [one for one in found if one[0] <= base]
    chosen = ahead[:1] if future else begun[-1:]
    return chosen[0] if chosen else None


def _written(found: tuple[date, date] | None) -> str | None:
    if found is None:
        return None
    return found[0].isoformat() if found[0] == found[1] else between(*found)


def _dated(calendar: str, match: re.Match[str], ref: Reference) -> str | None:
    """A day, some days or a month, of the year that is given or the nearest one."""
    month = _month(calendar, match["month"])
    days = (int(match["day"]), int(match["last"] or match["day"])) if match["day"] else None
    year = int(match["year"]) if match["year"] else None
    if year and year < _LAST_YEAR:
        return _written(_stretch(calendar, year, month, days))
    if year:
        found = [one for one in stretches(calendar, year, month, days) if one[0].year == year]
        return _written(found[0] if found else None)
    base = ref.base
    if base is None or not _LAST_YEAR < base.year < 2100:
        return None
    found = list(stretches(calendar, base.year, month, days))
    if days and not ref.past:
        return _written(min(found, key=lambda one: abs((one[0] - base).days), default=None))
    return _written(nearest(found, base, future=ref.future))


def _solar(match: re.Match[str], ref: Reference) -> str | None:
    return _dated("solar", match, ref)


def _lunar(match: re.Match[str], ref: Reference) -> str | None:
    return _dated("lunar", match, ref)


_SOLAR_MONTH = rf"(?P<month>{'|'.join(_SOLAR_NAMES)})\b"
_LUNAR_MONTH = rf"(?P<month>{'|'.join(_LUNAR)})\b"
_SOLAR_WORDS = re.sub(r"[|?]", " ", f"{_AFGHAN} {_IRANIAN} shahrivar sahrivar dalwa dalw")
_LUNAR_WORDS = (
    "muharram moharram safar rabi jumada rajab sha shaban ramadan ramadhan ramazan ramazhan shawwal dhu zu zi zilhaj"
    " zilhajj"
    " zulhijja zulqada zilhijja zulqadah dhul"
)
HIJRI_RULES: Rules = (
    case(_SOLAR_WORDS, rf"{_DAY}{_SOLAR_MONTH}{_YEAR}", _solar),
    case(_SOLAR_WORDS, rf"(?P<day>)(?P<last>){_SOLAR_MONTH},? (?P<year>1[34]\d\d)\b", _solar),
    case(_LUNAR_WORDS, rf"{_DAY}?{_LUNAR_MONTH}{_YEAR}", _lunar),
)
