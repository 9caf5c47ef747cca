"""What an incident is called: its id, its kind, and a line of words."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from parley.linking.casting import Casting
from parley.linking.incidents.slots import Telling
from parley.record import Event, Ref

__all__ = ["id_of", "kind_of", "what_of"]


def id_of(first: Ref) -> str:
    """Made of the first told event, so that it stays as reports of later days are added."""
    return f"incident:{first}"


def kind_of(told: Sequence[Telling]) -> str:
    """What most of its events are by type and mode (`kinds.toml`), the first in the alphabet among equals."""
    counts = Counter(_kind(one.event) for one in told)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _kind(event: Event) -> str:
    table = _kinds()
    modes = (table["modes"].get(mode) for mode in event.modes)
    return next((kind for kind in modes if kind), table["types"].get(event.type, "act"))


@cache
def _kinds() -> Mapping[str, Mapping[str, str]]:
    text = files("parley.linking.incidents").joinpath("kinds.toml").read_text("utf-8")
    told: Mapping[str, Mapping[str, str]] = tomllib.loads(text)
    return told


def what_of(kind: str, told: Sequence[Telling], sides: Sequence[str], place: str | None, casting: Casting) -> str:
    """The kind, the words that most reports have for it, the sides and the place: "strike (bombed), Ardania, Harad"."""
    words = Counter(one.event.trigger.quote(one.reading.report).lower() for one in told)
    word = min(words, key=lambda each: (-words[each], each))
    names = " – ".join(casting.actors[side].name if side in casting.actors else side for side in sides)
    return ", ".join(part for part in (f"{kind} ({word})", names, place) if part)
