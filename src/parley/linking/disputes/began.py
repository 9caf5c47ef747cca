"""Who began: attacks that one side calls unprovoked, or its own an answer."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.disputes.rivals import dispute
from parley.linking.disputes.victims import states_of
from parley.record import Dispute, Incident

__all__ = ["began"]

_SUFFERED = re.compile(r"\b(?:unprovoked|without provocation)\b", re.IGNORECASE)
"""Words by which those attacked say that they gave no cause."""
_ANSWERED = re.compile(
    r"\b(?:retaliat\w+|payback|self-defen[cs]e|return(?:ed|ing) fire|in (?:response|answer|reply|revenge)"
    r"|(?:response|answer|reply) to|(?:measured|proportionate|befitting) (?:answer|response|reply))\b",
    re.IGNORECASE,
)
"""Words by which those who attack say that others began."""
_OPENED = re.compile(r"\b(?:(?:fired|shot|shooting|attacked) first|opened fire|started (?:it|on))\b", re.IGNORECASE)
"""Words by which one says of another that he began."""


def began(incident: Incident, lines: Sequence[Line], book: Book) -> Iterator[Dispute]:
    """One dispute where each of two sides says that it did not begin."""
    states = states_of(lines, book).keys()
    values: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        speaker = line.by & states
        if line.told and line.event.type == "ASSAULT" and len(speaker) == 1 and _says(line, speaker):
            other = states - speaker
            values["+".join(sorted(other)) if len(other) == 1 else f"not {next(iter(speaker))}"].append(line)
    found = dispute(incident.id, "who began", values)
    if found:
        yield found


def _says(line: Line, speaker: frozenset[str]) -> bool:
    """Whether the speaker says, in the sentence or the statement of the line, that he did not begin."""
    said = line.event.statement
    content = line.reading.statements[said].content if said is not None else ()
    words = line.quote(content or (line.evidence.span,))
    opened = _OPENED.search(words) is not None and not line.doers & speaker
    return opened or any(pattern.search(words) for pattern in (_SUFFERED, _ANSWERED))
