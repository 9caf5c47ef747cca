"""What the web app is told when it starts."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from parley.config import Config

__all__ = ["LOOPBACK", "Settings"]

LOOPBACK = ("127.0.0.1", "localhost", "::1")
"""Hosts that nobody but this machine reaches."""


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - when somebody judged or looked; nothing that is read depends on it


@dataclass(frozen=True, slots=True)
class Settings:
    """How it is reached and who uses it.

    `user` is who works with it while there are no accounts; None: there are, and everybody logs in. `hosts` are the
    names by which it may be asked for: others are refused, so that no foreign page can reach it under a name of its
    own. `secret` signs form tokens and is never kept. `now` tells the time, in UTC. `config` names
    the actors, places and outlets of one's own."""

    user: str | None = None
    hosts: tuple[str, ...] = LOOPBACK
    secure: bool = False
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    now: Callable[[], datetime] = _now
    config: Config = field(default_factory=Config)
