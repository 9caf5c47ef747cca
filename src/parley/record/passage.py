"""Words that somebody judged, kept so that they can be found again in an edited text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from parley.record.report import Report
from parley.record.span import CONTEXT, Span

_ENOUGH = 24
"""So many characters, quote and matching context together, single a place out; "said" alone would match anywhere."""

_SAME: tuple[tuple[str, str], ...] = (
    ('"“”„‟«»', '["“”„‟«»]'),
    ("'‘’‚‛", "['‘’‚‛]"),
    ("-‐‑‒–—", "[-‐‑‒–—]"),
)
"""Marks that outlets set one way today and another way tomorrow."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A span with its words and their surroundings, after the W3C TextQuoteSelector and TextPositionSelector."""

    span: Span
    exact: str
    prefix: str = ""
    suffix: str = ""

    @classmethod
    def of(cls, span: Span, report: Report) -> Passage:
        """The passage of a span; raises ValueError where the span does not lie in the report."""
        exact, text = span.quote(report), report.text
        return cls(span, exact, text[max(0, span.start - CONTEXT) : span.start], text[span.end : span.end + CONTEXT])


def refind(passage: Passage, report: Report) -> Span | None:
    """Where the same words stand in another version of the report; None where they are gone: then they are orphaned.

    The words must be the same but for white space and the shape of quotation marks and dashes: a figure that was
    corrected is no longer what was judged. Of several places the one with the likest surroundings is taken, of equal
    ones the nearest to the old position. Short words need surroundings that match.
    """
    text = report.text
    found = [
        (_likeness(passage, text, place), -abs(place[0] - passage.span.start), place)
        for place in _places(passage, text)
    ]
    if not found:
        return None
    likeness, _, (start, end) = max(found)
    full = len(passage.prefix) + len(passage.suffix)
    return report.span(start, end) if len(passage.exact) + likeness >= _ENOUGH or likeness == full else None


def _places(passage: Passage, text: str) -> Iterator[tuple[int, int]]:
    """Every place of the words."""
    for match in _pattern(passage.exact).finditer(text):
        yield match.start(1), match.end(1)


@lru_cache(256)
def _pattern(exact: str) -> re.Pattern[str]:
    """A pattern of the words; it looks ahead, so that places may overlap."""
    inner = exact.strip()
    before, _, after = exact.partition(inner) if inner else (exact, "", "")
    loose = r"\s+".join(map(_loose, inner.split()))
    return re.compile(f"(?=({re.escape(before)}{loose}{re.escape(after)}))")


def _loose(word: str) -> str:
    return "".join(next((likes for marks, likes in _SAME if mark in marks), re.escape(mark)) for mark in word)


def _likeness(passage: Passage, text: str, place: tuple[int, int]) -> int:
    """How many characters of the surroundings are the same, counted outwards from the words."""
    start, end = place
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return _shared(passage.prefix[::-1], before[::-1]) + _shared(passage.suffix, after)


def _shared(one: str, other: str) -> int:
    """The length of the common beginning."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
