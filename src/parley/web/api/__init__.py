"""The record for programs, under /api/v1: one file a family of addresses."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.routing import APIRoute
from starlette.datastructures import State
from starlette.responses import Response

from parley import __version__
from parley.web.api import adding, board, judgements, pictures, problems, queue, reports, searching, sources, things
from parley.web.api.answers import json_response
from parley.web.api.document import document
from parley.web.api.page import document_page
from parley.web.people import Reader
from parley.web.rendering import render

__all__ = ["PREFIX", "ROOMS", "create_api"]

PREFIX = "/api/v1"
ROOMS = (
    board.room,
    things.room,
    pictures.room,
    sources.room,
    reports.room,
    searching.room,
    adding.room,
    judgements.room,
    queue.room,
)


def create_api(state: State) -> FastAPI:
    """The app to be put below `PREFIX` of the pages', whose state it shares."""
    api = FastAPI(title="Parley", version=__version__, docs_url=None, redoc_url=None, openapi_url=None)
    api.state = state
    for room in ROOMS:
        api.include_router(room)

    @api.get("/openapi.json", include_in_schema=False)
    def openapi(reader: Reader) -> Response:
        """The document."""
        return json_response(document(api))

    @api.get("/docs", include_in_schema=False)
    def docs(request: Request, reader: Reader) -> Response:
        """The same as a page."""
        return render(request, "programs.html", document_page(document(api)))

    problems.install(api, [route for room in ROOMS for route in room.routes if isinstance(route, APIRoute)])
    return api
