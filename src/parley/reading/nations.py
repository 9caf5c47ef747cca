"""Which state a word stands for: names, demonyms, capitals."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

Way = Literal["name", "demonym", "capital"]
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Nation:
    """A state by its ISO 3166 alpha-3 code, and by which of its words it was called."""

    code: str
    way: Way


@cache
def states() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """By alpha-3 code: the names, demonyms and capitals of the world's states, the usual name first."""
    text = files("parley.codebook").joinpath("states.json").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, list[str]]]", json.loads(text)["states"])


def state_name(code: str) -> str | None:
    """The usual name of a state."""
    row = states().get(code)
    return row["names"][0] if row else None


@cache
def atlas() -> Mapping[str, Nation]:
    """Every name, demonym and capital as written, and the same with a plural s; the first meaning given counts."""
    found: dict[str, Nation] = {}
    for part, way in (("names", "name"), ("demonyms", "demonym"), ("capitals", "capital")):
        for code, row in states().items():
            for word in row[part]:
                found.setdefault(word, Nation(code, cast("Way", way)))
                if way == "demonym":
                    found.setdefault(word + "s", Nation(code, "demonym"))
    return found


@cache
def openings() -> frozenset[str]:
    """The first words of the names in the atlas."""
    return frozenset(name.split()[0] for name in atlas())


def nation_at(words: Sequence[str], start: int) -> tuple[Nation, int] | None:
    """The state that the words from `start` on name, and where the name ends; the longest name counts."""
    if words[start] not in openings():
        return None
    for end in range(min(len(words), start + LONGEST), start, -1):
        nation = atlas().get(" ".join(words[start:end]))
        if nation:
            return nation, end
    return None


def nations_in(words: Sequence[str]) -> list[tuple[Nation, int, int]]:
    """Every state named among the words, with the stretch of words that names it."""
    found, start = [], 0
    while start < len(words):
        hit = nation_at(words, start)
        if hit:
            found.append((hit[0], start, hit[1]))
        start = hit[1] if hit else start + 1
    return found
