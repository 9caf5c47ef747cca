"""What the API says of itself: the OpenAPI document, and the same as a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from parley import __version__
from parley.web.api.problems import MEDIA, Problem

__all__ = ["document", "operations"]

_DESCRIPTION = """Everything that the pages show of a record, and adding and judging.

Nothing is stated as fact: every line names who says so and where, with the exact words (`quote`). Lists come in pages;
the header `Link` leads on. What is read carries an `ETag`: send it as `If-None-Match`, and it comes only where the
record has changed. Failures are problem details (RFC 9457)."""
_SAID: Mapping[int, str] = {
    304: "The record has not changed.",
    401: "The record has accounts: nobody, or not this one, is logged in.",
    403: "The account may not do this, or a page of somebody else sent it.",
    404: "There is no such thing.",
    413: "It is too much at once.",
    415: "The body is of another kind.",
    422: "What was sent is not as it has to be.",
    429: "Too many wrong passwords: wait.",
    503: "The record cannot be reached or written at present.",
}
_ALWAYS = (401, 403, 422, 429, 503)
_SENT = (404, 413, 415)
_SECURITY: Mapping[str, object] = {
    "password": {"type": "http", "scheme": "basic", "description": "Name and password of an account."},
    "session": {"type": "apiKey", "in": "cookie", "name": "parley-session", "description": "What logging in gives."},
}


def document(api: FastAPI) -> dict[str, Any]:
    """The OpenAPI 3.1 document, made once."""
    if api.openapi_schema is None:
        made = get_openapi(
            title="Parley",
            version=__version__,
            openapi_version="3.1.0",
            description=_DESCRIPTION,
            routes=api.routes,
            servers=[{"url": "/api/v1"}],
        )
        schemas = made["components"]["schemas"]
        schemas["Problem"] = Problem.model_json_schema()
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        made["components"]["securitySchemes"] = dict(_SECURITY)
        made["security"] = [{}, {"password": []}, {"session": []}]
        for path, method, operation in operations(made):
            _complete(path, method, operation)
        api.openapi_schema = made
    return api.openapi_schema


def operations(made: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Each operation of a document with its path and method."""
    for path, methods in made["paths"].items():
        yield from ((path, method, operation) for method, operation in methods.items())


def _complete(path: str, method: str, operation: dict[str, Any]) -> None:
    """Add what every answer may be beside the one asked for."""
    answers = operation["responses"]
    if method == "get":
        answers["304"] = {"description": _SAID[304]}
        _told(answers["200"])
    problem = {"content": {MEDIA: {"schema": {"$ref": "#/components/schemas/Problem"}}}}
    more = _SENT if method != "get" else (404,) if "{" in path else ()
    for status in (*_ALWAYS, *more):
        answers[str(status)] = {"description": _SAID[status], **problem}


def _told(answer: dict[str, Any]) -> None:
    """The headers of what is read."""
    words = {"schema": {"type": "string"}}
    answer["headers"] = {"ETag": {"description": "The version of the record.", "required": True, **words}}
