"""What goes wrong, told to programs: problem details (RFC 9457) of our own tree of errors."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute
from pydantic import BaseModel, ConfigDict
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from parley.errors import Busy, ParleyError
from parley.exports.record_json import Json
from parley.web.api.answers import as_bytes
from parley.web.failures import seconds_of, status_of, waiting
from parley.web.people import LogInFirst, NotAllowed, TooMany

__all__ = ["KINDS", "MEDIA", "Kind", "Problem", "install", "problem", "told"]

MEDIA = "application/problem+json"
_BASIC = 'Basic realm="parley", charset="UTF-8"'
_LOG_IN = "this record has accounts: send a name and a password (Basic), or the cookie of a session"
_RETRY = "5"
"""Seconds after which another program is likely to have let go of the record."""


class Problem(BaseModel):
    """Why a request was not answered as it asked to be.

    `type` is an address that says what this kind of problem is, `title` its name, `detail` what is wrong here and
    `hint` what to do. `source` names what it lies in: an id, an input, a parameter. `errors` are all of them where
    several parts of a request are wrong."""

    model_config = ConfigDict(extra="forbid")

    type: str
    title: str
    status: int
    detail: str
    source: str | None = None
    hint: str | None = None
    errors: list[str] | None = None


def install(api: FastAPI, routes: Sequence[APIRoute]) -> None:
    """Answer every failure with problem details; `routes` are all of the API's."""
    for kind in (ParleyError, HTTPException, RequestValidationError, LogInFirst, NotAllowed, Exception):
        api.exception_handler(kind)(told)
    api.exception_handler(HTTPStatus.METHOD_NOT_ALLOWED)(lambda request, error: _method(request, routes))


def told(request: Request, error: Exception) -> Response:
    """The answer to a failure."""
    match error:
        case LogInFirst():
            return problem("log-in", HTTPStatus.UNAUTHORIZED, _LOG_IN, {"WWW-Authenticate": _BASIC})
        case NotAllowed():
            return problem("not-allowed", HTTPStatus.FORBIDDEN, f"it takes the role {error.needed}")
        case TooMany():
            headers = {"Retry-After": str(seconds_of(error))}
            return problem("too-many-log-ins", HTTPStatus.TOO_MANY_REQUESTS, waiting(error), headers)
        case RequestValidationError():
            return _invalid(error)
        case HTTPException():
            return _http(error)
        case ParleyError():
            return _parley(error)
        case _:
            return problem("", HTTPStatus.INTERNAL_SERVER_ERROR, "a fault of ours; what the server wrote tells more")


def problem(kind: str, status: int, detail: str, headers: Mapping[str, str] | None = None, **more: Json) -> Response:
    """Problem details of a kind of `KINDS`; "" for none but the status itself."""
    body: dict[str, Json] = {
        "type": f"/api/v1/docs#{kind}" if kind else "about:blank",
        "title": _title(kind) if kind else HTTPStatus(status).phrase,
        "status": int(status),
        "detail": detail,
    }
    body |= {name: value for name, value in more.items() if value}
    return Response(as_bytes(body), status, {"Cache-Control": "no-store", **(headers or {})}, MEDIA)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of problem: the end of its address, and what it says."""

    name: str
    means: str


def _errors(error: type[ParleyError]) -> Iterator[Kind]:
    yield Kind(_slug(error), (inspect.getdoc(error) or "").partition("\n")[0])
    for below in error.__subclasses__():
        if not below.__name__.startswith("_"):
            yield from _errors(below)
        else:
            yield from (kind for one in below.__subclasses__() for kind in _errors(one))


def _slug(error: type[ParleyError]) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "-", error.__name__).lower()


def _title(kind: str) -> str:
    return kind.replace("-", " ").capitalize()


KINDS: tuple[Kind, ...] = (
    Kind("invalid", "A parameter or the body is not as the document says."),
    Kind("log-in", "The record has accounts, and the request says nobody's name and password, or wrong ones."),
    Kind("not-allowed", "The account may not do this."),
    Kind("host", "The app is asked for under a name that is none of its own."),
    Kind("foreign", "A browser sent it from a page of somebody else."),
    Kind("too-many-log-ins", "Too many wrong passwords in a short time."),
    *_errors(ParleyError),
)
"""All kinds: those of requests, and our own errors."""


def _parley(error: ParleyError) -> Response:
    detail, source, hint = (getattr(error, name, "") for name in ("problem", "source", "hint"))
    told = "" if _of_command_line(hint) else hint
    headers = {"Retry-After": _RETRY} if isinstance(error, Busy) else {}
    return problem(_slug(type(error)), status_of(error), detail or str(error), headers, source=source, hint=told)


def _of_command_line(hint: str) -> bool:
    """What it says to do helps nobody here."""
    return "parley " in hint or "--" in hint


def _http(error: HTTPException) -> Response:
    detail = "there is nothing at this address" if error.status_code == HTTPStatus.NOT_FOUND else str(error.detail)
    return problem("", error.status_code, detail, error.headers)


def _method(request: Request, routes: Iterable[APIRoute]) -> Response:
    """All that an address takes: the framework names the methods of its first route only."""
    path = str(request.scope["path"]).removeprefix(str(request.scope.get("root_path", "")))
    methods = {method for route in routes if route.path_regex.match(path) for method in route.methods or ()}
    allowed = ", ".join(sorted(methods))
    return problem("", HTTPStatus.METHOD_NOT_ALLOWED, f"this address takes {allowed}", {"Allow": allowed})


def _invalid(error: RequestValidationError) -> Response:
    said: list[Json] = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
    detail = str(said[0]) if said else "it is not as it has to be"
    return problem("invalid", HTTPStatus.UNPROCESSABLE_ENTITY, detail, errors=said)
