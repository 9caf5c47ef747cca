"""People whom one report names more fully than another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from parley.linking.classes import Node
from parley.linking.keys import Local
from parley.linking.names import may_be_one, personal

__all__ = ["Called", "called", "one_person"]

PEOPLE = frozenset(("person", "official", "military", "police", "religious", "government", "armed_group"))


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody under a name, as one class of actors has it; `registry` and `country` set people apart."""

    node: Node
    name: tuple[str, ...]
    registry: str | None
    country: str | None


def called(local: Local, node: Node) -> Called | None:
    """Of a single person under a name how they are called; None for all others."""
    actor = local.actor
    single = actor.kind == "person" or (actor.kind in PEOPLE and actor.office is not None)
    if not single or not any(word[:1].isupper() for word in (actor.name or "").split()):
        return None
    return Called(node, personal(actor.name or ""), actor.registry, actor.country or local.root)


def one_person(shelf: Iterable[Called]) -> Iterator[tuple[Node, Node]]:
    """Pairs that are one, of people with one last name.

    The same whole names of one country, then shorter ones that are part of only one other: of several longer ones,
    where these may all be one.
    """
    full: dict[tuple[str, ...], list[Called]] = defaultdict(list)
    for one in shelf:
        full[one.name].append(one)
    for same in full.values():
        yield from ((one.node, other.node) for one, other in combinations(same, 2) if _agree(one, other))
    for short in sorted(full, key=len):
        longer = [name for name in full if len(name) > len(short) and may_be_one(short, name)]
        if longer and all(may_be_one(a, b) for a in longer for b in longer):
            others = [other for name in longer for other in full[name]]
            yield from ((one.node, other.node) for one, other in product(full[short], others) if _agree(one, other))


def _agree(one: Called, other: Called) -> bool:
    """Whether nothing that is known of the two sets them apart."""
    registry = one.registry is None or other.registry is None or one.registry == other.registry
    return registry and (one.country is None or other.country is None or one.country == other.country)
