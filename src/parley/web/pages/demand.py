"""One demand, pledge or guarantee: in whose words, and what became of it by whose account."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports import wording
from parley.exports.record_demands import judges, move_words
from parley.exports.record_desk import Desk, as_day
from parley.record import Demand, Move
from parley.web import addresses
from parley.web.cites import Cite, cites
from parley.web.index import Index, places_of
from parley.web.linked import Links, links_of, places_at
from parley.web.pages.demands import tone_of
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.views import DisputeRow, Judged, Named, dispute_row, judged, led_on, named, named_by

__all__ = ["DemandPage", "MoveView", "demand_page", "room"]

room = APIRouter()


@dataclass(frozen=True, slots=True)
class MoveView:
    """A move: `speakers` are those who tell it, `judged` the person who says so where no report does."""

    day: str
    move: str
    tone: str
    speakers: str
    judged: str
    told: str
    criteria: tuple[str, ...]
    cites: tuple[Cite, ...]
    more: int


@dataclass(frozen=True, slots=True)
class DemandPage:
    """`degree` is how far it was fulfilled as the last who says so tells it, "" where nobody does."""

    id: str
    kind: str
    content: str
    by: tuple[Named, ...]
    to: tuple[Named, ...]
    criteria: tuple[str, ...]
    talks: Named | None
    told: str
    moves: tuple[MoveView, ...]
    degree: str
    links: Links
    disputes: tuple[DisputeRow, ...]
    history: tuple[Judged, ...]


@room.get("/demands/{demand_id:path}")
def demand(request: Request, reader: Reader, demand_id: str) -> Response:
    """The page; of a demand that is part of another one now, that of the other."""
    index: Index = request.app.state.live.index
    found = index.desk.demands.get(demand_id)
    if found is None:
        now = index.demand_of.get(named_by(demand_id))
        missing = NotFound(demand_id, _("no demand of the record has this id"), _("the list of demands shows them all"))
        return led_on("demands", now.id if now else None, missing)
    return render(request, "demand.html", demand_page(found, index))


def demand_page(one: Demand, index: Index) -> DemandPage:
    """Everything that the page shows."""
    desk = index.desk
    talks = index.talks.get(one.talks) if one.talks else None
    degrees = [move_words(move) for move in one.moves if move.degree is not None]
    return DemandPage(
        id=one.id,
        kind=one.kind,
        content=wording.shown(one.content),
        by=tuple(named(each, desk) for each in one.by),
        to=tuple(named(each, desk) for each in one.to),
        criteria=one.criteria,
        talks=Named(talks.name, addresses.to("talks", talks.id)) if talks else None,
        told=desk.told_by(tuple(places_of(one))),
        moves=tuple(_move(move, desk) for move in one.moves),
        degree=degrees[-1] if degrees else "",
        links=links_of(one.links, places_at(places_of(one)), index),
        disputes=tuple(dispute_row(each, desk) for each in index.disputes_about.get(one.id, ())),
        history=judged((one.id,), index),
    )


def _move(move: Move, desk: Desk) -> MoveView:
    shown, more = cites(move.evidence, desk, 1)
    return MoveView(
        day=as_day(move.day),
        move=move_words(move),
        tone=tone_of(move.kind),
        speakers=desk.speakers(move.evidence),
        judged=wording.shown(judges(move)),
        told=desk.told_by(move.evidence) if move.evidence else "",
        criteria=move.criteria,
        cites=shown,
        more=more,
    )
