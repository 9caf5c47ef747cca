"""How an annotator writes a span down: by its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["GAP", "Unfound", "locate", "phrase"]

GAP = "…"
_MOST = 9
"""So often a word may stand in its sentence: numbers have one digit."""


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
    """The wording that `locate` turns back into that span; raises ValueError where none does.

    It is the words themselves where they will do, else their number, else their first and last words.
    """
    for wording in _wordings(text, start, end):
        try:
            if locate(text, wording) == (start, end):
                return wording
        except Unfound:
            continue
    raise ValueError(f"{text[start:end]!r} cannot be told from the same words elsewhere in its sentence")


def _wordings(text: str, start: int, end: int) -> Iterator[str]:
    words = text[start:end]
    yield words
    yield from (f"{words}#{nth}" for nth in range(1, _MOST + 1))
    cuts = [start + gap.start() for gap in re.finditer(r"\s+", words)]
    first = next((text[start:cut] for cut in cuts if text.find(text[start:cut]) == start), None)
    if first is not None:
        yield from (f"{first} {GAP} {text[cut:end].strip()}" for cut in reversed(cuts) if cut >= start + len(first))


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
