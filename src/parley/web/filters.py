"""The form above a list: what may be asked for, what was, and what of it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from http import HTTPStatus
from typing import Literal
from urllib.parse import urlencode

from starlette.requests import Request

from parley.exports.record_filter import Filter
from parley.web.index import Index
from parley.web.translation import gettext as _

__all__ = ["Choice", "Field", "FilterForm", "Order", "Wanted", "choices_of", "form_of"]

Kind = Literal["text", "select", "day", "number"]
_LONGEST = 200
_MOST_ORIGINS = 1_000


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values that a field offers."""

    value: str
    title: str


@dataclass(frozen=True, slots=True)
class Field:
    """One input: what stands in it, what it offers, and why that cannot be asked for."""

    name: str
    label: str
    kind: Kind
    value: str
    choices: tuple[Choice, ...] = ()
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """A way to order the list, and the address of the list in that order."""

    name: str
    title: str
    url: str
    here: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a list may be asked for: the names of fields, what they offer, and the orders, of which the first is that
    of whoever asks for none."""

    fields: tuple[str, ...]
    orders: Mapping[str, str]
    choices: Mapping[str, Sequence[Choice]]


@dataclass(frozen=True, slots=True)
class FilterForm:
    """The form as it was sent; `asked` leaves out what cannot be asked for."""

    address: str
    fields: tuple[Field, ...]
    orders: tuple[Order, ...]
    asked: Filter

    @property
    def problems(self) -> tuple[str, ...]:
        """Why nothing is listed."""
        return tuple(f"{one.label}: {one.problem}" for one in self.fields if one.problem)

    @property
    def status(self) -> HTTPStatus:
        """How the answer is told in HTTP."""
        return HTTPStatus.UNPROCESSABLE_ENTITY if self.problems else HTTPStatus.OK

    @property
    def order(self) -> str:
        """The name of the order asked for."""
        return next(one.name for one in self.orders if one.here)

    @property
    def narrowed(self) -> bool:
        """Whether anything is asked for."""
        return any(one.value for one in self.fields)

    def by(self, name: str) -> Order:
        """The order of that name, for the head of a column."""
        return next(one for one in self.orders if one.name == name)


def form_of(request: Request, wanted: Wanted) -> FilterForm:
    """The form that the query of a request fills in."""
    given = {name: request.query_params.get(name, "").strip()[:_LONGEST] for name in wanted.fields}
    fields = tuple(_field(name, given[name], wanted.choices.get(name, ())) for name in wanted.fields)
    values = {one.name: one.value for one in fields if one.value and not one.problem}
    asked = request.query_params.get("sort", "")
    order = asked if asked in wanted.orders else next(iter(wanted.orders))
    orders = tuple(_order(name, title, order, request) for name, title in wanted.orders.items())
    return FilterForm(request.url.path, fields, orders, _filter(values))


def _order(name: str, title: str, here: str, request: Request) -> Order:
    kept = [(key, value) for key, value in request.query_params.multi_items() if key not in ("page", "sort") and value]
    return Order(name, title, f"{request.url.path}?{urlencode([*kept, ('sort', name)])}", name == here)


def _field(name: str, value: str, choices: Iterable[Choice]) -> Field:
    label, kind, check = _FIELDS[name]()
    offered = tuple(choices)
    if kind == "text" and offered and name in ("type", "talks", "outlet"):
        kind = "select"
    if kind == "select" and value and value not in {one.value for one in offered}:
        offered = (*offered, Choice(value, value))  # what was asked for is shown, also where there is none of it
    return Field(name, label, kind, value, offered, check(value) if value else "")


def _no_check(value: str) -> str:
    return ""


def _check_day(value: str) -> str:
    try:
        date.fromisoformat(value)
    except ValueError:
        return _("“%(given)s” is no day; write it as 2025-11-08") % {"given": value}
    return ""


def _check_number(value: str) -> str:
    if value.isascii() and value.isdigit() and 1 <= int(value) <= _MOST_ORIGINS:
        return ""
    return _("“%(given)s” is no number of origins; write 1 to 1000") % {"given": value}


_FIELDS: Mapping[str, Callable[[], tuple[str, Kind, Callable[[str], str]]]] = {
    "talks": lambda: (_("Talks"), "text", _no_check),
    "name": lambda: (_("Called"), "text", _no_check),
    "actor": lambda: (_("Somebody"), "text", _no_check),
    "side": lambda: (_("On the side of"), "text", _no_check),
    "outlet": lambda: (_("Told by"), "text", _no_check),
    "type": lambda: (_("Type"), "text", _no_check),
    "from": lambda: (_("From"), "day", _check_day),
    "to": lambda: (_("To"), "day", _check_day),
    "origins": lambda: (_("Origins, at least"), "number", _check_number),
}


def _filter(values: Mapping[str, str]) -> Filter:
    def day(name: str) -> date | None:
        return date.fromisoformat(values[name]) if name in values else None

    return Filter(
        talks=values.get("talks"),
        actor=values.get("actor", values.get("name")),
        side=values.get("side"),
        outlet=values.get("outlet"),
        kind=values.get("type"),
        since=day("from"),
        until=day("to"),
        origins=int(values.get("origins", "1")),
    )


def choices_of(index: Index, kinds: Mapping[str, int]) -> Mapping[str, Sequence[Choice]]:
    """What the fields of a list offer; `kinds` are the types of what is listed, with how many there are."""
    talks = index.desk.record.talks
    sides = dict.fromkeys(one for each in talks for one in (*each.sides, *each.mediators, *each.hosts))
    names = sorted(index.desk.name(one) for one in sides)
    return {
        "talks": [Choice(one.id, one.name) for one in talks],
        "side": [Choice(name, name) for name in names],
        "outlet": [Choice(name, name) for name in sorted(index.outlet_named, key=str.casefold)],
        "type": [Choice(kind, f"{kind.replace('_', ' ')} ({number:,})") for kind, number in kinds.items() if kind],
    }
