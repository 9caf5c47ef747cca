"""Who may use a record: users, by a name that is compared without case."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from parley.errors import AccountError
from parley.store.passwords import hash_of, refuse_weak
from parley.store.roles import Role
from parley.store.store import Store
from parley.store.tables import account, session

__all__ = [
    "User",
    "add_user",
    "disable_user",
    "enable_user",
    "find_user",
    "has_users",
    "role_of_new",
    "set_password",
    "set_role",
    "users",
]

_LONGEST_NAME = 64
_FIRST = "make one first: parley user add NAME --role admin"


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who may log in, unless `disabled` says since when not; all moments are UTC."""

    name: str
    role: Role
    created: datetime
    disabled: datetime | None = None


def key_of_name(name: str) -> str:
    """A name as it is compared: "Ada " and "ada" are one."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name.strip()).casefold())


def users(store: Store) -> Sequence[User]:
    """All of them, by name."""
    with store.reading() as connection:
        return tuple(map(user_of, connection.execute(select(account).order_by(account.c.key))))


def has_users(store: Store) -> bool:
    """Whether there is any, disabled or not: then everybody logs in."""
    with store.reading() as connection:
        return connection.execute(select(account.c.seq).limit(1)).first() is not None


def find_user(store: Store, name: str) -> User | None:
    """The user of that name, in whatever case."""
    with store.reading() as connection:
        row = connection.execute(select(account).where(account.c.key == key_of_name(name))).first()
        return user_of(row) if row else None


def add_user(store: Store, name: str, role: Role, password: str, *, now: datetime) -> User:
    """A new user; raises AccountError where the name is taken or none, or the password will not do."""
    made = User(_checked(name), role, now)
    refuse_taken(store, made.name)
    refuse_weak(made.name, password)
    kept = hash_of(password)
    with store.writing(durable=True) as connection:
        if connection.execute(select(account.c.seq).where(account.c.key == key_of_name(name))).first():
            raise _taken(made.name)
        values = {"name": made.name, "key": key_of_name(name), "role": role, "password": kept, "created": now}
        connection.execute(insert(account).values(**values))
    return made


def role_of_new(store: Store, asked: Role | None) -> Role:
    """What a new user may do: reviewers where nothing is asked for; the first is an admin, since from then on only
    admins make others. Raises AccountError where the first is to be something else."""
    if has_users(store):
        return asked or "reviewer"
    if asked not in (None, "admin"):
        raise AccountError(store.place.name, "has no users yet, and the first is to be an admin", _FIRST)
    return "admin"


def refuse_taken(store: Store, name: str) -> None:
    """Raises AccountError where there is a user of that name: before a password is asked for."""
    if find_user(store, name):
        raise _taken(name)


def set_role(store: Store, name: str, role: Role) -> User:
    """Let a user do more or less from now on; raises AccountError as `disable_user` does."""
    with store.writing(durable=True) as connection:
        row = _row(connection, name)
        if role != "admin":
            _keep_an_admin(connection, row)
        return _changed(connection, row, role=role)


def set_password(store: Store, name: str, password: str) -> User:
    """Give a user another password and end their sessions; AccountError where it will not do."""
    found = _known(store, name)
    refuse_weak(found.name, password)
    kept = hash_of(password)
    with store.writing(durable=True) as connection:
        row = _row(connection, name)
        _end_sessions(connection, row)
        return _changed(connection, row, password=kept)


def disable_user(store: Store, name: str, *, now: datetime) -> User:
    """Let a user in no more; what they judged stays.

    Raises AccountError where nobody is called so, or where no other admin would be left.
    """
    with store.writing(durable=True) as connection:
        row = _row(connection, name)
        _keep_an_admin(connection, row)
        _end_sessions(connection, row)
        return _changed(connection, row, disabled=row.disabled or now)


def enable_user(store: Store, name: str) -> User:
    """Let a user in again; AccountError where nobody is called so."""
    with store.writing(durable=True) as connection:
        return _changed(connection, _row(connection, name), disabled=None)


def user_of(row: Row[Any]) -> User:
    """The user of a row."""
    return User(row.name, cast(Role, row.role), row.created, row.disabled)


def _checked(name: str) -> str:
    name = unicodedata.normalize("NFC", name.strip())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise AccountError(name or "''", "is no name", f"give 1 to {_LONGEST_NAME} characters that can be seen")
    return name


def _known(store: Store, name: str) -> User:
    found = find_user(store, name)
    if found is None:
        raise _nobody(name)
    return found


def _row(connection: Connection, name: str) -> Row[Any]:
    row = connection.execute(select(account).where(account.c.key == key_of_name(name))).first()
    if row is None:
        raise _nobody(name)
    return row


def _taken(name: str) -> AccountError:
    return AccountError(name, "there is a user of that name", "choose another name, or change it: parley user --help")


def _nobody(name: str) -> AccountError:
    return AccountError(name, "there is no user of that name", "parley user list shows all")


def _keep_an_admin(connection: Connection, row: Row[Any]) -> None:
    """Raises AccountError where nobody else could manage users."""
    if row.role != "admin" or row.disabled:
        return
    others = (account.c.role == "admin", account.c.disabled.is_(None), account.c.seq != row.seq)
    if not connection.execute(select(func.count()).select_from(account).where(*others)).scalar_one():
        raise AccountError(row.name, "is the only admin", "make another one first: parley user role NAME admin")


def _end_sessions(connection: Connection, row: Row[Any]) -> None:
    connection.execute(delete(session).where(session.c.account == row.seq))


def _changed(connection: Connection, row: Row[Any], **values: object) -> User:
    changed = update(account).where(account.c.seq == row.seq).values(**values).returning(*account.c)
    return user_of(connection.execute(changed).one())
