"""One talks process: what was claimed of it over time, who takes part, what is asked and what is disputed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from markupsafe import Markup
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import Response

from parley.errors import NotFound
from parley.record import Talks
from parley.web.datablock import data_block
from parley.web.index import Index
from parley.web.kept import once
from parley.web.paging import Paged, paged
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.standing import Line, line_of, standings_of
from parley.web.timelines import Drawing, Window, drawing_of
from parley.web.timelines.beside import DemandRow, Disputed, Name, Sitting, demand_row, disputed, names_of, sittings
from parley.web.timelines.claims import group_names
from parley.web.timelines.days import Day, Entry, chosen, days, demands_of, entries_of
from parley.web.translation import gettext as _

__all__ = ["TalksPage", "room", "talks_page"]

room = APIRouter()


class Asked(BaseModel):
    """Which days (`from`, `until`) and which lines of the list are asked for, as they were given."""

    model_config = ConfigDict(frozen=True)

    first: str = Field("", alias="from")
    last: str = Field("", alias="until")
    kind: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class TalksPage:
    """`data` is what the script draws, `drawing` the same for the words around it; `entries` are the lines of the list
    in pages, `listed` those of this page by day."""

    id: str
    name: str
    sides: tuple[Name, ...]
    mediators: tuple[Name, ...]
    hosts: tuple[Name, ...]
    lines: tuple[Line, ...]
    drawing: Drawing
    data: Markup
    sittings: tuple[Sitting, ...]
    demands: tuple[DemandRow, ...]
    more_demands: int
    disputes: tuple[Disputed, ...]
    asked: Asked
    groups: tuple[tuple[str, str], ...]
    entries: Paged[Entry]
    listed: tuple[Day, ...]


_DEMANDS = 12


@room.get("/talks/{talks_id:path}")
def talks(request: Request, reader: Reader, talks_id: str, asked: Annotated[Asked, Query()]) -> Response:
    """The page; `from` and `until` choose the days, `kind` and `who` the lines of the list."""
    index: Index = request.app.state.live.index
    found = index.talks.get(talks_id)
    if found is None:
        raise NotFound(talks_id, _("no talks of the record have this id"), _("the board leads to all there are"))
    entries = chosen(
        once(index, ("entries", talks_id), lambda: entries_of(found, index)), _window(asked), asked.kind, asked.who
    )
    return render(request, "talks.html", talks_page(found, index, asked, paged(request, entries)))


def talks_page(one: Talks, index: Index, asked: Asked, entries: Paged[Entry]) -> TalksPage:
    """Everything that the page shows."""
    desk, window = index.desk, _window(asked)
    drawing, data = once(index, ("drawing", one.id, window), lambda: _drawn(one, index, window))
    demands = once(index, ("demands", one.id), lambda: demands_of(one, index))
    return TalksPage(
        id=one.id,
        name=one.name,
        sides=names_of(one.sides, desk),
        mediators=names_of(one.mediators, desk),
        hosts=names_of(one.hosts, desk),
        lines=tuple(line_of(each, desk) for each in standings_of(index) if each.talks.id == one.id),
        drawing=drawing,
        data=data,
        sittings=sittings(one, desk),
        demands=tuple(demand_row(each, desk) for each in demands[:_DEMANDS]),
        more_demands=max(0, len(demands) - _DEMANDS),
        disputes=tuple(disputed(one, demands, index)),
        asked=asked,
        groups=tuple(group_names(one, desk).items()),
        entries=entries,
        listed=tuple(days(entries.items, one, desk)),
    )


def _window(asked: Asked) -> Window:
    return Window(_day(asked.first), _day(asked.last))


def _day(given: str) -> date | None:
    """A day of a form; what is none was not asked for."""
    try:
        return date.fromisoformat(given)
    except ValueError:
        return None


def _drawn(one: Talks, index: Index, window: Window) -> tuple[Drawing, Markup]:
    made = drawing_of(one, index, window)
    return made, data_block(made)
