"""Who takes part: names, for whom they act, how many reports name them and how much they say."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.exports import wording
from parley.exports.record_actors import chain_words
from parley.record import Canon
from parley.web import addresses
from parley.web.filters import FilterForm, Wanted, choices_of, form_of
from parley.web.index import Index
from parley.web.lists import Listed
from parley.web.paging import Paged, paged, shown
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _

__all__ = ["ActorRow", "ActorsPage", "room"]

room = APIRouter()
_FEW = 3


@dataclass(frozen=True, slots=True)
class ActorRow:
    """`acts_for` is the one above with the side, `says` counts places where the record rests on their words."""

    name: str
    url: str
    kind: str
    country: str
    acts_for: str
    above_url: str | None
    also: str
    reports: int
    says: int
    incidents: int
    demands: int


@dataclass(frozen=True, slots=True)
class ActorsPage:
    """`everyone` also shows those whom one report alone names and no registry knows."""

    form: FilterForm
    rows: Paged[ActorRow]
    everyone: bool
    all_url: str
    hidden: int


def _wanted(index: Index) -> Wanted:
    return Wanted(
        ("name", "talks", "side", "type", "from", "to"),
        {
            "most": _("those most reports name first"),
            "origins": _("those who say most first"),
            "newest": _("the last named first"),
        },
        choices_of(index, index.lists.actors.kinds),
    )


@room.get("/actors")
def actors(request: Request, reader: Reader) -> Response:
    """The list; `all=1` with those whom one report alone names."""
    index: Index = request.app.state.live.index
    form = form_of(request, _wanted(index))
    found = [] if form.problems else list(index.lists.actors.chosen(form.asked, form.order))
    everyone = form.narrowed or bool(request.query_params.get("all"))
    some = found if everyone else [one for one in found if _is_known(one)]
    page = ActorsPage(
        form=form,
        rows=shown(paged(request, some), lambda one: actor_row(one, index)),
        everyone=everyone,
        all_url=f"?{request.url.include_query_params(all='1').remove_query_params('page').query}",
        hidden=len(found) - len(some),
    )
    return render(request, "actors.html", page, status=form.status)


def _is_known(one: Listed[Canon]) -> bool:
    return one.thing.registry is not None or one.size > 1


def actor_row(one: Listed[Canon], index: Index) -> ActorRow:
    """A row of the list."""
    actor, desk = one.thing, index.desk
    above = actor.acts_for
    others = [wording.shown(name) for name in actor.names if name != actor.name]
    return ActorRow(
        name=desk.name(actor.id),
        url=addresses.to("actors", actor.id),
        kind=actor.kind.replace("_", " "),
        country=actor.country or "",
        acts_for=chain_words(actor, desk),
        above_url=addresses.to("actors", above) if above and above in desk.record.actors else None,
        also=", ".join(others[:_FEW]),
        reports=one.size,
        says=one.origins,
        incidents=len(index.incidents_with.get(actor.id, ())),
        demands=len(index.demands_with.get(actor.id, ())),
    )
