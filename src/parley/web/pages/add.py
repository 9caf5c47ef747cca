"""Adding: files, a text, or the address of a page; what was read appears as it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, File, Form, Request, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from parley.errors import InputError, NotFound
from parley.exports import wording
from parley.record import Reading
from parley.sources import SUFFIXES
from parley.web import addresses
from parley.web.adding import Adder, Address, Batch, Given, Line, pasted
from parley.web.live import Live
from parley.web.people import Reviewer
from parley.web.rendering import fragment, is_partial, render
from parley.web.translation import gettext as _

__all__ = ["AddPage", "BatchPage", "Read", "room"]

room = APIRouter()
_NEWEST = 200
"""Lines of a batch that are shown; all are in the record."""


class Sent(BaseModel):
    """The fields of the form."""

    model_config = ConfigDict(frozen=True)

    text: Annotated[str, Field(max_length=60_000_000)] = ""
    url: str = ""
    title: str = ""
    outlet: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class AddPage:
    """`problem` is why nothing was taken; `sent` is what was typed, so that nothing is lost."""

    sent: Sent
    kinds: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """One report of a batch, and in a few words what was read in it."""

    name: str
    outcome: str
    tone: str
    title: str
    url: str | None
    found: str
    problem: str


@dataclass(frozen=True, slots=True)
class BatchPage:
    """`counts` in words: "12 added, 3 there already"."""

    id: str
    done: bool
    problem: str
    counts: str
    reads: tuple[Read, ...]
    more: int


@room.get("/add")
def add(request: Request, reviewer: Reviewer) -> Response:
    """The form."""
    return render(request, "add.html", AddPage(Sent(), " ".join(sorted(SUFFIXES))))


@room.post("/add")
def take(
    request: Request,
    reviewer: Reviewer,
    sent: Annotated[Sent, Form()],
    files: Annotated[Sequence[UploadFile], File()] = (),
) -> Response:
    """Begin to read what was sent, and lead to the page that tells how it goes."""
    try:
        given = _given(sent, files)
    except InputError as error:
        page = AddPage(sent, " ".join(sorted(SUFFIXES)), str(error))
        return render(request, "add.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    adder: Adder = request.app.state.adder
    batch = adder.begin(given, reviewer.name)
    return RedirectResponse(f"/add/{batch.id}", HTTPStatus.SEE_OTHER)


@room.get("/add/{batch_id}")
def progress(request: Request, reviewer: Reviewer, batch_id: str) -> Response:
    """How it goes: the page, or for htmx the list alone."""
    adder: Adder = request.app.state.adder
    batch = adder.batch(batch_id)
    if batch is None:
        raise NotFound(
            batch_id, _("nothing is being added under this name any more"), _("the reports are in the record")
        )
    page = batch_page(batch, request.app.state.live)
    return fragment(request, "batch.html", page) if is_partial(request) else render(request, "adding.html", page)


def batch_page(batch: Batch, live: Live) -> BatchPage:
    """What the page shows of a batch, the last line first."""
    lines = list(batch.lines)
    counts = {outcome: sum(line.outcome == outcome for line in lines) for outcome in _WORDS}
    said = ", ".join(f"{number:,} {_(_WORDS[outcome])}" for outcome, number in counts.items() if number)
    shown = lines[::-1][:_NEWEST]
    return BatchPage(
        id=batch.id,
        done=batch.done,
        problem=batch.problem,
        counts=said,
        reads=tuple(_read(line, live) for line in shown),
        more=len(lines) - len(shown),
    )


_WORDS = {
    "new": "added",
    "revision": "new versions of reports that were there",
    "reread": "read again",
    "known": "there already",
    "failed": "not read",
}
_TONES = {"failed": "bad", "known": "still"}


def _read(line: Line, live: Live) -> Read:
    reading = live.reading(line.report) if line.report else None
    return Read(
        name=line.name,
        outcome=_(_WORDS[line.outcome]),
        tone=_TONES.get(line.outcome, "good"),
        title=wording.headline(reading.report) if reading else line.name,
        url=addresses.to("reports", line.report) if line.report else None,
        found=_found(reading) if reading else "",
        problem=line.problem,
    )


def _found(reading: Reading) -> str:
    """How much there is, and what it says of the talks."""
    states = ", ".join(dict.fromkeys(event.talks for event in reading.events if event.talks))
    parts = (
        wording.provenance(reading.report),
        _("%(number)d statements") % {"number": len(reading.statements)},
        _("%(number)d events") % {"number": len(reading.events)},
        _("of the talks: %(states)s") % {"states": states} if states else "",
    )
    return " · ".join(part for part in parts if part)


def _given(sent: Sent, files: Sequence[UploadFile]) -> list[Given | Address]:
    """All that was sent; raises InputError where it is nothing, or no address."""
    given: list[Given | Address] = [Given(one.filename, one.file.read()) for one in files if one.filename]
    if sent.text.strip():
        about = {"title": sent.title, "published": sent.published, "url": sent.url}
        given.append(pasted(sent.text, about, sent.outlet))
    elif sent.url.strip():
        given.append(Address(sent.url.strip()))
    if not given:
        raise InputError(_("Nothing was sent"), _("there is neither a file nor a text nor an address"))
    return given
