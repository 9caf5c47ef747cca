"""How reports number rounds: "the third round", "round two", "the second phase of the talks"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from parley.codebook.numbers import NTHS, nth
from parley.record import Reading

__all__ = ["numbers_told"]

_NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
_NTH = rf"(?P<nth>{'|'.join(NTHS)}|\d{{1,2}}(?:st|nd|rd|th))"
_NUMBER = rf"(?P<number>{'|'.join(_NUMBERS)}|\d{{1,2}})"
_TALKS = r" of (?:[\w’'-]+ ){0,3}(?:talks|negotiations|dialogue|discussions)\b"
_TOLD = re.compile(
    rf"\b(?:{_NTH}(?: [\w’'-]+){{0,2}}? (?:round\b|(?P<what>phase|leg)(?={_TALKS}))|round {_NUMBER}\b)", re.IGNORECASE
)


def numbers_told(reading: Reading) -> Mapping[int, Sequence[str]]:
    """By event with a state of talks which numbers ("third round") its sentence gives in words nearest to it."""
    by_sentence: dict[int, list[int]] = {}
    for index, event in enumerate(reading.events):
        if event.talks is not None and event.sentence < len(reading.sentences):
            by_sentence.setdefault(event.sentence, []).append(index)
    found: dict[int, list[str]] = {}
    for number, events in by_sentence.items():
        span = reading.sentences[number].span
        for at, words in _told(span.quote(reading.report)):
            nearest = min(events, key=lambda index: (abs(reading.events[index].trigger.start - span.start - at), index))
            found.setdefault(nearest, []).append(words)
    return found


def _told(text: str) -> Iterator[tuple[int, str]]:
    """Where a number stands, and the number as it is compared."""
    for match in _TOLD.finditer(text):
        ordinal, number, what = (match[name].casefold() if match[name] else "" for name in ("nth", "number", "what"))
        order = NTHS.index(ordinal) + 1 if ordinal in NTHS else _plain(ordinal or number)
        if order:
            yield match.start(), f"{nth(order)} {what or 'round'}"


def _plain(words: str) -> int:
    return _NUMBERS.index(words) + 1 if words in _NUMBERS else int(re.sub(r"\D", "", words))
