"""Incidents, demands, disputes and actors."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from fastapi import APIRouter
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports.record_actors import claimed, reports_of
from parley.exports.record_desk import Desk
from parley.exports.record_filter import Filter
from parley.exports.record_json import Json, to_json
from parley.record import Canon, Demand, Dispute, Incident
from parley.web.api.answers import Listing, One, Some
from parley.web.api.filters import Filtered, Order
from parley.web.api.shapes import page_of, shape
from parley.web.lists import Listing as Things

__all__ = ["Speaker", "room"]

room = APIRouter(tags=["What happened, and who says so"])
T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Speaker(Canon):
    """One actor of the record; `side` is the id of the one at the end of those they act for, `reports` counts those
    that name them, `claims` the places where they say something."""

    side: str
    reports: int
    claims: int


@room.get("/incidents", response_model=page_of(shape(Incident)))
def incidents(listing: Some, asked: Filtered, sort: Order = "newest") -> Response:
    """All incidents, without the grounds (`links`, `maybe`), which each has at its own address.

    `most` puts those with most killed first."""
    return _page(listing, listing.index.lists.incidents, asked, sort, _without_grounds)


@room.get("/incidents/{incident_id:path}", response_model=shape(Incident))
def incident(asking: One, incident_id: str) -> Response:
    """One incident with every version of every slot, and why its events are held to be one."""
    return asking.thing(_known(asking.desk.incidents, incident_id, "incident"))


@room.get("/demands", response_model=page_of(shape(Demand)))
def demands(listing: Some, asked: Filtered, sort: Order = "most") -> Response:
    """All demands, pledges and guarantees with their moves; `most` puts those with most moves first."""
    return _page(listing, listing.index.lists.demands, asked, sort)


@room.get("/demands/{demand_id:path}", response_model=shape(Demand))
def demand(asking: One, demand_id: str) -> Response:
    """One demand, pledge or guarantee."""
    return asking.thing(_known(asking.desk.demands, demand_id, "demand"))


@room.get("/disputes", response_model=page_of(shape(Dispute)))
def disputes(listing: Some, asked: Filtered, sort: Order = "most") -> Response:
    """What is told differently, and by whom; `most` puts conflicts and those with most values first."""
    return _page(listing, listing.index.lists.disputes, asked, sort)


@room.get("/disputes/{dispute_id:path}", response_model=shape(Dispute))
def dispute(asking: One, dispute_id: str) -> Response:
    """One dispute with its rival values."""
    return asking.thing(_known(asking.desk.disputes, dispute_id, "dispute"))


@room.get("/actors", response_model=page_of(shape(Speaker)))
def actors(listing: Some, asked: Filtered, sort: Order = "most") -> Response:
    """Who takes part; `most` puts those whom most reports name first, `origins` those who say most."""
    listed = listing.index.lists.actors.chosen(replace(asked, outlet=None, origins=1), sort)
    found = [one.thing for one in listed if _told_by(one.thing, asked.outlet, listing.desk)]
    said = claimed(listing.desk.record) if found else {}
    return listing.page(found, lambda one: _actor(one, said, listing.desk))


@room.get("/actors/{actor_id:path}", response_model=shape(Speaker))
def actor(asking: One, actor_id: str) -> Response:
    """One actor."""
    found = _known(asking.desk.record.actors, actor_id, "actor")
    return asking.answer(lambda: _actor(found, claimed(asking.desk.record), asking.desk))


def _page(
    listing: Listing, things: Things[T], asked: Filter, sort: str, shown: Callable[[T], T] = lambda one: one
) -> Response:
    return listing.page(things.chosen(asked, sort), lambda one: to_json(shown(one.thing), listing.desk))


def _without_grounds(one: Incident) -> Incident:
    return replace(one, links=(), maybe=())


def _known(things: Mapping[str, T], id_: str, kind: str) -> T:
    found = things.get(id_)
    if found is None:
        raise NotFound(id_, f"no {kind} has this id", f"/api/v1/{kind}s lists them")
    return found


def _actor(one: Canon, said: Mapping[str, int], desk: Desk) -> Json:
    shown = to_json(one, desk)
    assert isinstance(shown, dict)
    return shown | {"side": desk.side(one.id), "reports": len(reports_of(one)), "claims": said.get(one.id, 0)}


def _told_by(one: Canon, outlet: str | None, desk: Desk) -> bool:
    return outlet is None or any(outlet.casefold() in desk.outlet(name).casefold() for name in reports_of(one))
