"""All disputes: one thing of which different values are told."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.web.filters import FilterForm, Wanted, choices_of, form_of
from parley.web.index import Index
from parley.web.paging import Paged, paged, shown
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.views import DisputeRow, dispute_row

__all__ = ["DisputesPage", "room"]

room = APIRouter()


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """`rows` are empty where the form asks for what cannot be asked."""

    form: FilterForm
    rows: Paged[DisputeRow]


def _wanted(index: Index) -> Wanted:
    return Wanted(
        ("talks", "actor", "side", "outlet", "type", "from", "to", "origins"),
        {
            "most": _("conflicts first"),
            "newest": _("the last told first"),
            "oldest": _("the first told first"),
            "origins": _("most origins first"),
        },
        choices_of(index, index.lists.disputes.kinds),
    )


@room.get("/disputes")
def disputes(request: Request, reader: Reader) -> Response:
    """The list."""
    index: Index = request.app.state.live.index
    form = form_of(request, _wanted(index))
    found = () if form.problems else index.lists.disputes.chosen(form.asked, form.order)
    rows = shown(paged(request, found), lambda one: dispute_row(one.thing, index.desk))
    return render(request, "disputes.html", DisputesPage(form, rows), status=form.status)
