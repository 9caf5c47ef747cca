"""For whom the actors of the registry act, as the registry has it."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from parley.linking.classes import Place
from parley.record import Canon
from parley.registry import Entry, Registry

__all__ = ["Placer", "superiors"]

SERVANTS = frozenset("government official military police delegation court".split())
"""Kinds that act for their country where nothing else is known of them."""


def superiors(
    actors: Mapping[str, Canon], registry: Registry | None, days: Mapping[str, str]
) -> tuple[Mapping[str, Canon], Mapping[str, str]]:
    """The actors, each with the one it acts for and all those above it; and of authorities the states that they rule.

    `days` are the ISO days of the reports; an actor is placed as it was on the last day on which it was mentioned.
    """
    placer = Placer(registry)
    placer.update(actors, {id_: ("", at, "") for at, id_ in enumerate(actors)}, actors, days)
    return placer.actors(), placer.rules


@dataclass(frozen=True, slots=True)
class _Chain:
    """An actor of the registry with those above it on the last day on which it was mentioned."""

    canon: Canon
    entries: tuple[Entry, ...]


class Placer:
    """The actors of a record put under those whom they serve, kept up as they change."""

    def __init__(self, registry: Registry | None) -> None:
        self.rules: dict[str, str] = {}
        self._registry = registry
        self._base: Mapping[str, Canon] = {}
        self._placed: dict[str, Canon] = {}
        self._order: list[tuple[Place, str]] = []
        self._first: dict[str, Place] = {}
        self._chains: dict[str, _Chain] = {}
        self._states_told: set[str] = set()
        self._states: dict[str, str] = {}
        self._servants: dict[str, set[str]] = defaultdict(set)
        self._served_by: dict[str, str] = {}
        self._above: dict[str, Canon] = {}

    def update(
        self, base: Mapping[str, Canon], first: Mapping[str, Place], changed: Iterable[str], days: Mapping[str, str]
    ) -> dict[str, Canon | None]:
        """Place anew what changed among the actors; gives by id what all that are others now were before.

        `first` tells where each is told first, by which they stand in order.
        """
        self._base = base
        stale = set(changed)
        for id_ in stale:
            self._sort(id_, first.get(id_))
            self._enter(id_, base.get(id_), days)
        if self._registry:
            stale |= self._climb()
            stale |= self._stated()
        before = {id_: self._placed.get(id_) for id_ in stale}
        for id_ in stale:
            self._place(id_)
        return {id_: old for id_, old in before.items() if old != self._placed.get(id_)}

    def actors(self) -> dict[str, Canon]:
        """All of them in order; those that only the registry names come last."""
        told = {id_: self._placed[id_] for _, id_ in self._order}
        return told | {id_: self._placed[id_] for id_ in self._above if id_ not in told}

    def get(self, id_: str) -> Canon | None:
        """One of them."""
        return self._placed.get(id_)

    def _sort(self, id_: str, place: Place | None) -> None:
        old = self._first.pop(id_, None)
        if old is not None:
            del self._order[bisect_left(self._order, (old, id_))]
        if place is not None:
            self._first[id_] = place
            insort(self._order, (place, id_))

    def _enter(self, id_: str, canon: Canon | None, days: Mapping[str, str]) -> None:
        """Note what kind of actor it is."""
        self._servants[self._served_by.pop(id_, "")].discard(id_)
        self._chains.pop(id_, None)
        self._states_told.discard(id_)
        if canon is None or self._registry is None:
            return
        entry = self._registry.entry(canon.registry)
        if entry is not None:
            day = max((days[report] for report, _ in canon.seen if report in days), default="9999")
            self._chains[id_] = _Chain(canon, tuple(self._registry.chain(entry, day)))
        if canon.kind == "state":
            self._states_told.add(id_)
        if not canon.registry and not canon.acts_for and canon.kind in SERVANTS:
            self._served_by[id_] = canon.country or ""
            self._servants[canon.country or ""].add(id_)

    def _climb(self) -> set[str]:
        """Everybody in the chains, pointing to the next; gives the ids of all that stand there now or did before."""
        old, self._above, self.rules = self._above, {}, {}
        for id_ in sorted(self._chains, key=self._first.__getitem__):
            entries = self._chains[id_].entries
            following = {one.id: above.id for one, above in pairwise(entries)}
            for one in entries:
                known = self._above.get(one.id) or self._base.get(one.id) or _unseen(one)
                country = one.country or known.country
                self._above[one.id] = replace(known, acts_for=following.get(one.id), country=country)
            self.rules |= {one.id: one.rules for one in entries if one.rules}
        return old.keys() | self._above.keys()

    def _stated(self) -> set[str]:
        """Find the actor that each state is; gives those who serve a state that is another one now."""
        told = sorted(self._states_told, key=self._first.__getitem__)
        unseen = [id_ for id_ in self._above if id_ not in self._base]
        kept = [self._above.get(id_) or self._base[id_] for id_ in told] + [self._above[id_] for id_ in unseen]
        old, self._states = self._states, {one.country: one.id for one in kept if one.country and one.kind == "state"}
        others = {
            country for country in old.keys() | self._states.keys() if old.get(country) != self._states.get(country)
        }
        return {id_ for country in others for id_ in self._servants.get(country, ())}

    def _place(self, id_: str) -> None:
        known = self._above.get(id_) or self._base.get(id_)
        if known is None:
            self._placed.pop(id_, None)
        else:
            self._placed[id_] = self._served(known)

    def _served(self, actor: Canon) -> Canon:
        """A servant of a state of whom no more is known acts for it."""
        state = self._states.get(actor.country or "")
        if actor.acts_for or actor.registry or actor.kind not in SERVANTS or state in (None, actor.id):
            return actor
        return replace(actor, acts_for=state)


def _unseen(one: Entry) -> Canon:
    """Somebody whom no report names."""
    return Canon(one.id, one.name, one.kind, (), one.country, registry=one.id)
