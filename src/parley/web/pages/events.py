"""Tells open pages that the record has changed, so that they can fetch themselves anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from fastapi import APIRouter, Request
from starlette.responses import StreamingResponse

from parley.web.people import Reader

__all__ = ["room"]

room = APIRouter()
_LOOK = 0.3
"""Seconds between two looks at the version; looking costs nothing."""
_BEAT = 15.0
"""Seconds after which something is sent, so that a page that was closed is noticed."""


@room.get("/events")
async def events(request: Request, reader: Reader) -> StreamingResponse:
    """A stream of server-sent events, one whenever there is another version."""
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return StreamingResponse(_stream(request), media_type="text/event-stream", headers=headers)


async def _stream(request: Request) -> AsyncIterator[str]:
    live = request.app.state.live
    seen, waited = live.version, 0.0
    yield f"event: version\ndata: {seen}\n\n"
    while not await request.is_disconnected():
        await asyncio.sleep(_LOOK)
        waited += _LOOK
        if live.version != seen:
            seen, waited = live.version, 0.0
            yield f"event: version\ndata: {seen}\n\n"
        elif waited >= _BEAT:
            waited = 0.0
            yield ": still here\n\n"
