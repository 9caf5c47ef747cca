"""Connections to a record's database, and the transactions in them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text

from parley.errors import NoRecord, NotARecord, StoreError
from parley.store.faults import told
from parley.store.places import Place

MARK = 0x5041524C
"""SQLite's application_id of a record: "PARL"."""

PATIENCE = 30
"""Seconds to wait for another program that writes."""

_LOCK = 0x5041524C
_PAUSE = 0.02
_UNWRITABLE = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY})


def engine_of(place: Place, *, create: bool) -> Engine:
    """Connections to the database at that place; raises NoRecord where there is none and none is to be made."""
    return _postgres(place) if place.file is None else _sqlite(place, place.file, create)


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one moment of the record."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine, *, durable: bool = False) -> Iterator[Connection]:
    """A transaction that no other writer shares: all of it is kept, or nothing.

    Whatever is committed outlives this process, however it ends. With `durable` it also outlives a power cut at that
    very moment: SQLite then waits for the disk.
    """
    with engine.connect().execution_options(begin="BEGIN IMMEDIATE", durable=durable) as connection, connection.begin():
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


def _sqlite(place: Place, file: Path, create: bool) -> Engine:
    if not create and not file.exists():
        raise NoRecord(place.name, "there is no record", "make one: parley add PATH…, or name it: --record FILE")
    if not file.parent.is_dir():
        raise NoRecord(place.name, f"there is no folder {file.parent}", "make it first")
    with told(place.name):
        address = _prepared(place.name, file)
    return _with_transactions(create_engine("sqlite://", creator=lambda: _connected(address), poolclass=QueuePool))


def _connected(address: str) -> sqlite3.Connection:
    connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _prepared(name: str, file: Path) -> str:
    """The file's address; a new one is made to keep a log of what is written, so that readers need not wait."""
    for address in (file.absolute().as_uri(), f"{file.absolute().as_uri()}?immutable=1"):
        with closing(_connected(address)) as connection:
            try:
                _check(name, connection)
            except sqlite3.OperationalError as error:
                if not _is_closed(file) or error.sqlite_errorcode & 0xFF not in _UNWRITABLE:
                    raise
                continue
        return address
    raise AssertionError("an immutable file is opened or refused")


def _is_closed(file: Path) -> bool:
    """Whether nobody is writing: then the file alone is the record, and can be read where no log can be made."""
    return file.exists() and not file.with_name(f"{file.name}-wal").exists()


def _check(name: str, connection: sqlite3.Connection) -> None:
    """Refuse a file of another program, before anything in it is touched."""
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and mark != MARK:
        raise NotARecord(name, "is a database of another program", "name another file: --record FILE")
    if not tables:
        _keep_log(connection)


def _keep_log(connection: sqlite3.Connection) -> None:
    """Turn the write-ahead log on; SQLite does not wait by itself here for another program that does the same."""
    for tries_left in range(int(PATIENCE / _PAUSE), -1, -1):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or not tries_left:
                raise
            time.sleep(_PAUSE)


def _with_transactions(engine: Engine) -> Engine:
    """Begin SQLite's transactions as they are asked for, instead of when its driver thinks fit."""

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        cursor = connection.connection.cursor()
        # With the log, NORMAL never tears the file, and a process that is killed loses nothing that it committed.
        wait = options.get("durable") or cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal"
        cursor.execute(f"PRAGMA synchronous = {'FULL' if wait else 'NORMAL'}")
        cursor.execute(options.get("begin", "BEGIN"))
        cursor.close()

    return engine


def _postgres(place: Place) -> Engine:
    arguments = {"connect_timeout": PATIENCE // 3, "options": f"-c lock_timeout={PATIENCE}s"}
    try:
        return create_engine(place.url, connect_args=arguments)
    except ModuleNotFoundError:
        raise StoreError(
            place.name, "PostgreSQL needs one package more", "pip install 'parley-record[postgres]'"
        ) from None
