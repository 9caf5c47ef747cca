"""How two copies of one text differ, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from parley.exports import wording

__all__ = ["Word", "differences"]

_WORDS = re.compile(r"\S+")
_NEAR = 8
"""Words that are shown on both sides of a difference."""
_MOST = 20_000
"""Words of a text that are compared; copies are news, not books."""


@dataclass(frozen=True, slots=True)
class Word:
    """Words in a row that both have, that only this text has ("gone" from the other), that only the other has ("new"),
    or a gap for what both have and nobody needs to see."""

    kind: Literal["same", "gone", "new", "gap"]
    text: str


def differences(here: str, there: str) -> Iterator[Word]:
    """What becomes of the words here in the text there."""
    mine, theirs = _words(here), _words(there)
    for kind, first, last, start, end in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from _same(mine[first:last])
        else:
            if first < last:
                yield Word("gone", " ".join(mine[first:last]))
            if start < end:
                yield Word("new", " ".join(theirs[start:end]))


def _words(text: str) -> list[str]:
    return _WORDS.findall(wording.shown(text))[:_MOST]


def _same(words: list[str]) -> Iterator[Word]:
    """Long stretches with their middle left out."""
    if len(words) <= 2 * _NEAR + 1:
        yield Word("same", " ".join(words))
        return
    yield Word("same", " ".join(words[:_NEAR]))
    yield Word("gap", f"{len(words) - 2 * _NEAR:,}")
    yield Word("same", " ".join(words[-_NEAR:]))
