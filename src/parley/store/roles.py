"""What people may do, by their role."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

__all__ = ["ACTIONS", "ROLES", "Action", "Role", "may"]

Role = Literal["reader", "reviewer", "admin"]
Action = Literal["read", "judge", "add", "manage"]
"""To look at everything; to judge and undo; to add reports; to make and change users."""

ROLES: tuple[Role, ...] = get_args(Role)
"""From the one who may least to the one who may all."""
ACTIONS: tuple[Action, ...] = get_args(Action)

_LEAST: Mapping[Action, Role] = {"read": "reader", "judge": "reviewer", "add": "reviewer", "manage": "admin"}


def may(role: Role, action: Action) -> bool:
    """Whether somebody of that role may do that."""
    return ROLES.index(role) >= ROLES.index(_LEAST[action])
