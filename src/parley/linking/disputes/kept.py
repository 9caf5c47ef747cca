"""What is disputed about things of which few change at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Generic, TypeVar

from parley.record import Demand, Dispute, Incident

__all__ = ["Kept"]

Thing = TypeVar("Thing", Incident, Demand)


@dataclass(frozen=True, slots=True)
class _Made(Generic[Thing]):
    """A thing, what of it decides on the disputes about it, and these."""

    thing: Thing
    basis: object
    disputes: tuple[Dispute, ...]


class Kept(Generic[Thing]):
    """The disputes about each of many things, as they were where nothing that they rest on is another.

    `made` finds them. `basis` is what of a thing decides on them, beside what the reports have to tell that `told_in`
    gives.
    """

    def __init__(
        self,
        made: Callable[[Thing], Iterable[Dispute]],
        basis: Callable[[Thing], object],
        told_in: Callable[[Thing], Iterable[str]],
    ) -> None:
        self._find: Callable[[Thing], Iterable[Dispute]] = made
        self._basis: Callable[[Thing], object] = basis
        self._told_in: Callable[[Thing], Iterable[str]] = told_in
        self._made: dict[str, _Made[Thing]] = {}
        self._disputed: dict[str, tuple[Dispute, ...]] = {}
        self._telling: dict[str, set[str]] = defaultdict(set)

    def update(self, things: Sequence[Thing], stale: Iterable[str]) -> Iterator[Dispute]:
        """All disputes about these; those about what `stale` reports tell of are found anew."""
        again = set(chain.from_iterable(self._telling.get(report, ()) for report in stale))
        known, basis = self._made, self._basis
        for thing in things:
            old = known.get(thing.id)
            if old is None or thing.id in again or (old.thing is not thing and old.basis != basis(thing)):
                self._forget(thing.id)
                self._keep(_Made(thing, basis(thing), tuple(self._find(thing))))
        if len(known) > len(things):
            for gone in known.keys() - {thing.id for thing in things}:
                self._forget(gone)
        return chain.from_iterable(self._disputed.values())

    def _keep(self, made: _Made[Thing]) -> None:
        name = made.thing.id
        self._made[name] = made
        if made.disputes:
            self._disputed[name] = made.disputes
        for report in self._told_in(made.thing):
            self._telling[report].add(name)

    def _forget(self, name: str) -> None:
        old = self._made.pop(name, None)
        self._disputed.pop(name, None)
        for report in self._told_in(old.thing) if old else ():
            self._telling[report].discard(name)
