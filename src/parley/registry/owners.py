"""Whose somebody is, by the words of a phrase: "Pakistan's foreign ministry", "the spokesman of the TTP"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parley.registry.entry import Entry
from parley.registry.folding import is_acronym
from parley.registry.keys import acronym_key, capital_key, demonym_key, name_key
from parley.registry.registry import Registry

__all__ = ["Owned", "owned", "states_of"]

LONGEST = 6
LINKS = ("of", "for", "in")


@dataclass(frozen=True, slots=True)
class Owned:
    """A phrase taken apart: those who may own it, and the folded words for what they own."""

    owners: tuple[Entry, ...]
    rest: tuple[str, ...]


def owned(registry: Registry, tokens: Sequence[str], raw: Sequence[str] = ()) -> Iterator[Owned]:
    """The ways to take a phrase apart, the longest name of an owner first; `raw` are the words as written."""
    first = next((at for at, token in enumerate(tokens) if not token.isdigit()), 0)
    for end in range(min(len(tokens) - 1, first + LONGEST), first, -1):
        owners = owners_of(registry, tokens[first:end], raw[first:end])
        if owners:
            yield Owned(owners, tuple(tokens[end:]))
            break
    for at in range(len(tokens) - 2, 0, -1):
        if tokens[at] in LINKS:
            start = at + 2 if tokens[at + 1] == "the" and at + 2 < len(tokens) else at + 1
            owners = owners_of(registry, tokens[start:], raw[start:])
            if owners:
                yield Owned(owners, tuple(tokens[:at]))


def owners_of(registry: Registry, tokens: Sequence[str], raw: Sequence[str]) -> tuple[Entry, ...]:
    """States by name, adjective or capital, and bodies by name or acronym."""
    states = states_of(registry, " ".join(tokens))
    if states:
        return states
    bodies = [entry for entry in registry.get(name_key(" ".join(tokens))) if not entry.personal]
    if len(tokens) == 1 and raw and is_acronym(raw[0]):
        bodies += registry.get(acronym_key(raw[0]))
    return tuple({entry.id: entry for entry in bodies}.values())


def states_of(registry: Registry, words: str) -> tuple[Entry, ...]:
    """The states that a name, adjective or capital may stand for."""
    named = [entry for entry in registry.get(name_key(words)) if entry.kind == "state"]
    return tuple(named or registry.get(demonym_key(words)) or registry.get(capital_key(words)))
