"""The claims of talks as marks: on which day, how far along, whose, and whether they are agreed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from parley.exports.record_arrow import RUNGS
from parley.exports.record_desk import Desk
from parley.record import BoardRow, StatusClaim, Talks
from parley.web.timelines.window import day_of, full_days
from parley.web.translation import gettext as _

__all__ = ["ACTS", "ClaimMark", "Point", "Standings", "Style", "group_names", "marks_of", "merged", "tracks_of"]

Style = Literal["agreed", "planned", "disputed", "denied"]
ACTS = frozenset(("proposed", "mediated"))
"""What somebody did, not a state in which talks are: nothing can stand against it."""
_PLANS = frozenset(("planned", "requested", "hypothetical"))


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """A claim where it is drawn. `group` is its rank; `claim` is the first of those that it stands for, of which there
    are `count` within `span` days from `day` on."""

    day: date
    track: str
    state: str
    rung: int
    group: str
    style: Style
    claim: StatusClaim
    count: int = 1
    span: int = 1


@dataclass(frozen=True, slots=True)
class Point:
    """The last word of a group on a day, which holds until its next."""

    day: date
    rung: int
    style: Style


def group_names(talks: Talks, desk: Desk) -> dict[str, str]:
    """Who claims: mediators, both sides, each side, others, the outlets; what stands in `StatusClaim.rank`."""
    return {
        "mediator": _("mediators"),
        "both": _("both sides together"),
        **{side: desk.name(side) for side in talks.sides},
        "source": _("other and unnamed sources"),
        "report": _("outlets themselves"),
    }


class Standings:
    """The rows of the board for one track, to be asked what stands on a day."""

    def __init__(self, rows: Iterable[BoardRow], claims: Sequence[StatusClaim]) -> None:
        """`claims` are those of the record, which rows count."""
        self._rows = sorted(rows, key=lambda row: row.day)
        self._days = [row.day for row in self._rows]
        self._against = {id(claims[number]) for row in self._rows for number in row.against}

    def style(self, claim: StatusClaim, day: date) -> Style:
        """How a claim is drawn: agreed where a row that stands that day, undisputed, is as far along, or where none
        stands."""
        if claim.reality == "denied":
            return "denied"
        if claim.reality in _PLANS:
            return "planned"
        if claim.reality != "actual" or id(claim) in self._against:
            return "disputed"
        shown = self._on(day)
        if not shown or claim.state in ACTS:
            return "agreed"
        like = [row for row in shown if RUNGS.get(row.state or "") == RUNGS.get(claim.state)]
        return "agreed" if any(not row.disputed for row in like) else "disputed"

    def _on(self, day: date) -> Sequence[BoardRow]:
        """That in which the day begins, and those of the day itself."""
        first, after = bisect_left(self._days, day), bisect_right(self._days, day)
        return self._rows[max(0, first - 1) : after]


def marks_of(claims: Iterable[StatusClaim], rows: Sequence[BoardRow], desk: Desk) -> list[ClaimMark]:
    """A mark for every claim that is of a day, in the order of the days."""
    standing = {
        track: Standings((row for row in rows if row.track == track), desk.record.claims)
        for track in ("talks", "truce")
    }
    found = [
        ClaimMark(
            day=day,
            track=claim.track,
            state=claim.state,
            rung=RUNGS[claim.state],
            group=claim.rank,
            style=standing[claim.track].style(claim, day),
            claim=claim,
        )
        for claim in claims
        if (day := day_of(claim)) and claim.state in RUNGS
    ]
    return sorted(found, key=lambda mark: mark.day)


def tracks_of(marks: Iterable[ClaimMark]) -> dict[tuple[str, str], list[Point]]:
    """By track and group the state that it last named on each day; what is denied, looks back or is no state is not."""
    found: dict[tuple[str, str], dict[date, Point]] = {}
    for mark in marks:
        if mark.style != "denied" and mark.state not in ACTS and not full_days(mark.claim.as_of):
            days = found.setdefault((mark.track, mark.group), {})
            days[mark.day] = Point(mark.day, mark.rung, mark.style)
    return {key: list(days.values()) for key, days in found.items()}


def merged(marks: Sequence[ClaimMark], most: int) -> Sequence[ClaimMark]:
    """The marks, or where there are more than that, those of one kind in a day, a week, a month … as one."""
    found = marks
    for period in _PERIODS:
        if len(found) <= most:
            break
        found = list(_by(period, marks))
    return found


_PERIODS = ("day", "week", "month", "year")
_Period = Literal["day", "week", "month", "year"]


def _by(period: str, marks: Sequence[ClaimMark]) -> Iterator[ClaimMark]:
    keys = [(_begin(period, mark.day), mark.track, mark.rung, mark.group, mark.style) for mark in marks]
    first = dict(zip(reversed(keys), reversed(marks), strict=True))
    many = Counter(keys)
    for key in sorted(first):
        begin, track, rung, group, style = key
        one = first[key]
        yield ClaimMark(begin, track, one.state, rung, group, style, one.claim, many[key], _long(period, begin))


def _begin(period: str, day: date) -> date:
    if period == "week":
        return day - timedelta(days=day.weekday())
    if period == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if period == "year" else day


def _long(period: str, begin: date) -> int:
    """Days of a period that begins so."""
    return {"day": 1, "week": 7, "month": 31, "year": 366}[period]
