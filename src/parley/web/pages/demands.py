"""All demands, pledges and guarantees: of whom, to whom, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.exports import wording
from parley.exports.record_demands import move_words
from parley.exports.record_desk import as_day
from parley.record import Demand
from parley.web import addresses
from parley.web.filters import FilterForm, Wanted, choices_of, form_of
from parley.web.index import Index, places_of
from parley.web.paging import Paged, paged, shown
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.views import Named, named

__all__ = ["DemandRow", "DemandsPage", "demand_row", "room", "tone_of"]

room = APIRouter()
_GOOD = frozenset(("accepted", "fulfilled", "acknowledged"))
_BAD = frozenset(("rejected", "withheld", "broken"))


@dataclass(frozen=True, slots=True)
class DemandRow:
    """`last` is the last move and `day` its day; `disputes` counts what is told differently of it."""

    kind: str
    url: str
    by: tuple[Named, ...]
    to: tuple[Named, ...]
    content: str
    criteria: tuple[str, ...]
    last: str
    tone: str
    day: str
    moves: int
    told: str
    disputes: int


@dataclass(frozen=True, slots=True)
class DemandsPage:
    """`rows` are empty where the form asks for what cannot be asked."""

    form: FilterForm
    rows: Paged[DemandRow]


def _wanted(index: Index) -> Wanted:
    return Wanted(
        ("talks", "actor", "side", "outlet", "type", "from", "to", "origins"),
        {
            "most": _("those most told of first"),
            "newest": _("the last that moved first"),
            "oldest": _("the first that moved first"),
            "origins": _("most origins first"),
        },
        choices_of(index, index.lists.demands.kinds),
    )


@room.get("/demands")
def demands(request: Request, reader: Reader) -> Response:
    """The list."""
    index: Index = request.app.state.live.index
    form = form_of(request, _wanted(index))
    found = () if form.problems else index.lists.demands.chosen(form.asked, form.order)
    rows = shown(paged(request, found), lambda one: demand_row(one.thing, index))
    return render(request, "demands.html", DemandsPage(form, rows), status=form.status)


def demand_row(demand: Demand, index: Index) -> DemandRow:
    """A row of any list of demands."""
    desk = index.desk
    last = demand.moves[-1] if demand.moves else None
    return DemandRow(
        kind=demand.kind,
        url=addresses.to("demands", demand.id),
        by=tuple(named(one, desk) for one in demand.by),
        to=tuple(named(one, desk) for one in demand.to),
        content=wording.shown(demand.content),
        criteria=demand.criteria,
        last=move_words(last) if last else "",
        tone=tone_of(last.kind) if last else "still",
        day=as_day(last.day) if last else "",
        moves=len(demand.moves),
        told=desk.told_by(tuple(places_of(demand))),
        disputes=len(index.disputes_about.get(demand.id, ())),
    )


def tone_of(move: str) -> str:
    """The class that colours a move; its word stands beside the colour."""
    return "good" if move in _GOOD else "bad" if move in _BAD else "still"
