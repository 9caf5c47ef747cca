"""How the API answers: one thing or a page of a list, with the version of the record that it was made of."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from typing import Annotated, TypeVar
from urllib.parse import urlencode

from fastapi import Depends, Query, Request
from starlette.responses import Response

from parley.exports.record_desk import Desk
from parley.exports.record_json import Json, to_json
from parley.web.index import Index
from parley.web.live import Live
from parley.web.people import Person, Reader

__all__ = ["Asking", "Listing", "One", "Some", "as_bytes", "json_response"]

T = TypeVar("T")
MOST = 200
"""Items on one page."""
_DEEPEST = 10_000_000


def json_response(content: Json, status: int = HTTPStatus.OK) -> Response:
    """JSON that nobody keeps."""
    return Response(as_bytes(content), status, {"Cache-Control": "no-store"}, "application/json")


def as_bytes(content: Json) -> bytes:
    """JSON in UTF-8; in ASCII where a text holds what UTF-8 cannot (half of a surrogate pair)."""
    try:
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    except UnicodeEncodeError:
        return json.dumps(content, separators=(",", ":"), allow_nan=False).encode()


@dataclass(frozen=True, slots=True)
class Asking:
    """A request for something, by whom, and the snapshot of the record that answers it."""

    request: Request
    person: Person
    live: Live
    version: str
    index: Index

    @property
    def desk(self) -> Desk:
        """The snapshot with what it quotes."""
        return self.index.desk

    def thing(self, found: object) -> Response:
        """A noun of the record."""
        return self.answer(lambda: to_json(found, self.desk))

    def answer(self, made: Callable[[], Json]) -> Response:
        """What is made, or 304 where who asks has it already; then it is not made at all."""
        return self.bytes(lambda: as_bytes(made()), "application/json")

    def bytes(self, made: Callable[[], bytes], media: str, *, version: str = "", **headers: str) -> Response:
        """The same of any kind; `version` is that of what is made, where it changes with more than the record."""
        tag = f'W/"{version or self.version}"'
        told = {"ETag": tag, "Cache-Control": "private, no-cache", "Vary": "Cookie, Authorization"}
        if _is_known(tag, self.request.headers.get("if-none-match", "")):
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=told)
        return Response(made(), headers=told | headers, media_type=media)


@dataclass(frozen=True, slots=True)
class Listing:
    """A request for page `number` of a list, `size` items a page."""

    asking: Asking
    number: int
    size: int

    @property
    def index(self) -> Index:
        """What hangs on what in the snapshot."""
        return self.asking.index

    @property
    def desk(self) -> Desk:
        """The snapshot with what it quotes."""
        return self.asking.index.desk

    @property
    def first(self) -> int:
        """The position of the first item on the page, from 0."""
        return (self.number - 1) * self.size

    def page(
        self, found: Sequence[T], as_item: Callable[[T], Json] | None = None, *, changing: bool = False
    ) -> Response:
        """The page of all that was found; without `as_item` nouns of the record. See `part` for `changing`."""
        made = as_item or (lambda one: to_json(one, self.desk))
        some = found[self.first : self.first + self.size]
        return self.part(len(found), lambda: [made(one) for one in some], changing=changing)

    def part(self, total: int, made: Callable[[], list[Json]], *, changing: bool = False) -> Response:
        """The page where its items are found by themselves, of `total` in all; `changing` where it may be another one
        while the record is the same."""
        head: dict[str, Json] = {
            "version": self.asking.version,
            "total": total,
            "page": self.number,
            "size": self.size,
        }
        links = ", ".join(f'<{self._address(number)}>; rel="{name}"' for name, number in self._links(total).items())
        if not changing:
            return self.asking.bytes(lambda: as_bytes({**head, "items": made()}), "application/json", Link=links)
        content = as_bytes({**head, "items": made()})
        version = sha256(content).hexdigest()[:16]
        return self.asking.bytes(lambda: content, "application/json", version=version, Link=links)

    def _links(self, total: int) -> dict[str, int]:
        last = max(1, -(-total // self.size))
        found = {"first": 1, "prev": min(self.number - 1, last), "next": self.number + 1, "last": last}
        return {name: number for name, number in found.items() if 1 <= number <= last}

    def _address(self, number: int) -> str:
        request = self.asking.request
        kept = [(name, value) for name, value in request.query_params.multi_items() if name not in ("page", "size")]
        return f"{request.url.path}?{urlencode([*kept, ('page', number), ('size', self.size)])}"


def _is_known(tag: str, given: str) -> bool:
    """The weak comparison of RFC 9110, 13.1.2."""
    bare = tag.removeprefix("W/")
    return given.strip() == "*" or bare in (one.strip().removeprefix("W/") for one in given.split(","))


def _asking(request: Request, reader: Reader) -> Asking:
    live: Live = request.app.state.live
    version = live.version  # before the snapshot: a tag may be older than what it is given with, never newer
    return Asking(request, reader, live, version, live.index)


One = Annotated[Asking, Depends(_asking)]


def _listing(
    asking: One,
    page: Annotated[int, Query(ge=1, le=_DEEPEST, description="Counted from 1.")] = 1,
    size: Annotated[int, Query(ge=1, le=MOST, description="Items a page.")] = 50,
) -> Listing:
    return Listing(asking, page, size)


Some = Annotated[Listing, Depends(_listing)]
