"""The PLOVER event types with their modes, quad categories and scores; the facts are in `plover.toml`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Literal, TypedDict, cast

from parley.codebook.data import load

__all__ = ["EventType", "Mode", "Quad", "contexts", "event_type", "modes", "quad", "quad_code", "score", "types"]

Quad = Literal["verbal-cooperation", "material-cooperation", "verbal-conflict", "material-conflict"]


class _ModeRow(TypedDict, total=False):
    gloss: str
    score: float
    cameo: str


class _TypeRow(TypedDict, total=False):
    gloss: str
    quad: Quad
    score: float
    cameo: str
    needs_recipient: bool
    modes: dict[str, _ModeRow]


class _File(TypedDict):
    types: dict[str, _TypeRow]
    quads: dict[Quad, int]
    contexts: dict[str, str]


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act is done; `score` is None where only the type has one."""

    name: str
    gloss: str
    score: float | None = None
    cameo: str | None = None


@dataclass(frozen=True, slots=True)
class EventType:
    """A PLOVER category or TALKS; `score` runs from -10, most hostile, to 10, most cooperative."""

    name: str
    gloss: str
    quad: Quad | None = None
    score: float | None = None
    cameo: str | None = None
    needs_recipient: bool = False
    modes: Mapping[str, Mode] = field(default_factory=dict)


@cache
def _file() -> _File:
    return cast("_File", load("plover.toml"))


@cache
def _types() -> Mapping[str, EventType]:
    return {name: _event_type(name, row) for name, row in _file()["types"].items()}


def _event_type(name: str, row: _TypeRow) -> EventType:
    by_name = {mode: Mode(mode, m["gloss"], m.get("score"), m.get("cameo")) for mode, m in row.get("modes", {}).items()}
    needs = row.get("needs_recipient", False)
    return EventType(name, row["gloss"], row.get("quad"), row.get("score"), row.get("cameo"), needs, by_name)


def types() -> tuple[str, ...]:
    """The 16 PLOVER categories, cooperation first, and TALKS."""
    return tuple(_types())


def event_type(name: str) -> EventType:
    """A type with all that is known of it; raises KeyError for a name that is none."""
    return _types()[name]


def modes(name: str) -> tuple[str, ...]:
    """The modes of a type."""
    return tuple(event_type(name).modes)


def score(name: str, chosen: Sequence[str] = ()) -> float | None:
    """The conflict-cooperation score of an event: that of its most extreme mode, else that of its type."""
    kind = event_type(name)
    scores = [mode.score for mode in map(kind.modes.get, chosen) if mode and mode.score is not None]
    return max(scores, key=abs) if scores else kind.score


def quad(name: str) -> Quad | None:
    """The quad category of a type."""
    return event_type(name).quad


def quad_code(name: str) -> int | None:
    """The number of its quad category: 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict."""
    category = quad(name)
    return _file()["quads"][category] if category else None


def contexts() -> Mapping[str, str]:
    """The contexts that any event can have, and what each means."""
    return _file()["contexts"]
