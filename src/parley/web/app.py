"""The app: its rooms, its files, and what holds for every request. Read this first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from parley import __version__
from parley.errors import StoreError
from parley.web import failures
from parley.web.accounts import Accounts
from parley.web.adding import Adder
from parley.web.api import PREFIX, create_api
from parley.web.guard import guard
from parley.web.live import Live
from parley.web.pages import ROOMS
from parley.web.settings import Settings
from parley.web.waiting import Waiting

__all__ = ["create_app"]

_STATIC = Path(__file__).with_name("static")
_LOOK = 2.0
"""Seconds between two looks at what other programs did."""


def create_app(live: Live, settings: Settings) -> FastAPI:
    """The app for one open record."""
    app = FastAPI(
        title="Parley", version=__version__, docs_url=None, redoc_url=None, openapi_url=None, lifespan=_following
    )
    app.state.live, app.state.settings = live, settings
    app.state.accounts = Accounts(live.record.store, settings)
    app.state.waiting = Waiting(live)
    app.state.adder = Adder(live, settings.config)
    for room in ROOMS:
        app.include_router(room, include_in_schema=False)
    app.mount(PREFIX, create_api(app.state), name="api")
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    failures.install(app)
    app.middleware("http")(guard)
    return app


@asynccontextmanager
async def _following(app: FastAPI) -> AsyncIterator[None]:
    """While the app runs, take in what other programs add to the record."""
    following = asyncio.create_task(_follow(app.state.live))
    yield
    following.cancel()
    with suppress(asyncio.CancelledError):
        await following
    await asyncio.to_thread(app.state.adder.close)


async def _follow(live: Live) -> None:
    warm = None
    while True:
        if live.index is not warm:
            warm = live.index
            await asyncio.to_thread(warm.warm)
        await asyncio.sleep(_LOOK)
        with suppress(StoreError):  # the next look may find it again; whoever asks for a page is told
            await asyncio.to_thread(live.refresh)
