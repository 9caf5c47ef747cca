"""Words cut to their stems, so that "attacked" and "attacks" are one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

import snowballstemmer

__all__ = ["capitalised", "kindred", "names", "stem", "stems"]

_STEMMER = snowballstemmer.stemmer("english")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_OWNED = re.compile(r"['’]s?\Z")
FUNCTION = frozenset(
    "a an the this that these those it its he his him she her they their them we our us you your i my me who whom "
    "whose which what when where why how and or but nor so if as at by for from in into of off on onto out over "
    "to up with within without about above after again against along among around before behind below between "
    "beyond during near since through throughout toward towards under until upon via than then there here is are "
    "was were be been being am has have had having do does did done doing will would shall should can could may "
    "might must not no any all both each every some such other another more most many much few own same too very "
    "just also only even still yet while because said say says saying told tell added according mr mrs ms".split()
)
"""English words that tell nothing of what a sentence is about."""


@lru_cache(1 << 18)
def stem(word: str) -> str:
    """The stem of an English word in lower case (Snowball, "Porter 2")."""
    found: str = _STEMMER.stemWord(_OWNED.sub("", word.casefold()))
    return found


@lru_cache(256)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words, without those that tell nothing of what it is about."""
    return frozenset(stem(word) for word in _WORD.findall(text) if word.casefold() not in FUNCTION)


@cache
def kindred() -> Mapping[str, frozenset[int]]:
    """By stem, the lines of `kindred.txt` on which it stands: words on one line may name one happening."""
    text = files("parley.linking.incidents").joinpath("kindred.txt").read_text("utf-8")
    lines: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(text.splitlines()):
        for word in () if line.startswith("#") else line.split():
            lines[stem(word)].add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}


def capitalised(text: str) -> frozenset[str]:
    """The capitalised words of a text in lower case."""
    found = (_OWNED.sub("", word).casefold() for word in _WORD.findall(text) if word[0].isupper())
    return frozenset(found) - FUNCTION


def names(text: str) -> frozenset[str]:
    """The capitalised words of a phrase in lower case, all of its content words where it has none."""
    return capitalised(text) or stems(text)
