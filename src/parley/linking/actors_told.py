"""What one report tells of its actors, as casting needs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from parley.linking.classes import Node
from parley.linking.keys import Local, key_of, locals_of
from parley.linking.persons import Called, called
from parley.record import Reading

__all__ = ["Told", "actors_told"]


@dataclass(frozen=True, slots=True)
class Told:
    """An actor of one report with its class, those of the one above it and of its members, and how it is called;
    `sides` are those of the members of a collective, None for one whose side its report does not tell."""

    local: Local
    at: int
    node: Node
    above: Node | None
    members: tuple[Node, ...]
    called: Called | None
    sides: tuple[str | None, ...]

    @property
    def collective(self) -> bool:
        """Whether it is several together that the registry does not know."""
        return len(self.local.members) > 1 and not self.local.actor.registry


def actors_told(reading: Reading) -> Iterator[Told]:
    """All actors of a report, in its order."""
    found = list(locals_of(reading))
    nodes: dict[str, Node] = {local.actor.id: _node(local) for local in found}
    roots = {local.actor.id: local.root for local in found}
    for at, local in enumerate(found):
        node = nodes[local.actor.id]
        yield Told(
            local=local,
            at=at,
            node=node,
            above=nodes.get(local.actor.acts_for or ""),
            members=tuple(nodes.get(member, (local.report, member)) for member in local.members),
            called=called(local, node),
            sides=tuple(map(roots.get, local.members)) if len(local.members) > 1 else (),
        )


def _node(local: Local) -> Node:
    """The class of an actor: its key, for people without one how they are called, else it is alone."""
    key = key_of(local)
    if key is not None:
        return key
    person = called(local, "")
    return f"person {' '.join(person.name)} {person.registry} {person.country}" if person else local.pair
