"""Groups of things that are one, kept up as what ties them comes and goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

__all__ = ["Ties"]

Thing = TypeVar("Thing", bound=Hashable)


class Ties(Generic[Thing]):
    """Pairs of things that are one, by what says so; the groups are what hangs together by them.

    Only what a change touches is put together anew. A thing that nothing ties is a group of its own.
    """

    def __init__(self) -> None:
        self._said: dict[Hashable, Sequence[tuple[Thing, Thing]]] = {}
        self._near: dict[Thing, Counter[Thing]] = {}
        self._groups: dict[Thing, frozenset[Thing]] = {}
        self._touched: set[Thing] = set()

    def tie(self, source: Hashable, pairs: Iterable[tuple[Thing, Thing]]) -> None:
        """Let a source say that these pairs are one, and no longer what it said before."""
        new = tuple((one, other) for one, other in pairs if one != other)
        old = self._said.pop(source, ())
        if new:
            self._said[source] = new
        if new != old:
            for pair in old:
                self._count(pair, -1)
            for pair in new:
                self._count(pair, 1)

    def _count(self, pair: tuple[Thing, Thing], by: int) -> None:
        self._touched.update(pair)
        for one, other in (pair, pair[::-1]):
            near = self._near.setdefault(one, Counter())
            near[other] += by
            if not near[other]:
                del near[other]
            if not near:
                del self._near[one]

    def group(self, thing: Thing) -> frozenset[Thing]:
        """All that is one with a thing, as it was when it was settled last."""
        return self._groups.get(thing) or frozenset((thing,))

    def settle(self) -> set[Thing]:
        """Put together what was touched since; gives all things whose group is or was among these."""
        waiting = set(self._touched).union(*(self._groups.get(thing, ()) for thing in self._touched))
        self._touched.clear()
        settled: set[Thing] = set()
        for thing in waiting:
            if thing not in settled:
                found = self._reached(thing)
                settled |= found
                self._keep(frozenset(found))
        return settled

    def _keep(self, group: frozenset[Thing]) -> None:
        for thing in group:
            if len(group) > 1:
                self._groups[thing] = group
            else:
                self._groups.pop(thing, None)

    def _reached(self, thing: Thing) -> set[Thing]:
        found, waiting = {thing}, [thing]
        while waiting:
            fresh = self._near.get(waiting.pop(), Counter()).keys() - found
            found |= fresh
            waiting.extend(fresh)
        return found
