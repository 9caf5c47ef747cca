"""Words of a text as they are searched for: without case and accents, and by their stems.

Both databases are given these, so that both find the same."""

from __future__ import annotations

import re
import threading
import unicodedata
from functools import lru_cache

import snowballstemmer

__all__ = ["WORD", "fold", "stem", "stems"]

LONGEST = 64
"""Characters of a word that tell it from others; no index holds words of any length."""

_MARK = "\u0300-\u036f\u064b-\u065f"
WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARK}])*")
"""A word: what is between letters and digits parts it from the next."""

_PLAIN = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"})
_STEMMER = snowballstemmer.stemmer("english")
_ONE_AT_A_TIME = threading.Lock()  # the stemmer keeps the word that it works on


def stems(text: str | None) -> list[str]:
    """The stems of its words, in order."""
    return [stem(folded) for word in WORD.findall(text or "") if (folded := fold(word))]


def fold(word: str) -> str:
    """A word as it is compared: letters and digits only, so that it means nothing in the language of any index."""
    if word.isascii():
        return word[:LONGEST].lower()
    bare = unicodedata.normalize("NFKD", word[:LONGEST].casefold()).casefold().translate(_PLAIN)
    return "".join(one for one in bare if one.isalnum())[:LONGEST]


@lru_cache(1 << 16)
def stem(folded: str) -> str:
    """What a folded word has in common with its other forms: "negoti" of negotiate, negotiators, negotiations.

    It begins as the word does, but that y and i may stand for each other behind the first letter.
    """
    with _ONE_AT_A_TIME:
        made: str = _STEMMER.stemWord(folded)
    return made or folded
