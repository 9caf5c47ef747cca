"""Who comes in: users of the record by their sessions, programs by name and password, or who started the app."""

from __future__ import annotations

import base64
import binascii
import hmac
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from parley.store import Store
from parley.store.sessions import LONGEST, LoggedIn, Refused, end_session, log_in, session_of
from parley.store.users import User, has_users
from parley.web.people import Person
from parley.web.security import SESSION
from parley.web.settings import Settings

__all__ = ["Accounts", "address_of", "give_session", "take_session"]

_PROGRAMS = "/api/"
_REMEMBERED = 100
"""So many programs' sessions are remembered, so that their passwords are not checked with every request."""


@dataclass(frozen=True, slots=True)
class _Sent:
    """A name and a password that came with a request (RFC 7617)."""

    name: str
    password: str


class Accounts:
    """The accounts of one record. As long as it has none, whoever started the app may do everything."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._used = False
        self._programs: OrderedDict[bytes, str] = OrderedDict()

    def in_use(self) -> bool:
        """Whether there are users; from the first one on everybody logs in, however the app was started."""
        self._used = self._used or has_users(self._store)
        return self._used

    def who(self, request: Request) -> Person | Refused | None:
        """Who sends a request, nobody, or how long to wait where too many passwords were wrong."""
        if not self.in_use():
            user = self._settings.user
            return Person(user, "admin") if user is not None else None
        sent = _basic(request) if request.url.path.startswith(_PROGRAMS) else None
        if sent is not None:
            return self._program(sent, address_of(request))
        return self._of_session(request.cookies.get(SESSION, ""))

    def enter(self, name: str, password: str, address: str) -> LoggedIn | Refused:
        """Begin a session; takes some tenths of a second, also for names that are none."""
        return log_in(self._store, name, password, address=address, now=self._settings.now())

    def leave(self, request: Request) -> None:
        """End the session of a request."""
        token = request.cookies.get(SESSION)
        if token:
            end_session(self._store, token)

    def _of_session(self, token: str) -> Person | None:
        found = session_of(self._store, token, now=self._settings.now()) if token else None
        return _person(found) if found else None

    def _program(self, sent: _Sent, address: str) -> Person | Refused | None:
        """By the session that the same name and password began before, or by a new one."""
        words = f"{len(sent.name)}:{sent.name}{sent.password}".encode("utf-8", "surrogatepass")
        key = hmac.new(self._settings.secret, words, sha256).digest()
        known = self._of_session(self._programs.get(key, ""))
        if known is not None:
            return known
        came = self.enter(sent.name, sent.password, address)
        if isinstance(came, Refused):
            return came if came.wait else None
        self._programs[key] = came.token
        while len(self._programs) > _REMEMBERED:
            self._programs.popitem(last=False)
        return _person(came.user)


def address_of(request: Request) -> str:
    """From where a request comes."""
    return request.client.host if request.client else ""


def give_session(response: Response, token: str, *, secure: bool) -> None:
    """Give a session to the browser."""
    seconds = int(LONGEST.total_seconds())
    response.set_cookie(SESSION, token, max_age=seconds, httponly=True, samesite="lax", secure=secure)


def take_session(response: Response, *, secure: bool) -> None:
    """Take it back."""
    response.delete_cookie(SESSION, httponly=True, samesite="lax", secure=secure)


def _person(user: User) -> Person:
    return Person(user.name, user.role)


def _basic(request: Request) -> _Sent | None:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, colon, password = base64.b64decode(given.strip(), validate=True).decode().partition(":")
    except (binascii.Error, ValueError):
        return _Sent("", "")
    return _Sent(name, password) if colon else _Sent("", "")
