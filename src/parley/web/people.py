"""Who uses the app, and what they may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Request

__all__ = ["Admin", "Person", "Reader", "Reviewer", "Role"]

Role = Literal["reader", "reviewer", "admin"]
_RANK: dict[str, int] = {"reader": 0, "reviewer": 1, "admin": 2}


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody at work: `name` stands beside what they judge."""

    name: str
    role: Role

    def may(self, role: Role) -> bool:
        """Whether they may do what that role may."""
        return _RANK[self.role] >= _RANK[role]


class LogInFirst(Exception):
    """Nobody is logged in."""


class NotAllowed(Exception):
    """Somebody is logged in who may not do this; `needed` is the role that may."""

    def __init__(self, needed: Role) -> None:
        super().__init__(needed)
        self.needed = needed


def somebody(request: Request) -> Person | None:
    """Who sends a request: without accounts the one who started the app, who may do everything."""
    user = request.app.state.settings.user
    return Person(user, "admin") if user is not None else None


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
