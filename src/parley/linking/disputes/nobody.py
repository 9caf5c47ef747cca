"""Statements that nobody came to harm, in reports of an incident in which others say that somebody did."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line, Saying
from parley.record import Ref

__all__ = ["nobody"]

_NONE = re.compile(
    r"\bno (?:casualt|loss|death|fatalit|injur|victim)\w*|\b(?:nobody|no one|none) (?:was|were|had been|has been) "
    r"(?:killed|hurt|injured|harmed|wounded)",
    re.IGNORECASE,
)
NEAR = 3
"""Sentences after the last word on an incident within which a statement is about it."""


def nobody(lines: Sequence[Line], book: Book) -> Iterator[Saying]:
    """The statements that nobody was killed or hurt in what some lines tell of."""
    told: dict[str, list[int]] = {}
    for line in lines:
        told.setdefault(line.ref.report, []).append(line.event.sentence)
    for report, sentences in sorted(told.items()):
        reading = book.readings[report]
        for index, said in enumerate(reading.statements):
            words = " ".join(piece.quote(reading.report) for piece in said.content)
            if _NONE.search(words) and any(0 <= said.sentence - at <= NEAR for at in sentences):
                yield book.saying(Ref(report, "statement", index))
