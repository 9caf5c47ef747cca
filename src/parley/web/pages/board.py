"""The board: each talks process as one line that an editor could print, and what is new."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from parley.exports.record_desk import Desk, as_day
from parley.exports.record_status import Standing
from parley.web import addresses
from parley.web.index import Index
from parley.web.pages.changes import VISIT, days_back
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.standing import Line, line_of, standings_of

__all__ = ["BoardPage", "Process", "board_page", "room"]

room = APIRouter()


@dataclass(frozen=True, slots=True)
class Process:
    """One process with its tracks; names of those who take part, and between whom."""

    id: str
    name: str
    url: str
    sides: str
    mediators: str
    rounds: int
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """`days` are those of the reports; `silent` are talks of which no state is known, with their addresses; `since` is
    from when on changes are asked for, `back` are days that may be."""

    processes: tuple[Process, ...]
    silent: tuple[tuple[str, str], ...]
    reports: int
    days: str
    since: str
    back: tuple[tuple[str, str], ...]


@room.get("/")
def board(request: Request, reader: Reader, since: Annotated[str, Query(max_length=40)] = VISIT) -> Response:
    """The page; `since` is the day from which on something is new."""
    return render(request, "board.html", board_page(request.app.state.live.index, since))


def board_page(index: Index, since: str = VISIT) -> BoardPage:
    """Everything that the board shows."""
    desk = index.desk
    found: dict[str, list[Standing]] = {}
    for one in standings_of(index):
        found.setdefault(one.talks.id, []).append(one)
    silent = (one for one in desk.record.talks if one.id not in found)
    days = sorted(day for head in desk.heads.values() if (day := head.published))
    return BoardPage(
        processes=tuple(_process(tracks, desk) for tracks in found.values()),
        silent=tuple((one.name, addresses.to("talks", one.id)) for one in silent),
        reports=len(desk.heads),
        days=f"{as_day(days[0])} – {as_day(days[-1])}" if days else "",
        since=since,
        back=days_back(desk),
    )


def _process(tracks: list[Standing], desk: Desk) -> Process:
    talks = tracks[0].talks
    return Process(
        id=talks.id,
        name=talks.name,
        url=addresses.to("talks", talks.id),
        sides=desk.names(talks.sides),
        mediators=desk.names(talks.mediators),
        rounds=len(talks.rounds),
        lines=tuple(line_of(one, desk) for one in tracks),
    )
