"""What the sides are called: the beginnings of the names of all who act for them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from parley.linking.casting import Casting

__all__ = ["PERSONAL", "Callings", "roots"]

PERSONAL = frozenset("person official anonymous media".split())
"""Kinds whose names are not those of a side."""
ROOT = 5
"""Letters that the name of a state and that of its people share ("Afghan", "Afghanistan")."""


class Callings:
    """Of every side known across reports the beginnings of the names of all who act for it, kept up as these change."""

    def __init__(self) -> None:
        self.names: dict[str, frozenset[str]] = {}
        self._told: dict[str, tuple[str, frozenset[str]]] = {}
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)

    def update(self, actors: Iterable[str], casting: Casting) -> tuple[set[str], set[str]]:
        """Look again at some actors; gives the sides that came or went, and all beginnings that are others."""
        sides: set[str] = set()
        for actor in actors:
            sides |= self._forget(actor) | self._take(actor, casting)
        came: set[str] = set()
        beginnings: set[str] = set()
        for side in sides:
            old = self.names.pop(side, None)
            new = frozenset(self._counts[side]) - {""} if side in self._counts else None
            if new is not None:
                self.names[side] = new
            if (old is None) != (new is None):
                came.add(side)
            beginnings |= (old or frozenset()) ^ (new or frozenset())
        return came, beginnings

    def _forget(self, actor: str) -> set[str]:
        side, told = self._told.pop(actor, (None, frozenset()))
        if side is None:
            return set()
        counts = self._counts[side]
        for root in (*told, ""):
            counts[root] -= 1
            if not counts[root]:
                del counts[root]
        if not counts:
            del self._counts[side]
        return {side}

    def _take(self, actor: str, casting: Casting) -> set[str]:
        canon, side = casting.actors.get(actor), casting.side(actor)
        known = casting.actors.get(side)
        if canon is None or canon.kind in PERSONAL or known is None or not (known.country or known.registry):
            return set()
        told = roots(" ".join((canon.name, *canon.names)))
        self._told[actor] = side, told
        self._counts[side].update((*told, ""))  # the empty one stands for the side, also where no name tells anything
        return {side}


def roots(text: str) -> frozenset[str]:
    """The beginnings of the capitalised words of a text."""
    words = re.findall(r"\w+", text)
    return frozenset(word[:ROOT].casefold() for word in words if word[:1].isupper() and len(word) >= ROOT)
