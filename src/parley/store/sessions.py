"""Being logged in: sessions by a token that only the browser has, and how often somebody may try."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, or_, select, update

from parley.store.passwords import hash_of, is_out_of_date, verify
from parley.store.store import Store
from parley.store.tables import account, attempt, session
from parley.store.users import User, key_of_name, user_of

__all__ = ["LONGEST", "SLIDING", "WINDOW", "LoggedIn", "Refused", "end_session", "log_in", "session_of"]

SLIDING, LONGEST = timedelta(hours=12), timedelta(days=7)
"""A session ends so long after it was last used, and so long after it was begun, whatever is done."""

WINDOW = timedelta(minutes=15)
"""Failed log-ins count for so long."""
BY_NAME, BY_ADDRESS = 10, 50
"""So many may fail for one name, and from one address, before it is asked to wait; a team may share an address."""

_NOTED = timedelta(minutes=1)
"""A session's last use is noted no more often: reading a page writes nothing."""
_BYTES = 32
_LONGEST_NAME = 100
"""Characters of a name that are looked at: nobody's is longer, and what is typed is kept for a while."""


@dataclass(frozen=True, slots=True)
class LoggedIn:
    """A session that was begun; `token` is for the browser alone and is kept nowhere."""

    user: User
    token: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Nobody was let in. `wait` is how long to wait before trying again; zero: name or password are wrong.

    It is never said which, nor whether there is such a user."""

    wait: timedelta = timedelta(0)


def log_in(store: Store, name: str, password: str, *, address: str, now: datetime) -> LoggedIn | Refused:
    """Begin a session, where name and password are right and not too many tries failed for the name or the address.

    A try counts as failed before the password is looked at, so that many at once are no way round. Takes some tenths of
    a second, for names that are none, too.
    """
    key = key_of_name(name[:_LONGEST_NAME])
    with store.writing() as connection:
        wait = _wait(connection, key, address, now)
        if wait:
            return Refused(wait)
        connection.execute(insert(attempt).values(key=key, address=address, at=now))
    with store.reading() as connection:
        row = connection.execute(select(account).where(account.c.key == key)).first()
    if not verify(row.password if row else None, password) or row is None or row.disabled:
        return Refused()
    return _begin(store, row, password, now)


def session_of(store: Store, token: str, *, now: datetime) -> User | None:
    """Who uses a session, which goes on by that; None where it has ended, or its user may come in no more."""
    mine = session.c.token == _kept(token)
    with store.reading() as connection:
        row = connection.execute(select(account, session.c.seen, session.c.expires).join(session).where(mine)).first()
    if row is None or row.disabled or now >= min(row.expires, row.seen + SLIDING):
        return None
    if now - row.seen >= _NOTED:
        with store.writing() as connection:
            connection.execute(update(session).where(mine).values(seen=now))
    return user_of(row)


def end_session(store: Store, token: str) -> None:
    """Log out; nothing happens where there is no such session."""
    with store.writing() as connection:
        connection.execute(delete(session).where(session.c.token == _kept(token)))


def _begin(store: Store, row: Row[Any], password: str, now: datetime) -> LoggedIn:
    token = secrets.token_urlsafe(_BYTES)
    renewed = hash_of(password) if is_out_of_date(row.password) else None
    with store.writing() as connection:
        connection.execute(delete(attempt).where(attempt.c.key == row.key))
        ended = or_(session.c.expires <= now, session.c.seen <= now - SLIDING)
        connection.execute(delete(session).where(ended))
        values = {"token": _kept(token), "account": row.seq, "created": now, "expires": now + LONGEST, "seen": now}
        connection.execute(insert(session).values(**values))
        if renewed:
            mine = (account.c.seq == row.seq, account.c.password == row.password)
            connection.execute(update(account).where(*mine).values(password=renewed))
    return LoggedIn(user_of(row), token)


def _wait(connection: Connection, key: str, address: str, now: datetime) -> timedelta:
    """How long until the first of too many failed log-ins counts no more."""
    connection.execute(delete(attempt).where(attempt.c.at <= now - WINDOW))
    waits = (
        _until_fewer(connection, attempt.c.key == key, BY_NAME, now),
        _until_fewer(connection, attempt.c.address == address, BY_ADDRESS, now),
    )
    return max(waits)


def _until_fewer(connection: Connection, mine: ColumnElement[bool], most: int, now: datetime) -> timedelta:
    """How long until fewer than `most` count."""
    chosen = select(attempt.c.at).where(mine).order_by(attempt.c.at.desc()).limit(1).offset(most - 1)
    last: datetime | None = connection.execute(chosen).scalar()
    return last + WINDOW - now if last else timedelta(0)


def _kept(token: str) -> str:
    """What is kept of a token: nobody who reads the record can use it."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()
