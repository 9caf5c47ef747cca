"""What the map and the network are drawn of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.responses import Response

from parley.web.api.answers import Some
from parley.web.api.filters import Filtered
from parley.web.api.shapes import page_of, shape
from parley.web.kept import once
from parley.web.located import Located, located
from parley.web.ties import By, Tie, told_ties

__all__ = ["Place", "room"]

room = APIRouter(tags=["The talks"])


@dataclass(frozen=True, slots=True)
class Place:
    """A place where incidents lie: its id in the gazetteer, degrees of WGS 84, UCDP's where_prec, and how far from
    there they may have been, in kilometres. `incidents` are ids; `killed` adds up their best figures."""

    id: str
    name: str
    latitude: float
    longitude: float
    precision: int
    country: str | None
    reach: int
    incidents: tuple[str, ...]
    killed: int


@room.get("/places", response_model=page_of(shape(Place)))
def places(listing: Some, asked: Filtered) -> Response:
    """Where incidents lie, the places with most of them first; those whose place is not known are left out."""
    chosen = listing.index.lists.incidents.chosen
    found = once(listing.index, ("places", asked), lambda: located(one.thing for one in chosen(asked, "newest")))
    return listing.page([_place(one) for one in found])


@room.get("/ties", response_model=page_of(shape(Tie)))
def ties(
    listing: Some,
    asked: Filtered,
    by: Annotated[By, Query(description="Between sides, or between single actors.")] = "side",
) -> Response:
    """Who meets, mediates, agrees with, asks, accuses, presses or attacks whom, as it is told; the most told first."""
    return listing.page(told_ties(listing.index, by, asked))


def _place(one: Located) -> Place:
    point = one.point
    return Place(
        id=point.id,
        name=one.name,
        latitude=point.latitude,
        longitude=point.longitude,
        precision=point.precision,
        country=point.country,
        reach=one.reach,
        incidents=tuple(each.id for each in one.incidents),
        killed=one.killed,
    )
