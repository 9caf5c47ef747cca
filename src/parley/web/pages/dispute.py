"""One dispute: the rival values in columns, each with its words and those who say so. Never who is right."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import Response

from parley.errors import NotFound
from parley.exports.record_disputes import kind_words
from parley.record import Dispute
from parley.web.index import Index
from parley.web.linked import Links, links_of, places_at
from parley.web.people import Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.views import DisputeRow, Judged, Named, VersionView, about_link, dispute_row, judged, slot_words
from parley.web.views import version_view as view

__all__ = ["DisputePage", "dispute_page", "room"]

room = APIRouter()
_FEW = 4
"""Places of one value that are shown before the others are folded."""


@dataclass(frozen=True, slots=True)
class DisputePage:
    """`decided` says that a person resolved it; `others` are disputes about the same thing."""

    id: str
    slot: str
    about: Named
    kind: str
    kind_words: str
    decided: bool
    told: str
    versions: tuple[VersionView, ...]
    links: Links
    others: tuple[DisputeRow, ...]
    history: tuple[Judged, ...]


@room.get("/disputes/{dispute_id:path}")
def dispute(request: Request, reader: Reader, dispute_id: str) -> Response:
    """The page."""
    index: Index = request.app.state.live.index
    found = index.desk.disputes.get(dispute_id)
    if found is None:
        raise NotFound(dispute_id, _("no dispute of the record has this id"), _("its values may be no rivals any more"))
    return render(request, "dispute.html", dispute_page(found, index))


def dispute_page(one: Dispute, index: Index) -> DisputePage:
    """Everything that the page shows."""
    desk = index.desk
    history = judged((one.id,), index)
    told = [place for version in one.versions for place in version.evidence]
    others = (each for each in index.disputes_about.get(one.about, ()) if each.id != one.id)
    return DisputePage(
        id=one.id,
        slot=slot_words(one.slot, desk),
        about=about_link(one, desk),
        kind=one.kind,
        kind_words=kind_words(one),
        decided=any(each.verb == "resolve" and each.undo for each in history),
        told=desk.told_by(told),
        versions=tuple(view(one.slot, version, desk, _FEW) for version in one.versions),
        links=links_of(one.links, places_at(told), index),
        others=tuple(dispute_row(each, desk) for each in others),
        history=history,
    )
