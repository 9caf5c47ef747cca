"""Things that are one, found pair by pair."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

Thing = TypeVar("Thing", bound=Hashable)


class Groups(Generic[Thing]):
    """Disjoint sets (union–find): joining two things joins all that each was joined with."""

    def __init__(self, things: Iterable[Thing] = ()) -> None:
        self._above: dict[Thing, Thing] = {thing: thing for thing in things}

    def find(self, thing: Thing) -> Thing:
        """One thing that stands for all of its group; a new thing is a group of its own."""
        above = self._above.setdefault(thing, thing)
        while above != self._above[above]:
            above = self._above[thing] = self._above[above]
            thing = above
            above = self._above[thing]
        return above

    def join(self, one: Thing, other: Thing) -> None:
        """Make one group of two."""
        self._above[self.find(other)] = self.find(one)

    def all(self) -> Sequence[Sequence[Thing]]:
        """Every group, in the order in which its first thing came."""
        found: dict[Thing, list[Thing]] = {}
        for thing in self._above:
            found.setdefault(self.find(thing), []).append(thing)
        return list(found.values())
