"""Long lists, a page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from starlette.requests import Request

__all__ = ["SIZE", "Paged", "paged", "shown"]

SIZE = 50
T = TypeVar("T")
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class Paged(Generic[T]):
    """Some of many: `first` and `last` count from 1, `before` and `after` are addresses, None at the ends."""

    items: tuple[T, ...]
    total: int
    first: int
    last: int
    before: str | None
    after: str | None


def paged(request: Request, found: Sequence[T], size: int = SIZE) -> Paged[T]:
    """The page that `?page=N` asks for; the nearest one where there are not so many."""
    pages = max(1, -(-len(found) // size))
    number = min(pages, max(1, _number(request.query_params.get("page", "1"))))
    first = (number - 1) * size
    items = tuple(found[first : first + size])
    return Paged(
        items=items,
        total=len(found),
        first=first + 1 if items else 0,
        last=first + len(items),
        before=_address(request, number - 1) if number > 1 else None,
        after=_address(request, number + 1) if number < pages else None,
    )


def shown(some: Paged[T], as_row: Callable[[T], Row]) -> Paged[Row]:
    """The same page of the list, each thing as it is shown."""
    rows = tuple(map(as_row, some.items))
    return Paged(rows, some.total, some.first, some.last, some.before, some.after)


def _number(given: str) -> int:
    return int(given) if given.isascii() and given.isdigit() and len(given) < 9 else 1


def _address(request: Request, number: int) -> str:
    kept = [(name, value) for name, value in request.query_params.multi_items() if name != "page"]
    return f"{request.url.path}?{urlencode([*kept, ('page', number)])}"
