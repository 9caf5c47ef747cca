"""Where a record lies: a file, or a database by its URL."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from parley.errors import StoreError

DEFAULT = "parley.db"

_POSTGRES = frozenset({"postgres", "postgresql", "postgresql+psycopg"})


@dataclass(frozen=True, slots=True)
class Place:
    """A record's URL, its name as people may see it (without a password), and its file where it is one."""

    name: str
    url: URL
    file: Path | None


def place_of(given: str) -> Place:
    """The place of a path, of `sqlite:///PATH` or of `postgresql://USER@HOST/NAME`; raises StoreError on any other."""
    if "://" not in given:
        return _file(given)
    try:
        url = make_url(given)
    except ArgumentError:
        raise StoreError(given.partition("://")[0], "is no URL of a record", _KNOWN) from None
    if url.drivername == "sqlite" and url.database:
        return _file(url.database)
    if url.drivername in _POSTGRES:
        url = url.set(drivername="postgresql+psycopg")
        return Place(url.set(drivername="postgresql").render_as_string(hide_password=True), url, None)
    raise StoreError(url.render_as_string(hide_password=True), "is no place that Parley can keep a record at", _KNOWN)


_KNOWN = "give a file, as parley.db, or postgresql://USER@HOST/NAME"


def _file(path: str) -> Place:
    return Place(path, URL.create("sqlite", database=path), Path(path))
