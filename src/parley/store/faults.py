"""What a database says when something is wrong, in our words and with the way out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from parley.errors import Busy, NotARecord, NotWritable, StoreError, Unreachable

Fault = tuple[type[StoreError], str, str]

_AGAIN = "what was added before is kept: the same command then goes on"
_SQLITE: Mapping[int, Fault] = {
    sqlite3.SQLITE_FULL: (NotWritable, "there is no room left on the disk", f"make some; {_AGAIN}"),
    sqlite3.SQLITE_IOERR: (
        NotWritable,
        "the disk refuses to read or write",
        f"look whether there is room on it and whether it is sound; {_AGAIN}",
    ),
    sqlite3.SQLITE_READONLY: (
        NotWritable,
        "is read-only",
        "give yourself the right to write to the file and its folder, or copy it",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        NotWritable,
        "cannot be opened or made",
        "check that the folder is there and that you may write to it",
    ),
    sqlite3.SQLITE_PERM: (NotWritable, "may not be opened", "check the permissions of the file and its folder"),
    sqlite3.SQLITE_CORRUPT: (
        NotARecord,
        "is damaged",
        "put back a copy of it, or save what can be saved: sqlite3 FILE .recover | sqlite3 NEW",
    ),
    sqlite3.SQLITE_NOTADB: (NotARecord, "is not a record, or damaged", "give another file, or put back a copy of it"),
    sqlite3.SQLITE_BUSY: (Busy, "another program has been writing to it for too long", f"wait for it; {_AGAIN}"),
    sqlite3.SQLITE_LOCKED: (Busy, "another program has been writing to it for too long", f"wait for it; {_AGAIN}"),
}
_POSTGRES: Mapping[str, Fault] = {
    "53100": (NotWritable, "there is no room left on the server's disk", f"make some; {_AGAIN}"),
    "25006": (NotWritable, "is read-only", "write to the server that is not a standby"),
    "42501": (NotWritable, "this user may not write there", "have the rights granted: GRANT … ON DATABASE …"),
    "55P03": (Busy, "another program has been writing to it for too long", f"wait for it; {_AGAIN}"),
    "3D000": (Unreachable, "there is no database of that name", "make it: createdb NAME"),
}
_DOWN = f"start the server or check the URL; {_AGAIN}"


@contextmanager
def told(name: str) -> Iterator[None]:
    """Raises a StoreError about the record of that name for whatever its database raises."""
    try:
        yield
    except DBAPIError as error:
        raise _fault(name, error.orig or error) from error
    except sqlite3.Error as error:
        raise _fault(name, error) from error


def _fault(name: str, error: BaseException) -> StoreError:
    said = str(error).strip().partition("\n")[0]
    kind, problem, hint = _of_sqlite(error) if isinstance(error, sqlite3.Error) else _of_postgres(error)
    return kind(name, f"{problem}: {said}" if said else problem, hint)


def _of_sqlite(error: sqlite3.Error) -> Fault:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the higher bits say more than is needed here
    return _SQLITE.get(code, (StoreError, "the database refuses", ""))


def _of_postgres(error: BaseException) -> Fault:
    state = getattr(error, "sqlstate", None)
    if state is None or state.startswith(("08", "57P")):
        return Unreachable, "the database server does not answer", _DOWN
    if state.startswith("28"):
        return Unreachable, "the database server lets this user not in", "check user and password"
    return _POSTGRES.get(state, (StoreError, "the database refuses", ""))
