"""The document as a page: every operation, and every kind of problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from parley.web.api.document import operations
from parley.web.api.problems import KINDS, Kind

__all__ = ["DocumentPage", "document_page"]


_PAGES = ("page", "size")
"""What every list takes is said once."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that an operation takes in its address."""

    name: str
    required: bool
    about: str


@dataclass(frozen=True, slots=True)
class Operation:
    """What can be asked; `body` is the kind of what is sent."""

    method: str
    path: str
    title: str
    about: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    body: str


@dataclass(frozen=True, slots=True)
class Family:
    """Operations of one family of addresses."""

    title: str
    operations: tuple[Operation, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """All of it."""

    families: tuple[Family, ...]
    problems: tuple[Kind, ...]


def document_page(document: Mapping[str, Any]) -> DocumentPage:
    """Everything that the page shows."""
    families = (
        Family(title, tuple(one for _, one in group))
        for title, group in groupby(_operations(document), key=lambda one: one[0])
    )
    return DocumentPage(tuple(families), KINDS)


def _operations(document: Mapping[str, Any]) -> Iterator[tuple[str, Operation]]:
    prefix = document["servers"][0]["url"]
    for path, method, told in operations(document):
        first, *rest = told.get("description", told["summary"]).split("\n\n")
        yield (
            told["tags"][0],
            Operation(
                method=method.upper(),
                path=f"{prefix}{path}",
                title=first,
                about=tuple(rest),
                parameters=tuple(_parameter(one) for one in told.get("parameters", ()) if one["name"] not in _PAGES),
                body=", ".join(told.get("requestBody", {}).get("content", {})),
            ),
        )


def _parameter(told: Mapping[str, Any]) -> Parameter:
    return Parameter(told["name"], told.get("required", False), told.get("description", ""))
