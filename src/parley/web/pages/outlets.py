"""The outlets: how many origins they rest on, how often each is first with an incident, late, or alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.exports.record_desk import as_days, counted
from parley.exports.record_sources import OutletRow
from parley.web import addresses
from parley.web.index import Index
from parley.web.paging import Paged, paged, shown
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _

__all__ = ["Column", "OutletLine", "OutletsPage", "outlet_line", "room"]

room = APIRouter()
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class OutletLine:
    """`first`, `late` and `alone` count incidents: told on the first day, on a later one, and by nobody else."""

    name: str
    url: str
    what: str
    reports: int
    origins: int
    incidents: int
    first: int
    late: int
    alone: int
    days: str


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column that the list can be ordered by."""

    title: str
    url: str
    here: bool
    number: bool


@dataclass(frozen=True, slots=True)
class OutletsPage:
    """`told` counts all of them and their origins."""

    rows: Paged[OutletLine]
    columns: tuple[Column, ...]
    name: str
    kind: str
    kinds: tuple[str, ...]
    told: str


_ORDERS: dict[str, Callable[[OutletRow], tuple[object, ...]]] = {
    "reports": lambda row: (-len(row.reports),),
    "name": lambda row: (),
    "origins": lambda row: (-row.origins,),
    "incidents": lambda row: (-row.incidents,),
    "first": lambda row: (-row.first,),
    "late": lambda row: (-row.late,),
    "alone": lambda row: (-row.alone,),
}


@room.get("/outlets")
def outlets(request: Request, reader: Reader, name: str = "", kind: str = "", sort: str = "reports") -> Response:
    """The list; `name` is a part of the name."""
    index: Index = request.app.state.live.index
    name, order = name.strip()[:_LONGEST], sort if sort in _ORDERS else "reports"
    kept = (row for row in index.outlets if name.casefold() in row.outlet.casefold() and kind in ("", row.kind))
    found = sorted(kept, key=lambda row: (*_ORDERS[order](row), row.outlet.casefold()))
    page = OutletsPage(
        rows=shown(paged(request, found), outlet_line),
        columns=tuple(_columns(order, {"name": name, "kind": kind})),
        name=name,
        kind=kind,
        kinds=tuple(sorted({row.kind for row in index.outlets if row.kind})),
        told=counted(len(index.outlets), len(set(index.desk.origins))),
    )
    return render(request, "outlets.html", page)


def _columns(here: str, asked: dict[str, str]) -> list[Column]:
    titles = {
        "name": _("Outlet"),
        "reports": _("Reports"),
        "origins": _("Origins"),
        "incidents": _("Incidents"),
        "first": _("First"),
        "late": _("Late"),
        "alone": _("Alone"),
    }
    kept = {key: value for key, value in asked.items() if value}
    return [
        Column(title, f"/outlets?{urlencode({**kept, 'sort': name})}", name == here, name != "name")
        for name, title in titles.items()
    ]


def outlet_line(row: OutletRow) -> OutletLine:
    """A row of the list."""
    return OutletLine(
        name=row.outlet,
        url=addresses.to("outlets", row.outlet),
        what=", ".join(part for part in (row.kind, row.country) if part),
        reports=len(row.reports),
        origins=row.origins,
        incidents=row.incidents,
        first=row.first,
        late=row.late,
        alone=row.alone,
        days=as_days(f"{row.since}/{row.until}") if row.since else _("no date"),
    )
