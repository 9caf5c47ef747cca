"""Where the record has it from: outlets, origins, near-copies, and who belongs to whom."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports.record_filter import Filter
from parley.exports.record_sources import OutletRow, outlet_rows
from parley.record import Copies, Origin, Related
from parley.web.api.answers import One, Some
from parley.web.api.filters import From, Name, To
from parley.web.api.shapes import page_of, shape

__all__ = ["Slant", "room"]

room = APIRouter(tags=["The sources"])


@dataclass(frozen=True, kw_only=True, slots=True)
class Slant(OutletRow):
    """An outlet; `spread` says how many of the claims that it prints are whose words: by the id of a side of talks,
    or "mediators", "others", "unnamed", "voice" (its own)."""

    spread: dict[str, int]


@room.get("/outlets", response_model=page_of(shape(OutletRow)))
def outlets(listing: Some, outlet: Name = None, since: From = None, until: To = None) -> Response:
    """All outlets, those with most reports first."""
    asked = Filter(outlet=outlet, since=since, until=until)
    found = listing.index.outlets if asked == Filter() else outlet_rows(listing.desk, asked)
    return listing.page(found)


@room.get("/outlets/{name:path}", response_model=shape(Slant))
def outlet(asking: One, name: str) -> Response:
    """One outlet, with whom it lets speak."""
    found = asking.index.outlet_named.get(name)
    if found is None:
        raise NotFound(name, "no outlet is called so", "/api/v1/outlets lists them")
    fields = {field: getattr(found, field) for field in OutletRow.__slots__}
    return asking.thing(Slant(**fields, spread=dict(asking.index.voices.spread(name))))


@room.get("/origins", response_model=page_of(shape(Origin)))
def origins(listing: Some) -> Response:
    """All origins, those on which most reports rest first."""
    return listing.page(sorted(listing.desk.record.origins, key=lambda one: (-len(one.reports), one.id)))


@room.get("/origins/{origin_id:path}", response_model=shape(Origin))
def origin(asking: One, origin_id: str) -> Response:
    """One origin, and why these reports are held to have it from there."""
    found = asking.desk.origins.get(origin_id)
    if found is None:
        raise NotFound(origin_id, "no origin has this id", "/api/v1/origins lists them")
    return asking.thing(found)


@room.get("/copies", response_model=page_of(shape(Copies)))
def copies(listing: Some) -> Response:
    """Reports that are near-copies of one text."""
    return listing.page(listing.desk.record.copies)


@room.get("/related", response_model=page_of(shape(Related)))
def related(listing: Some) -> Response:
    """Outlets of one owner or one state."""
    return listing.page(listing.desk.record.related)
