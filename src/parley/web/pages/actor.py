"""One actor: names, offices, for whom it acts, what it said and did over time, and who quotes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports import wording
from parley.exports.record_actors import reports_of
from parley.exports.record_desk import Desk, as_days
from parley.exports.record_naming import title_of
from parley.record import Canon, Demand, Incident
from parley.registry import Registry, Tenure
from parley.web import addresses
from parley.web.cites import Cite, cite
from parley.web.index import Index
from parley.web.months import Chart, chart_of
from parley.web.pages.demands import DemandRow, demand_row
from parley.web.pages.incidents import IncidentRow, incident_row
from parley.web.paging import Paged, paged, shown
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.views import Judged, Named, judged, named
from parley.web.voices import Saying

__all__ = ["ActorPage", "actor_head", "room"]

room = APIRouter()
Tab = Literal["said", "incidents", "demands"]
_FEW = 12
_ROWS = 25
_LATEST = "2025-12-31"


@dataclass(frozen=True, slots=True)
class SayingRow:
    """Words of the actor, and what of the record rests on them."""

    cite: Cite
    about: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """An office of the registry: from when to when, as far as it was seen."""

    days: str
    title: str
    source: str


@dataclass(frozen=True, slots=True)
class Quoting:
    """An outlet and how many of the actor's words it prints."""

    outlet: Named
    places: int


@dataclass(frozen=True, slots=True)
class ActorHead:
    """Who it is. `chain` are those above it in the record, `registry` is its id there, `source` what that rests on."""

    id: str
    name: str
    kind: str
    country: str
    names: tuple[str, ...]
    chain: tuple[Named, ...]
    members: tuple[Named, ...]
    below: tuple[Named, ...]
    more_below: int
    registry: str
    registry_name: str
    registry_chain: tuple[str, ...]
    offices: tuple[Office, ...]
    source: str
    reports: int
    quoting: tuple[Quoting, ...]
    more_quoting: int


@dataclass(frozen=True, slots=True)
class ActorPage:
    """`tab` names the one of the three lists that is shown; `counts` how long each is."""

    head: ActorHead
    chart: Chart
    tab: Tab
    counts: Mapping[str, int]
    said: Paged[SayingRow] | None
    incidents: Paged[IncidentRow] | None
    demands: Paged[DemandRow] | None
    history: tuple[Judged, ...]


@room.get("/actors/{actor_id:path}")
def actor(request: Request, reader: Reader, actor_id: str, show: Annotated[Tab, Query()] = "said") -> Response:
    """The page; `show` chooses one of its lists."""
    live = request.app.state.live
    index: Index = live.index
    found = index.desk.record.actors.get(actor_id)
    if found is None:
        raise NotFound(actor_id, _("nobody in the record has this id"), _("the list of actors shows them all"))
    said = index.voices.of(found.id)
    did = _newest(index.incidents_with.get(found.id, ()))
    asks = index.demands_with.get(found.id, ())
    page = ActorPage(
        head=actor_head(found, said, index, live.record.registry),
        chart=_chart(said, did, asks),
        tab=show,
        counts={"said": len(said), "incidents": len(did), "demands": len(asks)},
        said=shown(paged(request, said, _ROWS), lambda one: _saying(one, index.desk)) if show == "said" else None,
        incidents=shown(paged(request, did), lambda one: incident_row(one, index)) if show == "incidents" else None,
        demands=shown(paged(request, asks), lambda one: demand_row(one, index)) if show == "demands" else None,
        history=judged((found.id,), index),
    )
    return render(request, "actor.html", page)


def actor_head(one: Canon, said: Sequence[Saying], index: Index, registry: Registry) -> ActorHead:
    """Who it is, in the record and in the registry."""
    desk = index.desk
    entry = registry.entry(one.registry)
    day = desk.last_day.isoformat() if desk.last_day else _LATEST
    below = index.acting_for.get(one.id, ())
    quoting = Counter(desk.outlet(each.evidence.ref.report) for each in said).most_common()
    return ActorHead(
        id=one.id,
        name=desk.name(one.id),
        kind=one.kind.replace("_", " "),
        country=one.country or "",
        names=tuple(wording.shown(name) for name in one.names if name != one.name),
        chain=tuple(_chain(one, desk)),
        members=tuple(named(each, desk) for each in one.members),
        below=tuple(named(each.id, desk) for each in below[:_FEW]),
        more_below=max(0, len(below) - _FEW),
        registry=entry.id if entry else "",
        registry_name=entry.name if entry else "",
        registry_chain=tuple(each.name for each in registry.chain(entry, day)[1:]) if entry else (),
        offices=tuple(map(_office, _latest_first(entry.offices))) if entry else (),
        source=entry.source if entry else "",
        reports=len(reports_of(one)),
        quoting=tuple(Quoting(Named(name, addresses.to("outlets", name)), number) for name, number in quoting[:_FEW]),
        more_quoting=max(0, len(quoting) - _FEW),
    )


def _chain(one: Canon, desk: Desk) -> Iterator[Named]:
    """Those above it, the nearest first."""
    passed = {one.id}
    above = one.acts_for
    while above and above not in passed:
        passed.add(above)
        yield named(above, desk)
        known = desk.record.actors.get(above)
        above = known.acts_for if known else None


def _latest_first(offices: Sequence[Tenure]) -> list[Tenure]:
    return sorted(offices, key=lambda one: one.since or "", reverse=True)


def _office(tenure: Tenure) -> Office:
    """As `parley who` tells it."""
    if tenure.since is None and tenure.until is None:
        days = _("in %(day)s") % {"day": as_days(tenure.seen)} if tenure.seen else _("always")
    else:
        seen = _("at least %(day)s") % {"day": as_days(tenure.seen)} if tenure.seen else _("now")
        end = as_days(tenure.until) if tenure.until else seen
        days = f"{as_days(tenure.since) if tenure.since else '?'} – {end}"
    return Office(days, tenure.title, tenure.source)


def _newest(incidents: Sequence[Incident]) -> list[Incident]:
    return sorted(incidents, key=lambda one: (one.when or "", one.id), reverse=True)


def _saying(one: Saying, desk: Desk) -> SayingRow:
    about = (Named(title_of(id_, desk), addresses.to(kind, _page_of(kind, id_))) for kind, id_ in one.about)
    return SayingRow(cite(one.evidence, desk), tuple(about))


def _page_of(kind: str, id_: str) -> str:
    """Rounds and truces stand on the page of their talks."""
    return ":".join(id_.split(":")[:2]) if kind == "talks" else id_


def _chart(said: Sequence[Saying], incidents: Sequence[Incident], demands: Sequence[Demand]) -> Chart:
    """What it said and did, by month."""
    says = [(one.evidence.day.isoformat(), {kind for kind, _id in one.about}) for one in said if one.evidence.day]
    moved = (one.moves[0].day for one in demands if one.moves)
    return chart_of(
        {
            _("speaks of the talks"): [day for day, kinds in says if "talks" in kinds],
            _("tells of incidents"): [day for day, kinds in says if kinds == {"incidents"}],
            _("takes part in incidents"): [one.when for one in incidents if one.when],
            _("demands by it or of it"): [day.isoformat() for day in moved if day],
        }
    )
