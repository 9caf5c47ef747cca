"""What is made of a snapshot when it is first asked for, and held as long as the snapshot is."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast
from weakref import WeakKeyDictionary

from parley.web.index import Index

__all__ = ["once"]

T = TypeVar("T")
_MADE: WeakKeyDictionary[Index, dict[Hashable, object]] = WeakKeyDictionary()
_MOST = 200
"""Things of one snapshot; then all are let go."""


def once(index: Index, key: Hashable, make: Callable[[], T]) -> T:
    """What `make` makes, which has to be the same whenever it is asked under that key of that snapshot."""
    made = _MADE.setdefault(index, {})
    if key in made:
        return cast("T", made[key])
    if len(made) >= _MOST:
        made.clear()
    made[key] = found = make()
    return found
