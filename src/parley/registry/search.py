"""What a look-up starts from: the words asked about, in the registry that is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from parley.registry.answer import Answer, Asked, Hit
from parley.registry.entry import Entry
from parley.registry.folding import is_acronym
from parley.registry.keys import acronym_key, name_key
from parley.registry.registry import Registry

__all__ = ["CONFIRMED", "DOUBLY", "Search", "Way", "named", "states_of_context"]

CONFIRMED, DOUBLY = 1, 6
"""Points that confirm a candidate: any, or country and the office asked for."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is asked, in folded words; `raw` as written."""

    registry: Registry
    asked: Asked
    tokens: tuple[str, ...]

    @property
    def raw(self) -> tuple[str, ...]:
        """The words as written, where they are as many as the folded ones."""
        written = self.asked.words.removeprefix("the ").removeprefix("The ").split()
        return tuple(written) if len(written) == len(self.tokens) else ()

    @property
    def text(self) -> str:
        """The folded words."""
        return " ".join(self.tokens)


Way = Callable[[Search], Answer]

"""A way to find somebody; it gives an empty answer where it does not apply."""


def named(registry: Registry, text: str) -> Iterator[Hit]:
    """Those who are called so: by name, alias or acronym, whole."""
    key = name_key(text)
    for entry in registry.get(key):
        yield Hit(entry, "by name" if name_key(entry.name) == key else f"by alias “{_alias(entry, key)}”")
    if is_acronym(text):
        yield from (Hit(entry, f"by acronym {text}") for entry in registry.get(acronym_key(text)))


def _alias(entry: Entry, key: str) -> str:
    return next((name for name in entry.aliases if name_key(name) == key), entry.name)


def states_of_context(search: Search) -> tuple[Entry, ...]:
    """The state of the context."""
    state = search.registry.entry((search.asked.country or "").lower())
    return (state,) if state else ()
