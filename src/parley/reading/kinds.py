"""Which kind of actor a word suggests."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

IRREGULAR = {
    "men": "man",
    "women": "woman",
    "children": "child",
    "wives": "wife",
    "policemen": "policeman",
    "servicemen": "serviceman",
    "fishermen": "fisherman",
    "militiamen": "militiaman",
    "gunmen": "gunman",
    "businessmen": "businessman",
    "thieves": "thief",
    "chiefs": "chief",
    "bodies": "body",
    "spokesmen": "spokesman",
}
PLURAL = frozenset(
    "people police personnel staff troops clergy media crew dead wounded injured two both others".split()
)
NOT_PLURAL = ("ss", "us", "is")


@dataclass(frozen=True, slots=True)
class Words:
    """The vocabulary of actors: head word → kind, and sets of words for offices, titles, women, men, and those
    who are somebody's without acting for him."""

    kinds: Mapping[str, str]
    concepts: Mapping[str, str]
    offices: frozenset[str]
    titles: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    relatives: frozenset[str]


@cache
def vocabulary() -> Words:
    """The vocabulary as it stands in the codebook, caseless."""
    raw = json.loads(files("parley.codebook").joinpath("actor_words.json").read_text(encoding="utf-8"))
    listed = cast("dict[str, str]", raw["kinds"])
    kinds = {word.casefold(): kind for kind, words in listed.items() for word in words.split()}
    sets = [frozenset(raw[name].casefold().split()) for name in ("offices", "titles", "women", "men", "relatives")]
    concepts = {word: name for name, words in raw["concepts"].items() for word in words.split()}
    return Words(kinds, concepts, *sets)


@cache
def singular(word: str) -> str:
    """The singular of a caseless noun, by rule: soldiers → soldier, ministries → ministry."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(NOT_PLURAL):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]


@cache
def is_plural(word: str) -> bool:
    """Whether a caseless noun names more than one."""
    return word in PLURAL or word in IRREGULAR or singular(word) != word


@cache
def kind_of(head: str) -> str | None:
    """The kind that a head word suggests, or None: soldiers → military, ministry → government, minister → official.

    One who bears an office is an official until a name is known; the plural of an office may have a kind of its own.
    """
    words, word = vocabulary(), head.casefold()
    one = singular(word)
    kind = words.kinds.get(word) or words.kinds.get(one)
    if kind or one not in words.offices:
        return kind
    return "official"


@cache
def concept_of(head: str) -> str | None:
    """What a head word is one of several words for: regime, authorities, junta → government."""
    words, word = vocabulary(), head.casefold()
    return words.concepts.get(word) or words.concepts.get(singular(word))
