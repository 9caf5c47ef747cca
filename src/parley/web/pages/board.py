"""The board: each talks process as one line that an editor could print, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.exports.record_arrow import Arrow, arrow_of
from parley.exports.record_desk import Desk, as_day
from parley.exports.record_filter import Filter
from parley.exports.record_status import Standing, about_words, rank_words, standings
from parley.record import Evidence, StatusClaim, Talks
from parley.web import addresses
from parley.web.cites import Cite, cites
from parley.web.people import Reader
from parley.web.rendering import render

__all__ = ["BoardPage", "Line", "Process", "board_page", "room"]

room = APIRouter()


@dataclass(frozen=True, slots=True)
class Otherwise:
    """A claim that is not the state shown, in its words."""

    state: str
    denied: bool
    cites: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """The state of one track; `told` counts outlets and origins, `rule` says why it is shown."""

    track: str
    state: str
    tone: str
    since: str
    about: str
    rule: str
    disputed: bool
    reported: str | None
    told: str
    arrow: Arrow
    last_change: str
    rests: tuple[Cite, ...]
    otherwise: tuple[Otherwise, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Process:
    """One process with its tracks; names of those who take part, and between whom."""

    name: str
    url: str
    sides: str
    mediators: str
    rounds: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """`days` are those of the reports."""

    processes: tuple[Process, ...]
    reports: int
    days: str


_TONES = {
    **dict.fromkeys(("ended-no-deal", "violated", "cancelled", "refused"), "bad"),
    **dict.fromkeys(("stalled",), "halt"),
    **dict.fromkeys(("proposed", "mediated"), "still"),
}
_FEW = 2


@room.get("/")
def board(request: Request, reader: Reader) -> Response:
    """The page."""
    return render(request, "board.html", board_page(request.app.state.live.desk))


def board_page(desk: Desk) -> BoardPage:
    """Everything that the board shows."""
    found: dict[str, list[Standing]] = {}
    for one in standings(desk, Filter()):
        found.setdefault(one.talks.id, []).append(one)
    days = sorted(day for head in desk.heads.values() if (day := head.published))
    return BoardPage(
        processes=tuple(_process(tracks, desk) for tracks in found.values()),
        reports=len(desk.heads),
        days=f"{as_day(days[0])} – {as_day(days[-1])}" if days else "",
    )


def _process(tracks: list[Standing], desk: Desk) -> Process:
    talks: Talks = tracks[0].talks
    return Process(
        name=talks.name,
        url=addresses.to("talks", talks.id),
        sides=desk.names(talks.sides),
        mediators=desk.names(talks.mediators),
        rounds=len(talks.rounds),
        lines=tuple(_line(one, desk) for one in tracks),
    )


def _line(one: Standing, desk: Desk) -> Line:
    row = one.row
    rests = tuple(_places(one.rests))
    shown, more = cites(rests, desk, _FEW)
    return Line(
        track=row.track,
        state=row.state or "unknown",
        tone=_TONES.get(row.state or "", "good" if row.state else "still"),
        since=as_day(row.day),
        about=about_words(row.about, one.talks) or "",
        rule=rank_words(row, desk),
        disputed=row.disputed,
        reported=row.reported,
        told=desk.told_by(rests),
        arrow=arrow_of((*one.earlier, row), desk.last_day),
        last_change=_changed(one, desk),
        rests=shown,
        otherwise=tuple(_otherwise(claim, desk) for claim in one.otherwise[:_FEW]),
        more=more + max(0, len(one.otherwise) - _FEW),
    )


def _places(claims: tuple[StatusClaim, ...]) -> Iterator[Evidence]:
    return (place for claim in claims for place in claim.evidence)


def _otherwise(claim: StatusClaim, desk: Desk) -> Otherwise:
    shown, _ = cites(claim.evidence, desk, 1)
    return Otherwise(claim.state, claim.reality == "denied", shown)


def _changed(one: Standing, desk: Desk) -> str:
    """What the state was before, and until when it was shown."""
    if not one.earlier:
        return ""
    before = one.earlier[-1]
    return f"{before.state or 'unknown'} → {one.row.state or 'unknown'}"
