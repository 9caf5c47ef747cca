"""One incident: every version of every slot, how many by which rule, and why these events are held to be one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports.record_desk import Desk, as_days
from parley.exports.record_incidents import told_of
from parley.exports.record_naming import title_of
from parley.record import Evidence, Incident, Ref, Toll
from parley.web import addresses
from parley.web.index import Index
from parley.web.linked import MOST, Links, LinkView, Telling, link_view, links_of, places_at, telling
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.views import (
    DisputeRow,
    Judged,
    Named,
    VersionView,
    dispute_row,
    judged,
    led_on,
    named,
    named_by,
    slot_words,
    version_view,
)

__all__ = ["IncidentPage", "incident_page", "room"]

room = APIRouter()
_MANY, _QUOTED = 4, 1
"""Of so many versions at most the words of one place stand open; of more all are folded."""
_WIDE = 100.0


@dataclass(frozen=True, slots=True)
class TollRow:
    """How many of whom; `from_`, `at` and `to` are where low, best and high lie on a line from 0 to 100."""

    what: str
    whose: str
    low: str
    best: str
    high: str
    rule: str
    from_: float
    at: float
    to: float


@dataclass(frozen=True, slots=True)
class SlotView:
    """All that is told of one slot."""

    title: str
    versions: tuple[VersionView, ...]


@dataclass(frozen=True, slots=True)
class MaybeView:
    """Another incident that may be the same, and the likeliest link to it."""

    id: str
    other: Named
    link: LinkView


@dataclass(frozen=True, slots=True)
class IncidentPage:
    """`tolls` are all victims together, then those of each side."""

    id: str
    title: str
    kind: str
    when: str
    place: str
    told: str
    sides: tuple[Named, ...]
    tolls: tuple[TollRow, ...]
    slots: tuple[SlotView, ...]
    disputes: tuple[DisputeRow, ...]
    maybe: tuple[MaybeView, ...]
    links: Links
    members: tuple[Telling, ...]
    history: tuple[Judged, ...]


@room.get("/incidents/{incident_id:path}")
def incident(request: Request, reader: Reader, incident_id: str) -> Response:
    """The page; of an incident that is part of another one now, that of the other."""
    index: Index = request.app.state.live.index
    found = index.desk.incidents.get(incident_id)
    if found is None:
        now = index.incident_of.get(named_by(incident_id))
        missing = NotFound(
            incident_id, _("no incident of the record has this id"), _("the list of incidents shows them all")
        )
        return led_on("incidents", now.id if now else None, missing)
    return render(request, "incident.html", incident_page(found, index))


def incident_page(one: Incident, index: Index) -> IncidentPage:
    """Everything that the page shows."""
    desk, told = index.desk, told_of(one)
    places = places_at(told)
    return IncidentPage(
        id=one.id,
        title=one.what,
        kind=one.kind,
        when=as_days(one.when) if one.when else "",
        place=one.place or "",
        told=desk.told_by(told),
        sides=tuple(named(side, desk) for side in one.sides),
        tolls=tuple(_tolls(one, desk)),
        slots=tuple(_slots(one, desk)),
        disputes=tuple(dispute_row(each, desk) for each in index.disputes_about.get(one.id, ())),
        maybe=tuple(_maybe(one, places, index)),
        links=links_of(one.links, places, index),
        members=tuple(telling(ref, places, index) for ref in one.members[:MOST]),
        history=judged((one.id,), index),
    )


def _tolls(one: Incident, desk: Desk) -> Iterator[TollRow]:
    """Of all victims together first, then of each side."""
    most = max((toll.high or 0 for toll in one.tolls.values()), default=0) or 1
    for name in ("killed", "injured", "held"):
        for key, toll in one.tolls.items():
            what, _blank, whose = key.partition(" ")
            if what == name:
                yield _toll(what, slot_words(desk.name(whose), desk) if whose else "", toll, most)


def _toll(what: str, whose: str, toll: Toll, most: int) -> TollRow:
    def at(figure: int | None) -> float:
        return round(_WIDE * (figure or 0) / most, 1)

    def words(figure: int | None) -> str:
        return f"{figure:,}" if figure is not None else ""

    return TollRow(
        what=what,
        whose=whose,
        low=words(toll.low),
        best=words(toll.best),
        high=words(toll.high),
        rule=toll.rule,
        from_=at(toll.low),
        at=at(toll.best),
        to=at(toll.high),
    )


def _slots(one: Incident, desk: Desk) -> Iterator[SlotView]:
    titles: Mapping[str, str] = {
        "type": _("What"),
        "actors": _("By whom"),
        "recipients": _("To whom"),
        "place": _("Where"),
        "when": _("When"),
        "killed": _("Killed"),
        "injured": _("Injured"),
        "held": _("Held"),
    }
    for slot in sorted(one.slots, key=lambda name: list(titles).index(name) if name in titles else len(titles)):
        versions = one.slots[slot]
        few = _QUOTED if len(versions) <= _MANY else 0
        yield SlotView(titles.get(slot, slot), tuple(version_view(slot, version, desk, few) for version in versions))


def _maybe(one: Incident, places: Mapping[Ref, Evidence], index: Index) -> Iterator[MaybeView]:
    """Each other incident once, by its likeliest link."""
    seen = {one.id}
    for link in one.maybe:
        for ref in (link.a, link.b):
            other = index.incident_of.get(ref)
            if other is not None and other.id not in seen:
                seen.add(other.id)
                title = Named(title_of(other.id, index.desk), addresses.to("incidents", other.id))
                yield MaybeView(other.id, title, link_view(link, places, index))
