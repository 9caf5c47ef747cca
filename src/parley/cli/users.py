"""Commands that manage who may use a record over the web: `parley user …`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from parley.cli.options import with_record
from parley.cli.output import pipe_may_close
from parley.cli.statuses import READ

if TYPE_CHECKING:
    from parley.store import Store
    from parley.store.roles import Role
    from parley.store.users import User

_name = click.argument("name", metavar="NAME")
_ROLES = click.Choice(("reader", "reviewer", "admin"))
"""As in parley.store.roles, which is not asked: every other command would wait for the store, too."""


@click.group()
def user() -> None:
    """Say who may open the record over the web, and who may judge.

    Readers look, reviewers judge and add reports, admins manage users, too. Without any user, the web app serves this
    machine only, and asks for no password.
    """


@user.command()
@_name
@click.option("--role", type=_ROLES, help="What they may do: without it the first is an admin, others are reviewers.")
@with_record
def add(name: str, role: Role | None, record: str) -> int:
    """Make a user. The password is asked for twice, or is the first line of standard input."""
    from parley.store.users import add_user, refuse_taken, role_of_new

    with _opened(record, create=True) as store:
        refuse_taken(store, name)
        given = role_of_new(store, role)
        made = add_user(store, name, given, _password(name), now=_now())
        click.echo(f"{made.name}: {made.role} of {store.place.name}")
    return READ


@user.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a user, one a line.")
@with_record
def list_(record: str, as_json: bool) -> int:
    """List all users, with what they may do."""
    from parley.store.users import users

    with _opened(record) as store, pipe_may_close():
        found = users(store)
        widest = max((len(one.name) for one in found), default=0)
        for one in found:
            click.echo(_as_json(one) if as_json else _as_line(one, widest))
        if not found and not as_json:
            click.echo(f"{store.place.name}: no users; it opens on this machine only, without a password")
    return READ


@user.command()
@_name
@click.argument("role", type=_ROLES)
@with_record
def role(name: str, role: Role, record: str) -> int:
    """Let a user do more or less, from now on."""
    from parley.store.users import set_role

    with _opened(record) as store:
        changed = set_role(store, name, role)
        click.echo(f"{changed.name}: {changed.role} of {store.place.name}")
    return READ


@user.command()
@_name
@with_record
def password(name: str, record: str) -> int:
    """Give a user another password, asked for as by add; whoever is logged in under the name is logged out."""
    from parley.store.users import set_password

    with _opened(record) as store:
        changed = set_password(store, name, _password(name))
        click.echo(f"{changed.name}: has another password, and logs in again")
    return READ


@user.command()
@_name
@with_record
def disable(name: str, record: str) -> int:
    """Let a user in no more; what they judged stays."""
    from parley.store.users import disable_user

    with _opened(record) as store:
        click.echo(f"{disable_user(store, name, now=_now()).name}: may log in no more")
    return READ


@user.command()
@_name
@with_record
def enable(name: str, record: str) -> int:
    """Let a user in again."""
    from parley.store.users import enable_user

    with _opened(record) as store:
        click.echo(f"{enable_user(store, name).name}: may log in again")
    return READ


@contextmanager
def _opened(record: str, *, create: bool = False) -> Iterator[Store]:
    from parley.store import Store

    with Store.open(record, create=create) as store:
        yield store


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - when a user was made


def _password(name: str) -> str:
    """What is typed twice without being seen or, in a pipe, one line; never an argument, which others could see."""
    if _is_typed():
        typed: str = click.prompt(f"password for {name}", hide_input=True, confirmation_prompt=True, err=True)
        return typed
    return sys.stdin.readline().removesuffix("\n").removesuffix("\r")


def _is_typed() -> bool:
    return sys.stdin.isatty()


def _as_line(one: User, widest: int) -> str:
    disabled = f"  disabled {one.disabled:%Y-%m-%d}" if one.disabled else ""
    return f"{one.name:{widest}}  {one.role:8}  since {one.created:%Y-%m-%d}{disabled}"


def _as_json(one: User) -> str:
    disabled = one.disabled.isoformat() if one.disabled else None
    shape = {"name": one.name, "role": one.role, "created": one.created.isoformat(), "disabled": disabled}
    return json.dumps(shape, ensure_ascii=False)
