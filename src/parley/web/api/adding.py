"""Adding reports, and what came of each."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Request
from pydantic import Base64Bytes, BaseModel, ConfigDict, Field
from starlette.responses import Response

from parley.exports.record_json import to_json
from parley.web.adding import Adder, Address, Given, Line
from parley.web.api.answers import json_response
from parley.web.api.shapes import shape
from parley.web.live import Live
from parley.web.people import Reviewer

__all__ = ["Added", "Sending", "room"]

room = APIRouter(tags=["The reports"])
_MOST = 100
_LONG = 2_000
_LONGEST = 5_000_000
_Address = Annotated[str, Field(pattern="^https?://", max_length=_LONG)]
_Word = Annotated[str | None, Field(max_length=_LONG)]


class Publisher(BaseModel):
    """Who published a report."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: _Word = None
    site: _Word = None
    country: _Word = None
    kind: _Word = None


class Text(BaseModel):
    """A report as text, with what is known of it; an `id` is kept as given, without one it is made of the content."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[str, Field(max_length=_LONGEST)]
    id: _Word = None
    title: _Word = None
    outlet: Publisher | None = None
    published: date | None = None
    dateline: _Word = None
    url: _Word = None
    author: _Word = None


class File(BaseModel):
    """A file as `parley add` takes it: text, Markdown, a web page, JSON Lines; its name says which."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: Annotated[str, Field(min_length=1, max_length=_LONG)]
    content: Annotated[Base64Bytes, Field(description="In Base64.")]


class Sending(BaseModel):
    """Reports to read and keep; pages are fetched from the public web only."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    texts: Annotated[tuple[Text, ...], Field(max_length=_MOST)] = ()
    files: Annotated[tuple[File, ...], Field(max_length=_MOST)] = ()
    pages: Annotated[tuple[_Address, ...], Field(max_length=_MOST, description="Addresses of pages to fetch.")] = ()


@dataclass(frozen=True, slots=True)
class Added:
    """What came of each report, in order, and the version of the record with them; texts are named by their number,
    counted from 1 ("texts.jsonl:1").

    A report that is there already is "known" and is not read again; what could not be read says why in `problem`."""

    version: str
    reports: tuple[Line, ...]


@room.post("/reports", response_model=shape(Added))
def add(request: Request, reviewer: Reviewer, sent: Sending) -> Response:
    """Read reports and keep them; answers when all are read, which takes about a second for each.

    What fails is told, and the others are kept."""
    live: Live = request.app.state.live
    adder: Adder = request.app.state.adder
    lines = tuple(adder.keep(list(_given(sent))))
    return json_response(to_json(Added(live.version, lines), live.desk))


def _given(sent: Sending) -> Iterator[Given | Address]:
    if sent.texts:
        yield Given(
            "texts.jsonl", "".join(f"{json.dumps(one.model_dump(mode='json'))}\n" for one in sent.texts).encode()
        )
    yield from (Given(one.name, one.content) for one in sent.files)
    yield from map(Address, sent.pages)
