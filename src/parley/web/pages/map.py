"""The map: where incidents lie, and how precisely that is told."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.exports.record_desk import as_days
from parley.exports.record_incidents import told_of, what_words
from parley.record import Incident
from parley.web import addresses
from parley.web.filters import FilterForm, Wanted, choices_of, form_of
from parley.web.index import Index
from parley.web.kept import once
from parley.web.located import Located, located
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _

__all__ = ["MapPage", "Place", "Spot", "room"]

room = APIRouter()
_FEW = 8
"""Incidents of one place that are named; the list has all."""
_MOST = 500
"""Places that are drawn, those with most incidents first."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One incident of a place."""

    what: str
    when: str
    url: str
    told: str


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the list below the map; `precision` is how exactly it is told, in words."""

    id: str
    name: str
    precision: str
    number: int
    killed: int
    happened: tuple[Happened, ...]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place as it is drawn: degrees of WGS 84, `reach` in kilometres, `killed` by the best figures."""

    id: str
    name: str
    latitude: float
    longitude: float
    reach: int
    precision: int
    number: int
    killed: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the script draws."""

    spots: tuple[Spot, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """Some incidents on the map and in the list below it; `unplaced` are those whose place nobody tells or the
    gazetteer does not know, `left_out` counts places."""

    drawing: Drawing = Drawing()
    places: tuple[Place, ...] = ()
    unplaced: int = 0
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class MapPage:
    """The form and what it asks for."""

    form: FilterForm
    drawing: Drawing
    places: tuple[Place, ...]
    unplaced: int
    left_out: int


@room.get("/map")
def show(request: Request, reader: Reader) -> Response:
    """The map and, for those who cannot see it, its list."""
    index: Index = request.app.state.live.index
    form = form_of(request, _wanted(index))
    shown = once(index, f"map of {form.asked}", lambda: _shown(form, index)) if not form.problems else Shown()
    page = MapPage(form, shown.drawing, shown.places, shown.unplaced, shown.left_out)
    return render(request, "map.html", page, status=form.status)


def _wanted(index: Index) -> Wanted:
    orders = {"newest": _("the newest first")}
    return Wanted(
        ("actor", "side", "type", "from", "to", "origins"), orders, choices_of(index, index.lists.incidents.kinds)
    )


def _shown(form: FilterForm, index: Index) -> Shown:
    """What the incidents that are asked for come to."""
    incidents = [one.thing for one in index.lists.incidents.chosen(form.asked, form.order)]
    gathered = located(incidents)
    drawn = gathered[:_MOST]
    return Shown(
        drawing=Drawing(tuple(map(_spot, drawn))),
        places=tuple(_place(one, index) for one in drawn),
        unplaced=sum(one.point is None for one in incidents),
        left_out=len(gathered) - len(drawn),
    )


def _spot(one: Located) -> Spot:
    return Spot(
        id=_anchor(one),
        name=one.name,
        latitude=round(one.point.latitude, 3),
        longitude=round(one.point.longitude, 3),
        reach=one.reach,
        precision=one.point.precision,
        number=len(one.incidents),
        killed=one.killed,
    )


def _place(one: Located, index: Index) -> Place:
    return Place(
        id=_anchor(one),
        name=one.name,
        precision=_precision(one.point.precision),
        number=len(one.incidents),
        killed=one.killed,
        happened=tuple(_happened(each, index) for each in one.incidents[:_FEW]),
    )


def _happened(one: Incident, index: Index) -> Happened:
    when = as_days(one.when) if one.when else _("no day told")
    return Happened(what_words(one), when, addresses.to("incidents", one.id), index.desk.told_by(told_of(one)))


def _anchor(one: Located) -> str:
    return f"place-{one.point.id}"


def _precision(precision: int) -> str:
    """UCDP's where_prec in words."""
    return {
        1: _("the place itself"),
        2: _("within 25 km of it"),
        3: _("somewhere in the district"),
        4: _("somewhere in the province"),
        5: _("somewhere along it"),
        6: _("somewhere in the country"),
    }.get(precision, _("at sea or in the air"))
