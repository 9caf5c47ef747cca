"""The index of all words: SQLite's FTS5 and PostgreSQL's tsvector, both filled with the same stems."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, text

from parley.store.query import FIELDS, Field
from parley.store.tokens import stems

__all__ = ["INDEX", "LETTERS", "in_field", "index_report", "make_index"]

INDEX = "report_search"
LETTERS: Mapping[Field, str] = {"title": "A", "outlet": "B", "dateline": "C", "text": "D"}
"""The weights of a tsvector by field."""

Fields = Mapping[Field, Sequence[str]]

_APART = 10
"""So many places between two fields, so that no phrase runs from one into the next."""
_LAST_PLACE = 16_383
_ROOM = 900_000
_SQLITE = (f"CREATE VIRTUAL TABLE {INDEX} USING fts5({', '.join(FIELDS)}, content='', tokenize='ascii')",)
_POSTGRES = (
    f"CREATE TABLE {INDEX} (report integer PRIMARY KEY REFERENCES report (seq), words tsvector NOT NULL)",
    f"CREATE INDEX {INDEX}_words ON {INDEX} USING gin (words) WITH (fastupdate = off)",
)
_FILL_SQLITE = text(
    f"INSERT INTO {INDEX} (rowid, title, text, outlet, dateline) VALUES (:seq, :title, :text, :outlet, :dateline)"
)
_FILL_POSTGRES = text(f"INSERT INTO {INDEX} (report, words) VALUES (:seq, CAST(:words AS tsvector))")


def make_index(connection: Connection) -> None:
    """Make it, empty."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRES:
        connection.execute(text(statement))


def index_report(connection: Connection, seq: int, values: Mapping[str, object]) -> None:
    """Put a report's words into it; `values` are those of its row. A report never changes, so it is done once."""
    fields: Fields = {
        "title": stems(_str(values["title"])),
        "outlet": stems(f"{_str(values['outlet'])} {_str(values['site'])}"),
        "dateline": stems(_str(values["dateline"])),
        "text": stems(_str(values["text"])),
    }
    if connection.dialect.name == "sqlite":
        connection.execute(_FILL_SQLITE, {"seq": seq} | {name: " ".join(words) for name, words in fields.items()})
    else:
        connection.execute(_FILL_POSTGRES, {"seq": seq, "words": _vector(fields)})


def in_field(name: Field, word: str) -> str:
    """A word of a field as a tsvector has it beside the word itself, so that only few have to be looked at closely."""
    return f"{name}.{word}"


def _str(value: object) -> str:
    return value if isinstance(value, str) else ""


def _vector(fields: Fields) -> str:
    """A tsvector, written out: every stem with its places and fields.

    PostgreSQL has room for a megabyte of them and counts 16,383 places: in a longer report all words are found, but
    phrases only in the part before that; words beyond the megabyte are not.
    """
    at: dict[str, list[str]] = {}
    first = 1
    for name, words in fields.items():
        for place, word in enumerate(words, start=first):
            for entry in (word, in_field(name, word)) if name != "text" else (word,):
                at.setdefault(entry, []).append(f"{min(place, _LAST_PLACE)}{LETTERS[name]}")
        first += len(words) + _APART
    return " ".join(_fitting(f"'{word}':{','.join(dict.fromkeys(places))}" for word, places in at.items()))


def _fitting(entries: Iterable[str]) -> Iterable[str]:
    room = _ROOM
    for entry in entries:
        room -= len(entry.encode())
        if room < 0:
            return
        yield entry
