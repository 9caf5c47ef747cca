"""The door: what holds for every request before a page sees it, and for every answer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from http import HTTPStatus

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from parley.errors import ParleyError
from parley.store.sessions import Refused
from parley.web import failures
from parley.web.accounts import Accounts
from parley.web.api import PREFIX, problems
from parley.web.people import LogInFirst, TooMany
from parley.web.security import HEADERS, HSTS, cookie_of, is_foreign, is_known, is_too_large, may_write
from parley.web.translation import gettext as _

__all__ = ["OPEN", "guard"]

OPEN = ("/log-in", "/theme")
"""What also those may ask for who are not logged in; beside the files of the pages."""
_FILES = "/static/"
Handler = Callable[[Request], Awaitable[Response]]


async def guard(request: Request, pass_on: Handler) -> Response:
    """Refuse what may not come in, say who it is that comes, and tell browsers what they may do with the answer."""
    cookie_of(request)  # before the page, whose forms carry the token that belongs to it
    response = await _refused(request) or await pass_on(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if request.app.state.settings.secure:
        response.headers["Strict-Transport-Security"] = HSTS
    if request.url.path.startswith(_FILES):
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


async def _refused(request: Request) -> Response | None:
    """Why it is not passed on; None: it is. What nobody sent who may come in is not even read."""
    settings = request.app.state.settings
    if not is_known(request, settings.hosts):
        return _plain(request, HTTPStatus.MISDIRECTED_REQUEST, "host", _("not known under this name: --hosts adds it"))
    if not request.scope["path"].isprintable():  # which no address of ours is, and `.` of a route stops at
        return _told(request, HTTPException(HTTPStatus.NOT_FOUND))
    if is_too_large(request):
        said = _("more than 64 MB at once: send it in parts")
        return _plain(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "too-large", said)
    if is_foreign(request):
        return _plain(request, HTTPStatus.FORBIDDEN, "foreign", _("a page of somebody else sent this"))
    if request.url.path.startswith(_FILES):
        return None
    try:
        return await _unknown(request) or await _unsigned(request, settings.secret)
    except ParleyError as error:  # the record cannot be asked who it is
        return _told(request, error)


async def _unknown(request: Request) -> Response | None:
    """Where nobody is logged in who has to be."""
    accounts: Accounts = request.app.state.accounts
    who = await run_in_threadpool(accounts.who, request)
    if isinstance(who, Refused):
        return _told(request, TooMany(who.wait))
    request.state.person = who
    return None if who or request.url.path in OPEN else _told(request, LogInFirst())


async def _unsigned(request: Request, secret: bytes) -> Response | None:
    """Where a form is not one of our pages'; programs send none."""
    if _is_program(request) or await may_write(request, secret):
        return None
    said = _("this form is not from here, or too old: open the page again and send it once more")
    return _plain(request, HTTPStatus.FORBIDDEN, "foreign", said)


def _plain(request: Request, status: int, kind: str, said: str) -> Response:
    """In a line, which a program gets as problem details."""
    return problems.problem(kind, status, said) if _is_program(request) else failures.plain(status, said)


def _told(request: Request, error: Exception) -> Response:
    return problems.told(request, error) if _is_program(request) else failures.told(request, error)


def _is_program(request: Request) -> bool:
    return request.url.path.startswith(f"{PREFIX}/")
