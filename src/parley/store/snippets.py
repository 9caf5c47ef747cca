"""Which part of a text to show for what was looked for, and where the words stand in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from parley.record import Report, Span
from parley.store.query import Term
from parley.store.tokens import WORD, fold, stem

__all__ = ["found_in", "snippet"]

LENGTH = 240
"""Characters of a snippet, at most."""
_BEFORE = 60
"""Characters that stand before the first word that was looked for."""
_LOOKED_AT = 300_000
"""Characters of a text that are gone through: what stands behind them is found, but not marked."""
_MARKS = 500
_ACCENTED = r"[^\x00-\x7f]"

Pair = tuple[int, int]


def found_in(text: str, terms: Iterable[Term]) -> tuple[Pair, ...]:
    """Where the terms stand in a text, as `[start, end)` in its characters, in order and none within another.

    Their fields are no matter: the caller knows which text it is. At most the first 500 are given.
    """
    wanted = tuple(term for term in terms if term.stems)
    if not wanted:
        return ()
    begun = (found.start() for found in _beginning(wanted).finditer(text, 0, _LOOKED_AT))
    pairs = (pair for start in begun for term in wanted if (pair := _at(text, start, term)))
    return tuple(islice(_apart(pairs), _MARKS))


def snippet(report: Report, marks: Sequence[Pair]) -> Span:
    """The part of the text that holds most of the marks; its beginning where there are none."""
    text, first = report.text, _busiest(marks)
    start = _word_start(text, max(0, first - _BEFORE), first)
    return Span(report.id, start, _word_end(text, start, min(len(text), start + LENGTH)))


def _beginning(terms: Iterable[Term]) -> re.Pattern[str]:
    """Where one of the terms may begin: to look closely at every word of a text takes twenty times as long."""
    heads = sorted({_head(term.stems[0]) for term in terms})
    return re.compile(rf"(?<![^\W_])(?:{'|'.join([_ACCENTED, *heads])})")


def _head(stem: str) -> str:
    """The first two letters that a word of that stem may have, where they have no accents."""
    first, second = stem[0], stem[1:2]
    if not first.isascii():
        return _ACCENTED
    head = f"[{first}{first.upper()}]"
    if not second or not second.isascii():
        return head
    either = "iyIY" if second in "iy" else f"{second}{second.upper()}"
    return f"{head}(?:[{either}]|{_ACCENTED})"


def _at(text: str, start: int, term: Term) -> Pair | None:
    """The term, where it stands at that place."""
    words = ((fold(found[0]), found.end()) for found in WORD.finditer(text, start))
    here = list(islice((word for word in words if word[0]), len(term.stems)))
    if [stem(word) for word, _ in here] != list(term.stems):
        return None
    return start, here[-1][1]


def _apart(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs, which come in the order of their starts, without those that overlap an earlier one."""
    last = 0
    for start, end in pairs:
        if start >= last:
            yield start, end
            last = end


def _busiest(marks: Sequence[Pair]) -> int:
    """The mark behind which most others stand, within one snippet; of equal ones the first."""
    starts = [start for start, _ in marks]
    within = [bisect_right(starts, start + LENGTH - _BEFORE) - bisect_left(starts, start) for start in starts]
    return starts[within.index(max(within))] if starts else 0


def _word_start(text: str, start: int, latest: int) -> int:
    """The first beginning of a word from `start` on."""
    if start == 0 or text[start - 1].isspace():
        return start
    return next((at + 1 for at in range(start, latest) if text[at].isspace()), start)


def _word_end(text: str, start: int, end: int) -> int:
    """The last end of a word before `end`."""
    if end == len(text) or text[end].isspace():
        return end
    return next((at for at in range(end, start, -1) if text[at].isspace()), end)
