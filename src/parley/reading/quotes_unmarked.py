"""Speech that is printed without quotation marks: turns of a transcript, and statements set out below "she said:"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from parley.reading.paragraphs import paragraphs

__all__ = ["unmarked_speech"]

Offsets = tuple[int, int]

_NAME = r"(?:[A-ZÀ-Þ][\w.’'-]*(?: (?:[A-ZÀ-Þ][\w.’'-]*|al|bin|de|of|the|van|von)){0,5})"
_LABEL = re.compile(rf"(?P<who>{_NAME})(?: \([^)\n]{{1,40}}\))?:\s+(?=\S)")
_INNER_LABEL = re.compile(r"(?<=[.?!] )(?P<who>[QA])(?: \([^)\n]{1,40}\))?:\s+(?=\S)")
_SET_OUT = re.compile(
    r"(?:said|says|stated|added|commented|declared"
    r"|(?:following|this) (?:press )?(?:statement|remarks)[^.\n]{0,80})\s?:\Z"
)
_QUESTION_AND_ANSWER = ({"QUESTION", "ANSWER"}, {"Question", "Answer"}, {"Q", "A"})
_LONGEST_INTRODUCTION = 200
_NOT_SPEECH = re.compile(
    r"[\"“„«(\[]|notes? (?:to|for) editors?|background\b|further information|contact\b|ends\b", re.IGNORECASE
)


def unmarked_speech(text: str) -> list[Offsets]:
    """The stretches of such speech, a paragraph or a turn each, in order."""
    spans = paragraphs(text)
    return _turns(text, spans) or list(_set_out(text, spans))


def _turns(text: str, spans: list[Offsets]) -> list[Offsets]:
    """The turns of a transcript, which shows by a label that opens two paragraphs at least."""
    labels = [(span, _LABEL.match(text, *span)) for span in spans]
    counts = Counter(label["who"] for _, label in labels if label)
    counts.update(match["who"] for match in _INNER_LABEL.finditer(text) if counts)
    repeated = counts.total() > 2 and max(counts.values()) > 1
    if not repeated and not any(pair <= counts.keys() for pair in _QUESTION_AND_ANSWER):
        return []
    found: list[Offsets] = []
    speaking = False
    for (start, end), label in labels:
        speaking = label is not None or (speaking and _goes_on(text, start, end))
        if speaking:
            found += _inner_turns(text, label.end() if label else start, end)
    return found


def _inner_turns(text: str, start: int, end: int) -> list[Offsets]:
    """A paragraph cut where "A:" answers in it."""
    cuts = [(match.start(), match.end()) for match in _INNER_LABEL.finditer(text, start, end)]
    begins = [start, *(after for _, after in cuts)]
    stops = [*(before for before, _ in cuts), end]
    turns = zip(begins, stops, strict=True)
    return [(begin, begin + len(text[begin:stop].rstrip())) for begin, stop in turns if begin < stop]


def _set_out(text: str, spans: list[Offsets]) -> Iterator[Offsets]:
    """The paragraphs below one that ends in "said:", as far as they read as running speech."""
    speaking = False
    for start, end in spans:
        if speaking and _goes_on(text, start, end):
            yield start, end
        else:
            speaking = end - start < _LONGEST_INTRODUCTION and _SET_OUT.search(text[start:end]) is not None


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is one more of the same speech: it has no marks of its own and ends as a sentence does."""
    return text[end - 1] in ".?!…" and _NOT_SPEECH.match(text, start) is None
