"""Counts by month as a chart that is drawn on the server, and as the table that says the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

__all__ = ["Bar", "Chart", "Month", "chart_of"]

HIGH, WIDE, BETWEEN = 60.0, 20.0, 8.0
"""Height of the highest column, width of a column, and the gap between two months, in units of the drawing."""
_MOST = 24
"""Months that are drawn: the last."""
_MONTH = re.compile(r"\d{4}-\d{2}")


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle of the drawing; `series` counts from 0."""

    series: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Month:
    """A month with its counts, in the order of the series; `x` is where its name stands."""

    name: str
    counts: tuple[int, ...]
    x: float


@dataclass(frozen=True, slots=True)
class Chart:
    """`top` is the highest count; `width` and `height` are those of the drawing; without months there is none."""

    series: tuple[str, ...]
    months: tuple[Month, ...]
    bars: tuple[Bar, ...]
    top: int
    width: float
    height: float = HIGH


def chart_of(series: Mapping[str, Iterable[str]]) -> Chart:
    """Columns side by side for each month; `series` gives the ISO days of each, of intervals the first counts."""
    counted = [Counter(found[0] for day in days if (found := _MONTH.match(day))) for days in series.values()]
    names = _months({month for each in counted for month in each})
    top = max((each[name] for each in counted for name in names), default=0)
    step = WIDE + BETWEEN
    months = tuple(
        Month(_titled(name), tuple(each[name] for each in counted), round(at * step + step / 2, 1))
        for at, name in enumerate(names)
    )
    bars = tuple(bar for at, month in enumerate(months) for bar in _bars(at * step + BETWEEN / 2, month.counts, top))
    return Chart(tuple(series), months, bars, top, round(len(months) * step, 1))


def _bars(left: float, counts: Sequence[int], top: int) -> Iterator[Bar]:
    width = WIDE / len(counts)
    for number, count in enumerate(counts):
        if count:
            height = max(1.0, round(HIGH * count / top, 1))
            yield Bar(number, round(left + number * width, 1), round(HIGH - height, 1), round(width, 1), height)


def _months(found: set[str]) -> list[str]:
    """From the first to the last, those without anything, too; of more than are drawn the last."""
    if not found:
        return []
    first, last = (12 * int(name[:4]) + int(name[5:]) - 1 for name in (min(found), max(found)))
    return [f"{at // 12:04}-{at % 12 + 1:02}" for at in range(max(first, last - _MOST + 1), last + 1)]


def _titled(name: str) -> str:
    return f"{date.fromisoformat(f'{name}-01'):%b %Y}"
