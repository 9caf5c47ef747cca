"""All reports, the last first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from parley.exports import wording
from parley.exports.record_desk import as_day
from parley.record import Report
from parley.web import addresses
from parley.web.index import Index
from parley.web.paging import Paged, paged
from parley.web.people import Reader
from parley.web.rendering import render

__all__ = ["ReportRow", "ReportsPage", "room"]

room = APIRouter()


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report: what it is called, of whom and when, on which origin it rests, how much of the record it tells."""

    title: str
    url: str
    outlet: str
    outlet_url: str
    day: str
    origin: str
    copies: int
    incidents: int
    demands: int


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """`outlet` is what was asked for; `outlets` are all, to choose from."""

    rows: Paged[ReportRow]
    outlet: str
    outlets: tuple[str, ...]


@room.get("/reports")
def reports(request: Request, reader: Reader, outlet: Annotated[str, Query()] = "") -> Response:
    """The list, or that of one outlet."""
    index: Index = request.app.state.live.index
    heads = index.desk.heads
    chosen = index.reports_of.get(outlet, ()) if outlet else heads
    ordered = sorted(chosen, key=lambda name: (str(heads[name].published or ""), name), reverse=True)
    some = paged(request, ordered)
    rows = Paged(
        tuple(report_row(heads[name], index) for name in some.items),
        some.total,
        some.first,
        some.last,
        some.before,
        some.after,
    )
    outlets = tuple(sorted(index.reports_of, key=str.casefold))
    return render(request, "reports.html", ReportsPage(rows, outlet, outlets))


def report_row(head: Report, index: Index) -> ReportRow:
    """A row of any list of reports."""
    origin, copies = index.origin_of.get(head.id), index.copies_of.get(head.id)
    outlet = index.desk.outlet(head.id)
    return ReportRow(
        title=wording.shown(head.title) if head.title else head.id,
        url=addresses.to("reports", head.id),
        outlet=outlet,
        outlet_url=addresses.to("outlets", outlet),
        day=as_day(head.published),
        origin=f"{origin.name} · {origin.kind}" if origin else "",
        copies=len(copies.reports) - 1 if copies else 0,
        incidents=len(index.incidents_in.get(head.id, ())),
        demands=len(index.demands_in.get(head.id, ())),
    )
