"""The app: its rooms, its files, and what holds for every request. Read this first."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from parley import __version__
from parley.errors import StoreError
from parley.web import failures
from parley.web.adding import Adder
from parley.web.api import PREFIX, create_api
from parley.web.api.problems import problem
from parley.web.live import Live
from parley.web.pages import ROOMS
from parley.web.security import HEADERS, cookie_of, is_foreign, is_too_large, may_write
from parley.web.settings import Settings

__all__ = ["create_app"]

_STATIC = Path(__file__).with_name("static")
_LOOK = 2.0
"""Seconds between two looks at what other programs did."""
Handler = Callable[[Request], Awaitable[Response]]


def create_app(live: Live, settings: Settings) -> FastAPI:
    """The app for one open record."""
    app = FastAPI(
        title="Parley", version=__version__, docs_url=None, redoc_url=None, openapi_url=None, lifespan=_following
    )
    app.state.live, app.state.settings = live, settings
    app.state.adder = Adder(live, settings.config)
    for room in ROOMS:
        app.include_router(room, include_in_schema=False)
    app.mount(PREFIX, create_api(app.state), name="api")
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    failures.install(app)
    app.middleware("http")(_guard)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[*settings.hosts])
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
    while True:
        await asyncio.sleep(_LOOK)
        with suppress(StoreError):  # the next look may find it again; whoever asks for a page is told
            await asyncio.to_thread(live.refresh)


async def _guard(request: Request, pass_on: Handler) -> Response:
    """Refuse what foreign pages send, and say to browsers what they may do with the answer."""
    cookie_of(request)  # before the page, whose forms carry the token that belongs to it
    if is_too_large(request):
        response = _refused(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large")
    elif not await _is_ours(request):
        response = _refused(request, HTTPStatus.FORBIDDEN, "foreign")
    else:
        response = await pass_on(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.url.path.startswith("/static/"):
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


_SAID = {
    "too-large": "more than 64 MB at once: send it in parts",
    "foreign": "this form is not from here, or too old: open the page again and send it once more",
}


def _refused(request: Request, status: int, kind: str) -> Response:
    """In a line, which a program gets as problem details."""
    return problem(kind, status, _SAID[kind]) if _is_of_program(request) else failures.plain(status, _SAID[kind])


def _is_of_program(request: Request) -> bool:
    return request.url.path.startswith(f"{PREFIX}/")


async def _is_ours(request: Request) -> bool:
    if request.method in ("GET", "HEAD", "OPTIONS"):
        return True
    if is_foreign(request):
        return False
    return _is_of_program(request) or await may_write(request, request.app.state.settings.secret)
