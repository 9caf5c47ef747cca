"""Where the content of a statement begins and ends, and where its cue, or somebody else, breaks into it."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from parley.encoder.words import CLOSERS, OPENERS, Words
from parley.reading.asking import Judged
from parley.reading.view import Phrase, View

__all__ = ["cut", "resumed", "to_semicolon"]

PUNCTUATION = frozenset(",;:–—-.")
ASIDE = 10
"""How many words may stand between a cue and the comma or quotation mark beyond which its content goes on."""
RESUMES = 0.6
"""How likely the words beyond a cue must be inside a content, on average, to belong to the one before it."""


def cut(judged: Judged, span: Phrase, cue: int, sources: Sequence[int]) -> list[Phrase]:
    """A content in two pieces where its cue and source stand inside it ("The talks, he said, are suspended")."""
    first, last = span
    if not first <= cue <= last:
        return [span]
    phrases = [judged.asked.found[s].phrase for s in sources]
    phrases = [p for p in phrases if first <= p[0] and p[1] <= last and abs(p[0] - cue) < 12]
    opens, closes = min([cue, *(p[0] for p in phrases)]), max([cue, *(p[1] for p in phrases)])
    words = judged.asked.view.words
    opens = _reach(words, range(opens - 1, first - 1, -1), PUNCTUATION | CLOSERS, opens)
    closes = _reach(words, range(closes + 1, last + 1), PUNCTUATION | OPENERS, closes)
    before, after = (first, opens - 1), (closes + 1, last)
    return [p for p in (_trim(judged.asked.view, before), _trim(judged.asked.view, after)) if p] or [span]


def _reach(words: Words, path: range, stops: Collection[str], start: int) -> int:
    """The last word before a stop, where one is near; else where it began."""
    for at in path[:ASIDE]:
        if words.surface(at) in stops:
            return at - path.step
    return start


def to_semicolon(judged: Judged, span: Phrase, cue: int) -> Phrase:
    """A content without what stands beyond a semicolon, where somebody else is quoted."""
    view, (first, last) = judged.asked.view, span
    here = view.words.sentence[judged.asked.anchors.word] == view.words.sentence[cue]
    others = [c for c in judged.asked.anchors.word[here].tolist() if c != cue]
    for stop in (w for w in range(first, last + 1) if view.words.surface(w) == ";"):
        if cue < stop and any(c > stop for c in others):
            return _trim(view, (first, stop - 1)) or span
        if cue > stop and any(c < stop for c in others):
            first = stop + 1
    return _trim(view, (first, last)) or span


def resumed(judged: Judged, pieces: list[Phrase], cue: int) -> list[Phrase]:
    """The pieces, and what the content goes on with beyond its cue and source, where the taggers see it too."""
    if len(pieces) != 1 or pieces[0][0] <= cue <= pieces[0][1]:
        return pieces
    view, last = judged.asked.view, pieces[0][1]
    inside = np.flatnonzero(view.words.sentence == view.words.sentence[cue])
    beyond = (cue + 1, int(inside[-1])) if last < cue else (int(inside[0]), cue - 1)
    commas = [w for w in range(beyond[0], beyond[1] + 1) if view.words.surface(w) == ","]
    if not commas:
        return pieces
    rest = _trim(view, (commas[0] + 1, beyond[1]) if last < cue else (beyond[0], commas[-1] - 1))
    taken = rest and any(rest[0] <= c <= rest[1] for c in judged.asked.anchors.word.tolist())
    if rest is None or taken or view.signals.tags["said"][rest[0] : rest[1] + 1, 1].mean() < RESUMES:
        return pieces
    return sorted([*pieces, rest])


def _trim(view: View, phrase: Phrase) -> Phrase | None:
    first, last = phrase
    while first <= last and view.words.surface(first) in PUNCTUATION:
        first += 1
    while last >= first and view.words.surface(last) in PUNCTUATION - {","}:
        last -= 1
    if last > first and view.words.surface(last) == ",":
        last -= 1
    return (first, last) if first <= last else None
