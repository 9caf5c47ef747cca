"""The same day by day, as a list: what the board shows, who claims what, what happened, what was asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from parley.exports import wording
from parley.exports.record_demands import move_words, parties
from parley.exports.record_desk import Desk, as_day, as_days
from parley.exports.record_incidents import told_of, tolls_words
from parley.exports.record_naming import title_of
from parley.exports.record_status import about_words, rank_words
from parley.record import BoardRow, Demand, Evidence, Incident, StatusClaim, Talks
from parley.web import addresses
from parley.web.cites import Cite, cites
from parley.web.index import Index
from parley.web.states import state_words, tone_of
from parley.web.timelines.claims import group_names
from parley.web.timelines.incidents import incidents_of
from parley.web.timelines.window import Window, day_of, full_days
from parley.web.translation import gettext as _

__all__ = ["KINDS", "Day", "Entry", "Line", "days", "demands_of", "entries_of"]

KINDS = ("board", "claim", "incident", "demand")
"""What stands in the list, in the order of one day."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Something of a day, None where it is not told, not yet in words."""

    day: date | None
    kind: str
    thing: BoardRow | StatusClaim | Incident | Demand
    move: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the list: `what` in a few words, `more` beside it, with the places of the first origins."""

    kind: str
    what: str
    more: str
    tone: str
    url: str | None = None
    cites: tuple[Cite, ...] = ()
    told: str = ""


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its lines."""

    name: str
    lines: tuple[Line, ...]


def demands_of(talks: Talks, index: Index) -> list[Demand]:
    """What belongs to the talks, and whatever one side of them asks of another or promises it; the most moved first."""
    desk, sides = index.desk, frozenset(talks.sides)
    found = {one.id: one for one in index.demands_of.get(talks.id, ())}
    for side in talks.sides:
        found |= {one.id: one for one in index.demands_with.get(side, ()) if _between(one, sides, desk)}
    return sorted(found.values(), key=lambda one: (-len(one.moves), one.id))


def _between(demand: Demand, sides: frozenset[str], desk: Desk) -> bool:
    by, to = ({desk.side(one) for one in those} & sides for those in (demand.by, demand.to))
    return bool(by and to) and len(by | to) > 1


def entries_of(talks: Talks, index: Index) -> list[Entry]:
    """All of it, the last day first and what is of no day at the end."""
    found = [
        *(Entry(row.day, "board", row) for row in index.board.get(talks.id, ())),
        *(Entry(day_of(claim), "claim", claim) for claim in index.claims.get(talks.id, ())),
        *(Entry(_first(one), "incident", one) for one in incidents_of(talks, index)),
        *(
            Entry(move.day, "demand", one, number)
            for one in demands_of(talks, index)
            for number, move in enumerate(one.moves)
        ),
    ]
    return sorted(found, key=lambda one: (-(one.day or date.min).toordinal(), KINDS.index(one.kind)))


def _first(incident: Incident) -> date | None:
    days = full_days(incident.when)
    return days[0] if days else None


def chosen(found: Sequence[Entry], window: Window, kind: str, who: str) -> list[Entry]:
    """Those of some days, of one of `KINDS` and, of claims, of one rank; "" asks for all."""
    return [one for one in found if window.holds(one.day) and kind in ("", one.kind) and (not who or _rank(one) == who)]


def _rank(entry: Entry) -> str:
    return entry.thing.rank if isinstance(entry.thing, StatusClaim) else ""


def days(entries: Sequence[Entry], talks: Talks, desk: Desk) -> Iterator[Day]:
    """The entries in words."""
    for day, group in groupby(entries, key=lambda one: one.day):
        yield Day(as_day(day) if day else _("no day told"), tuple(_line(one, talks, desk) for one in group))


def _line(entry: Entry, talks: Talks, desk: Desk) -> Line:
    match entry.thing:
        case BoardRow() as row:
            return _row(row, talks, desk)
        case StatusClaim() as claim:
            return _claim(claim, talks, desk)
        case Incident() as incident:
            return _incident(incident, desk)
        case demand:
            return _move(demand, entry.move, desk)


def _row(row: BoardRow, talks: Talks, desk: Desk) -> Line:
    more = " · ".join(part for part in (about_words(row.about, talks), rank_words(row, desk)) if part)
    return Line("board", f"{row.track} → {state_words(row.state)}", more, tone_of(row.state))


def _claim(claim: StatusClaim, talks: Talks, desk: Desk) -> Line:
    doubt = "" if claim.reality == "actual" else f", {claim.reality}"
    back = f"{_('said of')} {as_days(claim.as_of)}" if claim.as_of else ""
    more = " · ".join(part for part in (group_names(talks, desk).get(claim.rank, ""), back) if part)
    what = f"{claim.track}: {state_words(claim.state)}{doubt}"
    return _told(Line("claim", what, more, tone_of(claim.state)), claim.evidence, desk)


def _incident(incident: Incident, desk: Desk) -> Line:
    more = " · ".join(part for part in (tolls_words(incident.tolls), as_days(incident.when)) if part)
    url = addresses.to("incidents", incident.id)
    return _told(Line("incident", title_of(incident.id, desk), more, "bad", url), told_of(incident), desk)


def _move(demand: Demand, number: int, desk: Desk) -> Line:
    move = demand.moves[number]
    what = f"{demand.kind} {move_words(move)}: “{wording.shown(demand.content)}”"
    line = Line("demand", what, parties(demand, desk), "still", addresses.to("demands", demand.id))
    return _told(line, move.evidence, desk)


def _told(line: Line, evidence: Sequence[Evidence], desk: Desk) -> Line:
    """With the words of the first origin, and how many there are where it is not alone."""
    shown, others = cites(evidence, desk, 1)
    return replace(line, cites=shown, told=desk.told_by(evidence) if others else "")
