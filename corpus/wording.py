"""How an annotator writes a span down: by its words."""

from __future__ import annotations

import re

GAP = "…"


class Unfound(ValueError):
    """The words do not stand in the sentence."""


def locate(text: str, wording: str) -> tuple[int, int]:
    """Where the wording stands in a sentence.

    "first … last" runs from the first place of `first` to the next end of `last`; "word#2" is the second "word". Whole
    words are looked for before parts of words.
    """
    numbered = re.fullmatch(r"(.+)#(\d)", wording, re.DOTALL)
    words, nth = (numbered[1], int(numbered[2])) if numbered else (wording, 1)
    if GAP in words:
        return _stretch(text, *words.split(GAP, 1))
    starts = _starts(text, words)
    if not 1 <= nth <= len(starts):
        raise Unfound(f"{wording!r} does not stand in the sentence")
    return starts[nth - 1], starts[nth - 1] + len(words)


def phrase(text: str, start: int, end: int) -> str:
    """The wording that `locate` turns back into that span; raises ValueError where none does."""
    words = text[start:end]
    for wording in (words, *(f"{words}#{nth}" for nth in range(2, 10))):
        try:
            if locate(text, wording) == (start, end):
                return wording
        except Unfound:
            break
    raise ValueError(f"[{start}, {end}) cannot be told by its words")


def _stretch(text: str, first: str, last: str) -> tuple[int, int]:
    start = text.find(first.strip())
    end = text.find(last.strip(), start + len(first.strip()))
    if start < 0 or end < 0:
        raise Unfound(f"'{first}{GAP}{last}' does not stand in the sentence")
    return start, end + len(last.strip())


def _starts(text: str, words: str) -> list[int]:
    literal = re.escape(words)
    whole = [found.start() for found in re.finditer(rf"(?<!\w){literal}(?!\w)", text)]
    return whole or [found.start() for found in re.finditer(literal, text)]
