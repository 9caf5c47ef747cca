"""Who may come in, for admins; and for everybody their own password."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated, Literal

from fastapi import APIRouter, Form, Request
from pydantic import BaseModel, ConfigDict
from starlette.responses import RedirectResponse, Response

from parley.errors import AccountError
from parley.exports.record_desk import as_day
from parley.store import Store
from parley.store.passwords import LEAST
from parley.store.roles import ROLES, Role
from parley.store.sessions import Refused
from parley.store.users import User, add_user, disable_user, enable_user, role_of_new, set_password, set_role, users
from parley.web.accounts import Accounts, address_of, give_session
from parley.web.failures import waiting
from parley.web.live import Live
from parley.web.notices import Notice
from parley.web.pages.judging import back_with
from parley.web.people import Admin, Reader, TooMany
from parley.web.rendering import render
from parley.web.settings import Settings
from parley.web.translation import gettext as _

__all__ = ["AccountPage", "UserRow", "UsersPage", "room", "users_page"]

room = APIRouter()


@dataclass(frozen=True, slots=True)
class UserRow:
    """A user: what they may do, since when they are known, since when they may come in no more, and whether it is who
    looks at the page."""

    name: str
    role: Role
    since: str
    disabled: str
    me: bool


@dataclass(frozen=True, slots=True)
class UsersPage:
    """`roles` are what there is to choose from, with what each may do; the first user of all is an admin."""

    rows: tuple[UserRow, ...]
    roles: tuple[tuple[Role, str], ...]
    least: int = LEAST


@dataclass(frozen=True, slots=True)
class AccountPage:
    """One's own account; `problem` says why the password is not changed."""

    name: str
    role: str
    problem: str = ""
    least: int = LEAST


class Sent(BaseModel):
    """A form of the page: what to do with which user."""

    model_config = ConfigDict(frozen=True)

    do: Literal["add", "role", "password", "disable", "enable"]
    name: str
    role: Role | None = None
    password: str = ""


@room.get("/users")
def all_users(request: Request, admin: Admin) -> Response:
    """The list, and a form for one more."""
    live: Live = request.app.state.live
    return render(request, "users.html", users_page(users(live.record.store), admin.name))


@room.post("/users")
def change(request: Request, admin: Admin, sent: Annotated[Sent, Form()]) -> Response:
    """Make or change a user, and lead back with what was done."""
    live: Live = request.app.state.live
    settings: Settings = request.app.state.settings
    try:
        done = _DOINGS[sent.do](live.record.store, sent, settings)
    except AccountError as error:
        hint = "" if "parley " in error.hint else f" ({error.hint})"
        said = _("Nothing was changed: %(why)s.") % {"why": f"{error.source}: {error.problem}{hint}"}
        return back_with(request, Notice(said, problem=True), "/users")
    return back_with(request, Notice(done), "/users")


@room.get("/account")
def account(request: Request, reader: Reader) -> Response:
    """One's own account."""
    return render(request, "account.html", AccountPage(reader.name, _roles()[reader.role]))


@room.post("/account")
def own_password(
    request: Request, reader: Reader, old: Annotated[str, Form()] = "", new: Annotated[str, Form()] = ""
) -> Response:
    """Change one's own password; all sessions end, and this one begins anew."""
    accounts: Accounts = request.app.state.accounts
    live: Live = request.app.state.live
    problem = _refusal(accounts, reader.name, old, address_of(request))
    try:
        if not problem:
            set_password(live.record.store, reader.name, new)
    except AccountError as error:
        problem = f"{error.problem}: {error.hint}"
    if problem:
        page = AccountPage(reader.name, _roles()[reader.role], problem)
        return render(request, "account.html", page, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return _anew(request, accounts, reader.name, new)


def users_page(found: Sequence[User], me: str) -> UsersPage:
    """Everything that the page shows."""
    rows = (
        UserRow(
            name=one.name,
            role=one.role,
            since=as_day(one.created.date()),
            disabled=as_day(one.disabled.date()) if one.disabled else "",
            me=one.name == me,
        )
        for one in found
    )
    roles = [(role, said) for role, said in _roles().items() if found or role == "admin"]
    return UsersPage(tuple(rows), tuple(roles))


def _roles() -> dict[Role, str]:
    """What each may do."""
    said = (_("reads"), _("reads, judges and adds"), _("all that, and manages users"))
    return dict(zip(ROLES, said, strict=True))


def _add(store: Store, sent: Sent, settings: Settings) -> str:
    made = add_user(store, sent.name, role_of_new(store, sent.role), sent.password, now=settings.now())
    return _("%(name)s may come in now; tell them their password, which they can change.") % {"name": made.name}


def _role(store: Store, sent: Sent, settings: Settings) -> str:
    made = set_role(store, sent.name, sent.role or "reader")
    return _("%(name)s: %(may)s.") % {"name": made.name, "may": _roles()[made.role]}


def _password(store: Store, sent: Sent, settings: Settings) -> str:
    made = set_password(store, sent.name, sent.password)
    return _("%(name)s has another password, and is logged out everywhere.") % {"name": made.name}


def _disable(store: Store, sent: Sent, settings: Settings) -> str:
    made = disable_user(store, sent.name, now=settings.now())
    return _("%(name)s may come in no more; what they judged stays.") % {"name": made.name}


def _enable(store: Store, sent: Sent, settings: Settings) -> str:
    return _("%(name)s may come in again.") % {"name": enable_user(store, sent.name).name}


_DOINGS: dict[str, Callable[[Store, Sent, Settings], str]] = {
    "add": _add,
    "role": _role,
    "password": _password,
    "disable": _disable,
    "enable": _enable,
}


def _refusal(accounts: Accounts, name: str, password: str, address: str) -> str:
    """Why somebody is not believed to be who is logged in; "" where they are."""
    if not accounts.in_use():
        return _("This record has no accounts.")
    came = accounts.enter(name, password, address)
    if isinstance(came, Refused):
        return waiting(TooMany(came.wait)) if came.wait else _("The old password is another one.")
    return ""


def _anew(request: Request, accounts: Accounts, name: str, password: str) -> Response:
    came = accounts.enter(name, password, address_of(request))
    response = back_with(request, Notice(_("Your password is another one now.")), "/account")
    if isinstance(came, Refused):
        return RedirectResponse("/log-in", HTTPStatus.SEE_OTHER)
    give_session(response, came.token, secure=request.app.state.settings.secure)
    return response
