"""One outlet: its reports and origins, how often it is first, late or alone, and whom it lets speak."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports.record_desk import Desk
from parley.exports.record_sources import OutletRow
from parley.web import addresses
from parley.web.index import Index
from parley.web.pages.outlets import OutletLine, outlet_line
from parley.web.pages.reports import ReportRow, report_row
from parley.web.paging import Paged, paged, shown
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.views import Named
from parley.web.voices import MEDIATORS, OTHERS, UNNAMED, VOICE

__all__ = ["OutletPage", "Share", "outlet_shares", "room"]

room = APIRouter()
_FEW = 10
_SIDES = 6
"""Sides that have a line of their own; all further ones are with the others who are named."""


@dataclass(frozen=True, slots=True)
class Share:
    """Whose words: how many claims here and in percent, beside the percentage of all outlets."""

    whose: Named
    here: int
    percent: float
    percent_of_all: float


@dataclass(frozen=True, slots=True)
class SharedOrigin:
    """An origin that others rest on, too."""

    name: str
    kind: str
    reports: int
    others: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class OutletPage:
    """`related` are outlets of the same owner or state, with that; `claims` counts what the shares are of."""

    line: OutletLine
    shares: tuple[Share, ...]
    claims: int
    related: tuple[tuple[str, tuple[Named, ...]], ...]
    shared: tuple[SharedOrigin, ...]
    own: int
    rows: Paged[ReportRow]


@room.get("/outlets/{name:path}")
def outlet(request: Request, reader: Reader, name: str) -> Response:
    """The page."""
    index: Index = request.app.state.live.index
    row = index.outlet_named.get(name)
    if row is None:
        raise NotFound(name, _("no outlet of the record is called so"), _("the list of outlets shows them all"))
    shared = list(_shared(row, index))
    page = OutletPage(
        line=outlet_line(row),
        shares=outlet_shares(name, index),
        claims=index.voices.spread(name).total(),
        related=tuple(_related(name, index.desk)),
        shared=tuple(shared[:_FEW]),
        own=row.origins - len(shared),
        rows=shown(paged(request, index.reports_of[name][::-1]), lambda one: report_row(index.desk.heads[one], index)),
    )
    return render(request, "outlet.html", page)


def outlet_shares(name: str, index: Index) -> tuple[Share, ...]:
    """How what is claimed in an outlet spreads over whose words it is, beside the spread of all outlets."""
    here, everywhere = index.voices.spread(name), index.voices.spread_of_all
    sides = [one for one, _number in everywhere.most_common() if one not in (MEDIATORS, OTHERS, UNNAMED, VOICE)]
    here, everywhere = (_with_few_sides(each, sides[:_SIDES]) for each in (here, everywhere))
    titles = {
        MEDIATORS: Named(_("mediators and hosts")),
        OTHERS: Named(_("others who are named")),
        UNNAMED: Named(_("sources without a name")),
        VOICE: Named(_("its own voice")),
    }
    titles = {side: Named(index.desk.name(side), addresses.to("actors", side)) for side in sides[:_SIDES]} | titles
    return tuple(
        Share(title, here[whose], _percent(here, whose), _percent(everywhere, whose)) for whose, title in titles.items()
    )


def _with_few_sides(spread: Counter[str], sides: list[str]) -> Counter[str]:
    kept = {*sides, MEDIATORS, OTHERS, UNNAMED, VOICE}
    found: Counter[str] = Counter()
    for whose, number in spread.items():
        found[whose if whose in kept else OTHERS] += number
    return found


def _percent(spread: Counter[str], whose: str) -> float:
    return round(100 * spread[whose] / (spread.total() or 1), 1)


def _related(name: str, desk: Desk) -> Iterator[tuple[str, tuple[Named, ...]]]:
    """Who owns or directs it, and what else of theirs is in the record."""
    for one in desk.record.related:
        others = tuple(Named(other, addresses.to("outlets", other)) for other in one.outlets if other != name)
        if name in one.outlets and (others or one.owner != name):
            yield _owner(one.owner, desk), others


def _owner(owner: str, desk: Desk) -> str:
    """A state by its name."""
    states = (one for one in desk.record.actors.values() if one.kind == "state" and one.country == owner)
    state = next(states, None)
    return desk.name(state.id) if state else owner


def _shared(row: OutletRow, index: Index) -> Iterator[SharedOrigin]:
    """The origins that it rests on together with others, those of most reports first."""
    desk = index.desk
    counts = Counter(index.origin_of[one].id for one in row.reports if one in index.origin_of)
    for id_, number in counts.most_common():
        origin = desk.origins[id_]
        others = sorted({desk.outlet(one) for one in (*origin.reports, *origin.also)} - {row.outlet})
        if others:
            links = tuple(Named(other, addresses.to("outlets", other)) for other in others[:_FEW])
            yield SharedOrigin(origin.name, origin.kind, number, links)
