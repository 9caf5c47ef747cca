"""The record for programs, under /api/v1: one file a family of addresses."""

from __future__ import annotations

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.datastructures import State
from starlette.responses import Response

from parley import __version__
from parley.web.api import adding, board, judgements, problems, reports, sources, things
from parley.web.api.answers import json_response
from parley.web.api.document import document
from parley.web.people import Reader

__all__ = ["PREFIX", "ROOMS", "create_api"]

PREFIX = "/api/v1"
ROOMS = (board.room, things.room, sources.room, reports.room, adding.room, judgements.room)


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

    problems.install(api, [route for room in ROOMS for route in room.routes if isinstance(route, APIRoute)])
    return api
