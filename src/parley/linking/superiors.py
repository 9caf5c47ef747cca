"""For whom the actors of the registry act, as the registry has it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import pairwise

from parley.record import Canon
from parley.registry import Entry, Registry

__all__ = ["superiors"]

SERVANTS = frozenset("government official military police delegation court".split())
"""Kinds that act for their country where nothing else is known of them."""


def superiors(
    actors: Mapping[str, Canon], registry: Registry, days: Mapping[str, str]
) -> tuple[Mapping[str, Canon], Mapping[str, str]]:
    """The actors, each with the one it acts for and all those above it; and of authorities the states that they rule.

    `days` are the ISO days of the reports; an actor is placed as it was on the last day on which it was mentioned.
    """
    found = dict(actors)
    rules: dict[str, str] = {}
    for actor in actors.values():
        entry = registry.entry(actor.registry)
        if entry is None:
            continue
        day = max((days[report] for report, _ in actor.seen if report in days), default="9999")
        chain = registry.chain(entry, day)
        found |= _above(chain, found)
        rules |= {one.id: one.rules for one in chain if one.rules}
    states = {actor.country: actor.id for actor in found.values() if actor.kind == "state" and actor.country}
    return {name: _served(actor, states) for name, actor in found.items()}, rules


def _above(chain: list[Entry], found: Mapping[str, Canon]) -> Iterator[tuple[str, Canon]]:
    """Everybody in the chain, pointing to the next."""
    following = {one.id: above.id for one, above in pairwise(chain)}
    for one in chain:
        known = found.get(one.id) or Canon(one.id, one.name, one.kind, (), one.country, registry=one.id)
        above = following.get(one.id)
        yield one.id, replace(known, acts_for=above, country=one.country or known.country)


def _served(actor: Canon, states: Mapping[str, str]) -> Canon:
    """A servant of a state of whom no more is known acts for it."""
    state = states.get(actor.country or "")
    if actor.acts_for or actor.registry or actor.kind not in SERVANTS or state in (None, actor.id):
        return actor
    return replace(actor, acts_for=state)
