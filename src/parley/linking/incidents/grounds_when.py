"""Whether two accounts may be of one day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from parley.linking.days import Days, apart, length
from parley.linking.incidents.accounts import Account
from parley.linking.incidents.grounds_base import Ground

__all__ = ["LASTING", "days", "times"]

LASTING = frozenset(("SANCTION",))
"""Types of what is told as news for as long as it lasts: a closed border, an embargo."""
CACHED = 1 << 16
"""So many answers of a kind are remembered."""
BRIEF = 4
"""So many days at most, and a stretch is the time of one happening rather than a period."""
LATER = ((1, "next news"), (4, "just told"), (10, "told later"), (31, "told much later"))
NEWS = ((1, "one day's news"), (4, "one week's news"), (14, "weeks between"))


def days(a: Account, b: Account) -> Ground:
    """The days told; where one tells none, how long after the other's day it was published."""
    if a.days and b.days:
        return _told(a.days, b.days)
    if not a.types.isdisjoint(b.types) and a.types & b.types & LASTING:
        return Ground("days", "state that lasts")
    if a.days or b.days:
        dated, other = (a, b) if a.days else (b, a)
        return _one_told(dated.days, other.published)
    return _none_told(a.published, b.published)


def times(a: Account, b: Account) -> Ground:
    """The words of times that no calendar resolves."""
    if not a.times or not b.times:
        return _NO_TIMES
    shared = a.times & b.times
    return Ground("times", "same words" if shared else "other words", shared)


_NO_TIMES = Ground("times", "")


@lru_cache(CACHED)
def _told(mine: frozenset[Days], theirs: frozenset[Days]) -> Ground:
    gap, one, other = min((apart(one, other), one, other) for one in mine for other in theirs)
    detail = (one, other)
    brief = [length(each) <= BRIEF for each in detail]
    if gap == 0:
        if one == other:
            return Ground("days", "same", one)
        return Ground("days", "overlap" if brief[0] == brief[1] else "day in a period", detail)
    if gap == 1:
        return Ground("days", "next day", detail)
    return Ground("days", "days apart" if gap <= BRIEF else "far apart", detail)


@lru_cache(CACHED)
def _one_told(dated: frozenset[Days], published: date | None) -> Ground:
    """The nearest day told, before the day of publication of the account that tells none."""
    if published is None:
        return Ground("days", "")
    gap, told = min((abs((published - one[1]).days), one) for one in dated)
    later = (published - told[0]).days
    if length(told) > BRIEF:
        return Ground("days", "in a period" if told[0] <= published else "days before", told)
    level = "days before" if later < 0 else next((name for most, name in LATER if gap <= most), "told long after")
    return Ground("days", level, (told, published))


@lru_cache(CACHED)
def _none_told(mine: date | None, theirs: date | None) -> Ground:
    if mine is None or theirs is None:
        return Ground("days", "")
    gap = abs((mine - theirs).days)
    return Ground("days", next((name for most, name in NEWS if gap <= most), "not one month's news"), f"{gap} days")
