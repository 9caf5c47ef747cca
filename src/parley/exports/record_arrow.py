"""Whether talks went up or down in the last two weeks: the arrow of docs/rules.md."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from parley.record import BoardRow

__all__ = ["DAYS", "RUNGS", "Arrow", "arrow_of"]

DAYS = 14

RUNGS: Mapping[str, int] = {
    **dict.fromkeys(("ended-no-deal", "cancelled", "refused", "violated"), 0),
    **dict.fromkeys(("stalled",), 1),
    **dict.fromkeys(("proposed", "mediated"), 2),
    **dict.fromkeys(("agreed", "scheduled"), 3),
    **dict.fromkeys(("opened", "continued", "extended", "resumed"), 4),
    **dict.fromkeys(("ended-deal", "ceasefire"), 5),
}
"""How far the sides have come towards each other in each state."""

Way = Literal["up", "down", "level", "none"]


@dataclass(frozen=True, slots=True)
class Arrow:
    """Which way it went between two days; "none" where one of the states is not known."""

    way: Way
    since: date | None = None
    until: date | None = None


def arrow_of(rows: Sequence[BoardRow], last: date | None) -> Arrow:
    """The arrow of one track, whose rows are in order, for the two weeks up to a day: that of the last report."""
    if last is None:
        return Arrow("none")
    since = last - timedelta(days=DAYS)
    then, now = _rung(rows, since), _rung(rows, last)
    if then is None or now is None:
        return Arrow("none", since, last)
    return Arrow("level" if then == now else "up" if now > then else "down", since, last)


def _rung(rows: Sequence[BoardRow], day: date) -> int | None:
    """That of the state which was shown on a day."""
    shown = [row.state for row in rows if row.day <= day]
    return RUNGS.get(shown[-1] or "") if shown else None
