"""Logging in and out."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from parley.store.sessions import Refused
from parley.web.accounts import Accounts, address_of, give_session, take_session
from parley.web.addresses import inside
from parley.web.failures import seconds_of, waiting
from parley.web.people import Reader, TooMany, somebody
from parley.web.rendering import render
from parley.web.security import forget_token
from parley.web.translation import gettext as _

__all__ = ["LogInPage", "room"]

room = APIRouter()
_LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class LogInPage:
    """`next` is where somebody wanted to go, `name` what they typed, `problem` why they are not let in."""

    next: str
    name: str = ""
    problem: str = ""


@room.get("/log-in")
def log_in_page(request: Request, next: Annotated[str, Query(max_length=_LONGEST)] = "/") -> Response:
    """The form; whoever is logged in already goes on."""
    if somebody(request):
        return RedirectResponse(inside(next), HTTPStatus.SEE_OTHER)
    return render(request, "log-in.html", LogInPage(inside(next)))


@room.post("/log-in")
def log_in(
    request: Request,
    name: Annotated[str, Form(max_length=_LONGEST)] = "",
    password: Annotated[str, Form(max_length=_LONGEST)] = "",
    next: Annotated[str, Form(max_length=_LONGEST)] = "/",
) -> Response:
    """Begin a session, always a new one: nothing that was sent before it holds any more."""
    accounts: Accounts = request.app.state.accounts
    came = accounts.enter(name, password, address_of(request))
    if isinstance(came, Refused):
        return _again(request, LogInPage(inside(next), name), came)
    accounts.leave(request)
    response = RedirectResponse(inside(next), HTTPStatus.SEE_OTHER)
    give_session(response, came.token, secure=request.app.state.settings.secure)
    forget_token(response)
    return response


@room.post("/log-out")
def log_out(request: Request, reader: Reader) -> Response:
    """End the session."""
    request.app.state.accounts.leave(request)
    response = RedirectResponse("/log-in", HTTPStatus.SEE_OTHER)
    take_session(response, secure=request.app.state.settings.secure)
    forget_token(response)
    return response


def _again(request: Request, page: LogInPage, refused: Refused) -> Response:
    """The form with why nobody was let in; never which of the two was wrong."""
    if not refused.wait:
        wrong = LogInPage(page.next, page.name, _("This name and this password do not go together."))
        return render(request, "log-in.html", wrong, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    error = TooMany(refused.wait)
    response = render(
        request, "log-in.html", LogInPage(page.next, page.name, waiting(error)), status=HTTPStatus.TOO_MANY_REQUESTS
    )
    response.headers["Retry-After"] = str(seconds_of(error))
    return response
