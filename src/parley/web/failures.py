"""What goes wrong, told to the reader: what it is and what to do, never a traceback."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response

from parley.errors import InputError, NotFound, ParleyError, StoreError
from parley.web.people import LogInFirst, NotAllowed
from parley.web.rendering import render
from parley.web.translation import gettext as _

__all__ = ["FailurePage", "install", "plain"]


@dataclass(frozen=True, slots=True)
class FailurePage:
    """`problem` in a line, `hint` what to do."""

    status: int
    title: str
    problem: str
    hint: str = ""


def install(app: FastAPI) -> None:
    """Answer every failure with a page of its own."""
    app.exception_handler(ParleyError)(_parley)
    app.exception_handler(HTTPException)(_http)
    app.exception_handler(RequestValidationError)(_invalid)
    app.exception_handler(LogInFirst)(_log_in)
    app.exception_handler(NotAllowed)(_not_allowed)


def plain(status: int, said: str) -> Response:
    """An answer in a line."""
    return PlainTextResponse(f"{said}\n", status)


def status_of(error: ParleyError) -> HTTPStatus:
    """How an error of ours is told in HTTP."""
    if isinstance(error, NotFound):
        return HTTPStatus.NOT_FOUND
    if isinstance(error, InputError):
        return HTTPStatus.UNPROCESSABLE_ENTITY
    return HTTPStatus.SERVICE_UNAVAILABLE if isinstance(error, StoreError) else HTTPStatus.INTERNAL_SERVER_ERROR


def _parley(request: Request, error: Exception) -> Response:
    assert isinstance(error, ParleyError)
    status = status_of(error)
    problem, hint = getattr(error, "problem", str(error)), getattr(error, "hint", "")
    source = getattr(error, "source", "")
    return _page(request, FailurePage(status, status.phrase, f"{source}: {problem}" if source else problem, hint))


def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    status = HTTPStatus(error.status_code)
    if status == HTTPStatus.NOT_FOUND:
        problem = _("There is nothing at this address.")
        return _page(request, FailurePage(status, status.phrase, problem, _("The board leads to everything there is.")))
    return _page(request, FailurePage(status, status.phrase, str(error.detail)))


def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    said = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in error.errors())
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    return _page(request, FailurePage(status, status.phrase, said))


def _log_in(request: Request, error: Exception) -> Response:
    return RedirectResponse(f"/log-in?next={request.url.path}", HTTPStatus.SEE_OTHER)


def _not_allowed(request: Request, error: Exception) -> Response:
    assert isinstance(error, NotAllowed)
    problem = _("Your account may not do this.")
    hint = _("It takes the role %(role)s: ask who keeps this record.") % {"role": error.needed}
    return _page(request, FailurePage(HTTPStatus.FORBIDDEN, HTTPStatus.FORBIDDEN.phrase, problem, hint))


def _page(request: Request, page: FailurePage) -> Response:
    return render(request, "failure.html", page, status=page.status)
