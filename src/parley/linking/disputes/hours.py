"""At which hour a truce began."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.disputes.rivals import quoted_otherwise
from parley.linking.talks.named import Named
from parley.record import Dispute

__all__ = ["hours"]

_TAKES_EFFECT = re.compile(r"\b(?:effect|effective|start|began|begin|from|since|into force)", re.IGNORECASE)
_HOUR = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>am|pm|a\.m\.|p\.m\.)(?!\w)"
    r"|\b(?P<hours>\d\d):?(?P<minutes>\d\d) ?(?:hrs|hours|h)\b",
    re.IGNORECASE,
)
NOON = 12


def hours(talks: Sequence[Named], book: Book) -> Iterator[Dispute]:
    """One dispute for each truce of whose beginning different hours are told, be it in the times of two zones."""
    for named in talks:
        values: dict[str, dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
        for about in named.truces:
            for line in (book.line(word.ref) for word in named.words_on(about) if word.state == "ceasefire"):
                told = _hour(line, book) if line.told else None
                if told:
                    values[about][told].append(line)
        for about, by_hour in values.items():
            found = book.dispute(about, "hour", by_hour, "different-scope", quoted_otherwise)
            if found:
                yield found


def _hour(line: Line, book: Book) -> str | None:
    return book.noted(line.ref.report, ("hour", line.ref.index), lambda: _told(line))


def _told(line: Line) -> str | None:
    """The first hour in the sentence, of 24, where it is that of something taking effect."""
    words = line.quote((line.evidence.span,))
    match = _HOUR.search(words) if _TAKES_EFFECT.search(words) else None
    if match is None:
        return None
    if match["hours"]:
        return f"{match['hours']}:{match['minutes']}"
    afternoon = match["half"].lower().startswith("p")
    return f"{int(match['hour']) % NOON + NOON * afternoon:02}:{match['minute'] or '00'}"
