"""What goes wrong, told to the reader: what it is and what to do, never a traceback."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from math import ceil
from urllib.parse import urlencode, urlsplit

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from parley.errors import AccountError, InputError, NotFound, ParleyError, StoreError, TooLarge
from parley.web.addresses import inside
from parley.web.people import LogInFirst, NotAllowed, TooMany
from parley.web.rendering import render
from parley.web.translation import gettext as _
from parley.web.translation import ngettext

__all__ = ["FailurePage", "install", "plain", "seconds_of", "status_of", "told", "waiting"]


_NO_PAGES = ("application/json", "text/event-stream")


@dataclass(frozen=True, slots=True)
class FailurePage:
    """`problem` in a line, `hint` what to do."""

    status: int
    title: str
    problem: str
    hint: str = ""


def install(app: FastAPI) -> None:
    """Answer every failure with a page of its own."""
    for kind in (ParleyError, HTTPException, RequestValidationError, LogInFirst, NotAllowed, TooMany):
        app.exception_handler(kind)(told)


def told(request: Request, error: Exception) -> Response:
    """The answer to a failure of one of these kinds."""
    match error:
        case LogInFirst():
            return _log_in(request)
        case NotAllowed():
            return _not_allowed(request, error)
        case TooMany():
            headers = {"Retry-After": str(seconds_of(error))}
            return PlainTextResponse(f"{waiting(error)}\n", HTTPStatus.TOO_MANY_REQUESTS, headers)
        case RequestValidationError():
            return _invalid(request, error)
        case HTTPException():
            return _http(request, error)
        case _:
            return _parley(request, error)


def seconds_of(error: TooMany) -> int:
    """How long to wait, in whole seconds."""
    return ceil(error.wait.total_seconds())


def waiting(error: TooMany) -> str:
    """How long to wait, for people."""
    minutes = ceil(error.wait.total_seconds() / 60)
    said = ngettext("wait a minute", "wait %(number)d minutes", minutes) % {"number": minutes}
    return _("Too many passwords were wrong: %(wait)s, then try again.") % {"wait": said}


def plain(status: int, said: str) -> Response:
    """An answer in a line."""
    return PlainTextResponse(f"{said}\n", status)


def status_of(error: ParleyError) -> HTTPStatus:
    """How an error of ours is told in HTTP."""
    if isinstance(error, NotFound):
        return HTTPStatus.NOT_FOUND
    if isinstance(error, TooLarge):
        return HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    if isinstance(error, InputError | AccountError):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.SERVICE_UNAVAILABLE if isinstance(error, StoreError) else HTTPStatus.INTERNAL_SERVER_ERROR


def _parley(request: Request, error: Exception) -> Response:
    status = status_of(error) if isinstance(error, ParleyError) else HTTPStatus.INTERNAL_SERVER_ERROR
    problem, hint = getattr(error, "problem", str(error)), getattr(error, "hint", "")
    source = getattr(error, "source", "")
    return _page(request, FailurePage(status, status.phrase, f"{source}: {problem}" if source else problem, hint))


def _http(request: Request, error: HTTPException) -> Response:
    status = HTTPStatus(error.status_code)
    if status == HTTPStatus.NOT_FOUND:
        problem = _("There is nothing at this address.")
        return _page(request, FailurePage(status, status.phrase, problem, _("The board leads to everything there is.")))
    return _page(request, FailurePage(status, status.phrase, str(error.detail)))


def _invalid(request: Request, error: RequestValidationError) -> Response:
    said = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _page(request, FailurePage(status, status.phrase, said))


def _log_in(request: Request) -> Response:
    """Lead to the log-in and back; scripts are told, since they would take its page for what they asked for."""
    address = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    url = f"/log-in?{urlencode({'next': address})}" if request.method == "GET" else "/log-in"
    if request.headers.get("hx-request"):
        seen = urlsplit(request.headers.get("hx-current-url", "")).path
        page = f"/log-in?{urlencode({'next': inside(seen)})}"
        return Response(status_code=HTTPStatus.UNAUTHORIZED, headers={"HX-Redirect": page})
    if _is_script(request):
        return PlainTextResponse(f"{_('log in first')}\n", HTTPStatus.UNAUTHORIZED)
    return RedirectResponse(url, HTTPStatus.SEE_OTHER)


def _is_script(request: Request) -> bool:
    """Whether a script of a page asks, or something else that shows no pages."""
    mode = request.headers.get("sec-fetch-mode", "navigate")
    return mode != "navigate" or request.headers.get("accept", "").startswith(_NO_PAGES)


def _not_allowed(request: Request, error: NotAllowed) -> Response:
    problem = _("Your account may not do this.")
    hint = _("It takes the role %(role)s: ask who keeps this record.") % {"role": error.needed}
    return _page(request, FailurePage(HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN.phrase, problem, hint))


def _page(request: Request, page: FailurePage) -> Response:
    return render(request, "failure.html", page, status=page.status)
