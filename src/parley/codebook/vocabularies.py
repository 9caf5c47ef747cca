"""Parley's own labels and what they mean; they are in `labels.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from parley.codebook.data import load

__all__ = ["Vocabulary", "actor_kinds", "aspects", "gloss", "how", "outlet_kinds", "reality", "styles", "talks"]

Vocabulary = Literal["talks", "reality", "aspects", "actor_kinds", "how", "outlet_kinds", "styles"]


@cache
def _labels() -> Mapping[Vocabulary, Mapping[str, str]]:
    return cast("dict[Vocabulary, dict[str, str]]", load("labels.toml"))


def gloss(vocabulary: Vocabulary, label: str) -> str:
    """What a label means; raises KeyError for one that is not in the vocabulary."""
    return _labels()[vocabulary][label]


def talks() -> tuple[str, ...]:
    """What an event can say of the state of the talks or truce."""
    return tuple(_labels()["talks"])


def reality() -> tuple[str, ...]:
    """How the sentence's own source can present an event."""
    return tuple(_labels()["reality"])


def aspects() -> tuple[str, ...]:
    """What the keeper of a file on the talks would file an event under."""
    return tuple(_labels()["aspects"])


def actor_kinds() -> tuple[str, ...]:
    """What an actor can be."""
    return tuple(_labels()["actor_kinds"])


def how() -> tuple[str, ...]:
    """How near a statement's content is to its speaker's words."""
    return tuple(_labels()["how"])


def outlet_kinds() -> tuple[str, ...]:
    """Who can publish a report."""
    return tuple(_labels()["outlet_kinds"])


def styles() -> tuple[str, ...]:
    """What kind of text a report can be."""
    return tuple(_labels()["styles"])
