"""Types of columns that are the same in SQLite and in PostgreSQL."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from sqlalchemy import Dialect, Text, TypeDecorator
from sqlalchemy.types import TypeEngine

_ESCAPED = "\ue000json:"
_FORM = "%Y-%m-%dT%H:%M:%S.%fZ"


class Words(TypeDecorator[str]):
    """Any string at all: a text given in Python may hold NUL or lone surrogates, which PostgreSQL and UTF-8 do not."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else restored(value)


class Id(Words):
    """An id: compared and sorted by its characters, not by the rules of a language, so that a record has one order."""

    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[str]:
        return dialect.type_descriptor(Text(collation="C" if dialect.name == "postgresql" else None))


def storable(value: str) -> str:
    """The string itself, or escaped where a database cannot hold it."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return _ESCAPED + json.dumps(value)
    return _ESCAPED + json.dumps(value) if "\x00" in value or value.startswith(_ESCAPED) else value


def restored(value: str) -> str:
    """What `storable` was given."""
    if not value.startswith(_ESCAPED):
        return value
    text: str = json.loads(value.removeprefix(_ESCAPED))
    return text


class Strings(TypeDecorator[tuple[str, ...]]):
    """Some strings, as a JSON array."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str | None:
        return None if value is None else json.dumps(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...] | None:
        return None if value is None else tuple(json.loads(value))


class Moment(TypeDecorator[datetime]):
    """A moment in UTC, as ISO 8601 of fixed length, so that the text sorts as time does."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else value.astimezone(UTC).strftime(_FORM)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)
