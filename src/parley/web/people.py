"""Who uses the app, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated

from fastapi import Depends, Request

from parley.store.roles import ROLES, Role

__all__ = ["Admin", "LogInFirst", "NotAllowed", "Person", "Reader", "Reviewer", "Role", "TooMany", "somebody"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at work: `name` stands beside what they judge."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether they may do what that role may."""
        return ROLES.index(self.role) >= ROLES.index(role)


class LogInFirst(Exception):
    """Nobody is logged in."""


class TooMany(Exception):
    """Too many passwords were wrong; `wait` is how long until another is looked at."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(wait)
        self.wait = wait


class NotAllowed(Exception):
    """Somebody is logged in who may not do this; `needed` is the role that may."""

    def __init__(self, needed: Role) -> None:
        super().__init__(needed)
        self.needed = needed


def somebody(request: Request) -> Person | None:
    """Who sends a request, as `Accounts.who` found before it was passed on; None for nobody."""
    found = getattr(request.state, "person", None)
    return found if isinstance(found, Person) else None


def _needs(role: Role) -> object:
    def given(request: Request) -> Person:
        person = somebody(request)
        if person is None:
            raise LogInFirst
        if not person.may(role):
            raise NotAllowed(role)
        return person

    return Depends(given)


Reader = Annotated[Person, _needs("reader")]
Reviewer = Annotated[Person, _needs("reviewer")]
Admin = Annotated[Person, _needs("admin")]
