"""Actors of single reports that one word puts together, and what most of them say."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from parley.linking.keys import Local
from parley.record import Canon

__all__ = ["Class", "Node", "Pair", "Place", "canon_of", "wanted_id"]

Pair = tuple[str, str]
"""A report's id and an actor's id in it."""
Node = str | Pair
"""The key of a class, or a pair that is alone."""
Place = tuple[str, int, str]
"""A report's id, the place of an actor among those of it, and the actor's id in it."""


@dataclass(slots=True)
class Class:
    """Actors of single reports that are one whatever else is known, with what they say counted.

    `traits` are kind, country, registry, name, known_as, called and words; `above` and `members` are classes.
    """

    places: list[Place] = field(default_factory=list)
    traits: Counter[tuple[object, ...]] = field(default_factory=Counter)
    above: Counter[Node] = field(default_factory=Counter)
    members: Counter[Node] = field(default_factory=Counter)

    def take(self, local: Local, at: int, above: Node | None, members: Iterable[Node]) -> None:
        """Count one in."""
        insort(self.places, (local.report, at, local.actor.id))
        self.traits[_traits(local)] += 1
        if above is not None:
            self.above[above] += 1
        self.members.update(members)

    def drop(self, local: Local, at: int, above: Node | None, members: Iterable[Node]) -> None:
        """Count one out."""
        del self.places[bisect_left(self.places, (local.report, at, local.actor.id))]
        _less(self.traits, (_traits(local),))
        _less(self.above, () if above is None else (above,))
        _less(self.members, members)


def _less(counts: Counter[Node] | Counter[tuple[object, ...]], items: Iterable[object]) -> None:
    known: Counter[object] = counts  # type: ignore[assignment]
    for item in items:
        known[item] -= 1
        if not known[item]:
            del known[item]


def _traits(local: Local) -> tuple[object, ...]:
    actor = local.actor
    return actor.kind, actor.country, actor.registry, actor.name, actor.known_as, local.called, local.words


KIND, COUNTRY, REGISTRY, NAME, KNOWN, CALLED, WORDS = map(itemgetter, range(7))
Trait = Callable[[tuple[object, ...]], object]


def _counted(classes: Sequence[Class], trait: Trait) -> Counter[str]:
    found: Counter[str] = Counter()
    for one in classes:
        for traits, count in one.traits.items():
            value = trait(traits)
            if value:
                found[value] += count  # type: ignore[index]  # None is left out
    return found


def wanted_id(classes: Sequence[Class]) -> str:
    """The registry's id, else the name with the country, else the first report's own id."""
    registry = _most(_counted(classes, REGISTRY))
    if registry:
        return registry
    report, actor = min((place[0], place[2]) for one in classes for place in _firsts(one))
    if all(place[0] == report for one in classes for place in (one.places[0], one.places[-1])):
        return f"{report}/{actor}"
    country = _most(_counted(classes, COUNTRY))
    name = "-".join(min((WORDS(traits) for one in classes for traits in one.traits if WORDS(traits)), default=(actor,)))
    return f"{country.lower()}-{name}" if country else name


def _firsts(one: Class) -> Iterable[Place]:
    """Those of the first report."""
    for place in one.places:
        if place[0] != one.places[0][0]:
            return
        yield place


def canon_of(mine: str, classes: Sequence[Class], id_of: Callable[[Node], str | None]) -> Canon:
    """The actor of the record that these are; `id_of` tells the id of a class."""
    names = _counted(classes, NAME)
    kinds, countries, registries = (_counted(classes, trait) for trait in (KIND, COUNTRY, REGISTRY))
    shown = (
        _most(_counted(classes, KNOWN)) or _longest(names) or _most(_counted(classes, CALLED)) or mine
    )  # fmt: skip
    above = _most(_ids((one.above for one in classes), id_of))
    members = _ids((one.members for one in classes), id_of)
    return Canon(
        id=mine,
        name=shown,
        kind=_most(kinds) or "other",
        seen=tuple(sorted((report, actor) for one in classes for report, _, actor in one.places)),
        country=_most(countries),
        acts_for=above if above != mine else None,
        members=tuple(sorted(members.keys() - {mine})),
        names=tuple(name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))),
        registry=_most(registries),
    )


def _ids(counts: Iterable[Mapping[Node, int]], id_of: Callable[[Node], str | None]) -> Counter[str]:
    found: Counter[str] = Counter()
    for told in counts:
        for node, count in told.items():
            id_ = id_of(node)
            if id_:
                found[id_] += count
    return found


def _longest(names: Counter[str]) -> str | None:
    """The fullest name among the frequent ones."""
    return max(names, key=lambda name: (names[name] > 1, len(name), name), default=None)


def _most(counts: Counter[str]) -> str | None:
    """The most frequent value, the first in the alphabet among equals."""
    return min(counts, key=lambda value: (-counts[value], value), default=None)
