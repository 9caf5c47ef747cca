"""The network: who meets, accuses, attacks, presses or helps whom in a period, and who goes between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from parley.exports.record_desk import as_days
from parley.web import addresses
from parley.web.filters import FilterForm, Wanted, choices_of, form_of
from parley.web.index import Index
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.ties import KINDS, By, Tie, kept, told_ties
from parley.web.translation import gettext as _

__all__ = ["NetworkPage", "network_page", "room"]

room = APIRouter()
_NODES = 24
_ROWS = 100


def kind_names() -> dict[str, str]:
    """The kinds of ties in the order in which they are offered, in words."""
    return {
        "meets": _("meets"),
        "mediates": _("mediates"),
        "agrees": _("agrees"),
        "asks": _("asks"),
        "accuses": _("accuses"),
        "presses": _("presses"),
        "attacks": _("attacks"),
    }


@dataclass(frozen=True, slots=True)
class Node:
    """An actor or side of the picture."""

    id: str
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A tie of the picture, between positions of its nodes; `said` tells it in words."""

    source: int
    target: int
    kind: str
    number: int
    said: str


@dataclass(frozen=True, slots=True)
class Picture:
    """What the script draws."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A tie as a line of the list; `url` leads to the incidents that it counts."""

    who: Node
    kind: str
    does: str
    whom: Node
    number: int
    origins: int
    days: str
    url: str


@dataclass(frozen=True, slots=True)
class NetworkPage:
    """`by` is "side" or "actor"; `kinds` are all kinds, with their words and whether they are shown; `more` rows are
    left out."""

    form: FilterForm
    by: str
    kinds: tuple[tuple[str, str, bool], ...]
    picture: Picture
    rows: tuple[Row, ...]
    more: int


@room.get("/network")
def show(
    request: Request,
    reader: Reader,
    by: Annotated[By, Query()] = "side",
    kind: Annotated[list[str] | None, Query()] = None,
) -> Response:
    """The picture and its list."""
    index: Index = request.app.state.live.index
    form = form_of(request, _wanted(index))
    made = [] if form.problems else told_ties(index, by, form.asked)
    page = network_page(form, by, kind or list(kind_names()), made, index)
    return render(request, "network.html", page, status=form.status)


def _wanted(index: Index) -> Wanted:
    return Wanted(
        ("actor", "from", "to", "origins"),
        {"newest": _("the newest first")},
        choices_of(index, index.lists.incidents.kinds),
    )


def network_page(form: FilterForm, by: str, kinds: Sequence[str], made: Sequence[Tie], index: Index) -> NetworkPage:
    """Everything that the page shows."""
    chosen = [tie for tie in made if tie.kind in kinds]
    drawn = kept(chosen, _NODES)
    pictured = frozenset(drawn)
    listed = [tie for place, tie in enumerate(chosen) if place < _ROWS or tie in pictured]
    names = sorted({name for tie in drawn for name in (tie.who, tie.whom)})
    places = {name: place for place, name in enumerate(names)}
    picture = Picture(
        tuple(_node(name, index) for name in names),
        tuple(Edge(places[tie.who], places[tie.whom], tie.kind, tie.number, _said(tie, index)) for tie in drawn),
    )
    return NetworkPage(
        form=form,
        by=by,
        kinds=tuple((one, words, one in kinds) for one, words in kind_names().items()),
        picture=picture,
        rows=tuple(_row(tie, by, form, index) for tie in listed),
        more=len(chosen) - len(listed),
    )


def _node(actor: str, index: Index) -> Node:
    return Node(actor, index.desk.name(actor), addresses.to("actors", actor))


def _said(tie: Tie, index: Index) -> str:
    days = _days(tie)
    return f"{index.desk.name(tie.who)} {kind_names()[tie.kind]} {index.desk.name(tie.whom)}: {tie.number}" + (
        f", {days}" if days else ""
    )


def _row(tie: Tie, by: str, form: FilterForm, index: Index) -> Row:
    asked = [(by, index.desk.name(tie.who))]
    asked += [(name, day.isoformat()) for name, day in (("from", form.asked.since), ("to", form.asked.until)) if day]
    return Row(
        who=_node(tie.who, index),
        kind=tie.kind,
        does=kind_names()[tie.kind],
        whom=_node(tie.whom, index),
        number=tie.number,
        origins=tie.origins,
        days=_days(tie),
        url=f"/incidents?{urlencode(asked)}" if tie.kind in KINDS.values() else "",
    )


def _days(tie: Tie) -> str:
    return as_days(f"{tie.first}/{tie.last}") if tie.first else ""
