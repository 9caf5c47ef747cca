"""All incidents: when, what, where, how many, and who tells it."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.exports.record_desk import as_days
from parley.exports.record_incidents import told_of, told_on, what_words
from parley.record import Incident
from parley.web import addresses
from parley.web.filters import FilterForm, Wanted, choices_of, form_of
from parley.web.index import Index
from parley.web.paging import Paged, paged, shown
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _

__all__ = ["IncidentRow", "IncidentsPage", "incident_row", "room"]

room = APIRouter()


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """`killed` and `hurt` give low to high with the best figure; `disputes` counts slots with rival values. Where
    `when` is "", nobody tells it, and `told_on` is the first day on which it is told."""

    what: str
    url: str
    when: str
    told_on: str
    place: str
    killed: str
    hurt: tuple[tuple[str, str], ...]
    told: str
    disputes: int


@dataclass(frozen=True, slots=True)
class IncidentsPage:
    """`rows` are empty where the form asks for what cannot be asked."""

    form: FilterForm
    rows: Paged[IncidentRow]


def _wanted(index: Index) -> Wanted:
    return Wanted(
        ("actor", "side", "outlet", "type", "from", "to", "origins"),
        {
            "newest": _("the newest first"),
            "oldest": _("the oldest first"),
            "most": _("most killed first"),
            "origins": _("most origins first"),
        },
        choices_of(index, index.lists.incidents.kinds),
    )


@room.get("/incidents")
def incidents(request: Request, reader: Reader) -> Response:
    """The list."""
    index: Index = request.app.state.live.index
    form = form_of(request, _wanted(index))
    found = () if form.problems else index.lists.incidents.chosen(form.asked, form.order)
    rows = shown(paged(request, found), lambda one: incident_row(one.thing, index))
    return render(request, "incidents.html", IncidentsPage(form, rows), status=form.status)


def incident_row(incident: Incident, index: Index) -> IncidentRow:
    """A row of any list of incidents."""
    tolls, told = incident.tolls, told_of(incident)
    return IncidentRow(
        what=what_words(incident),
        url=addresses.to("incidents", incident.id),
        when=as_days(incident.when) if incident.when else "",
        told_on=as_days(told_on(incident)),
        place=incident.place or "",
        killed=str(tolls["killed"]) if "killed" in tolls else "",
        hurt=tuple((name, str(tolls[name])) for name in ("injured", "held") if name in tolls),
        told=index.desk.told_by(told),
        disputes=len(index.disputes_about.get(incident.id, ())),
    )
