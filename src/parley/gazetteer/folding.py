"""Names as they are compared: without case, accents, apostrophes and hyphens."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("'’‘ʻʼʿʾ`´ʹ", ""),
        **dict.fromkeys("-‐‑–—.,()/", " "),
        **{"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ə": "a"},
    }
)
_WHOLE = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft"}


@lru_cache(8192)
def fold(name: str) -> str:
    """The key of a name: "Spīn Bōldak" and "Spin-Boldak" have the same; empty where nothing is left."""
    words = _bare(name.casefold()).translate(_PLAIN).split()
    if len(words) > 1:
        words = [_WHOLE.get(word, word) for word in words[1 if words[0] == "the" else 0 :]]
    return " ".join(words)


def _bare(text: str) -> str:
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
