"""The nouns of the record as the API's document describes them: what `exports.record_json.to_json` makes of them."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from dataclasses import is_dataclass
from datetime import date
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints, is_typeddict

from pydantic import BaseModel, ConfigDict, Field, create_model

from parley.record import Evidence

__all__ = ["Shape", "page_of", "shape"]

Shape: TypeAlias = type[BaseModel]
_EXACT = ConfigDict(extra="forbid")
_WORDS: Mapping[str, object] = {"quote": str, "outlet": str, "published": date | None}
"""What stands beside every place: its exact words, and where and when they were printed."""


@cache
def shape(noun: type) -> Shape:
    """The model of a dataclass or typed dictionary; every field is always there."""
    fields = {name: _type(kind) for name, kind in get_type_hints(noun).items()}
    return _made(noun.__name__, inspect.getdoc(noun), {**fields, **(_WORDS if noun is Evidence else {})})


@cache
def page_of(item: Shape) -> Shape:
    """The model of a page of a list."""
    fields = {"version": str, "total": int, "page": int, "size": int, "items": list[item]}  # type: ignore[valid-type]
    return _made(f"{item.__name__}Page", f"Some of a list of {item.__name__}.", fields)


def _made(name: str, doc: str | None, fields: Mapping[str, object]) -> Shape:
    definitions: dict[str, Any] = {field: (kind, ...) for field, kind in fields.items()}
    return create_model(name, __config__=_EXACT, __doc__=doc, **definitions)


def _type(kind: Any) -> Any:  # noqa: ANN401 - types are values here
    """The type of a field, with models in place of nouns and lists in place of tuples."""
    origin, args = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        return Union[tuple(map(_type, args))]  # noqa: UP007 - made of values
    if origin is tuple and args[1:] == (...,):
        return list[_type(args[0])]  # type: ignore[misc]
    if origin is tuple:  # pairs of one type: readers of documents go wrong over `prefixItems`
        return Annotated[list[_type(args[0])], Field(min_length=len(args), max_length=len(args))]  # type: ignore[misc]
    if origin is list:
        return list[_type(args[0])]  # type: ignore[misc]
    if origin is not None and origin is not Literal and issubclass(origin, Mapping):
        return dict[str, _type(args[1])]  # type: ignore[misc]
    return shape(kind) if is_dataclass(kind) or is_typeddict(kind) else kind
