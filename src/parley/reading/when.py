"""What day, month or stretch of time an expression stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from parley.reading.when_durations import duration
from parley.reading.when_reference import Reference, first_day
from parley.reading.when_spans import value_of
from parley.reading.when_spelled import in_figures
from parley.reading.when_tense import dates_a_saying, looks_ahead, takes_effect
from parley.reading.when_trail import Trail
from parley.record import Known
from parley.record.when import CountedFrom

__all__ = ["Resolved", "resolve", "resolve_all"]

_NO_DATE = re.compile(
    r"\b(?:every|each|once a|twice a|until further notice|recent|early date|fiscal|financial year|academic year"
    r"|school year|fy ?\d+)\b"
)
_STATED = re.compile(r"\b(?:1[5-9]|20)\d\d(?:\b|'?s\b)|\bcentury\b")
_SPACE = re.compile(r"\s+")


@lru_cache(256)
def resolve(
    surface: str,
    *,
    published: date | None,
    future: bool = False,
    anchor: str | None = None,
    passage: date | None = None,
) -> tuple[str | None, Known]:
    """The ISO prefix or interval that an expression stands for, and how that is known.

    `future` says that the sentence looks ahead ("will meet on Thursday"); `anchor` is the value of the last date that
    the text gave, which "the next day" counts from; `passage` is where a telling of past times has come to, which a
    date without a year goes on from. What the words and these do not settle is unknown.
    """
    words = in_figures(_SPACE.sub(" ", surface.replace("’", "'")).strip(" \"“”'.,;").lower())
    reference = Reference(published, future, anchor if anchor and first_day(anchor) else None, passage=passage)
    value = None if _NO_DATE.search(words) else value_of(words, reference)
    if value is None or not _on_calendar(value):
        return None, "unknown"
    return value, "stated" if _says_it_all(words, value) else "resolved"


def _on_calendar(value: str) -> bool:
    """Whether every part is a date of the calendar, and the parts are in order."""
    parts = value.split("/")
    return parts == sorted(parts) and all(first_day(part) for part in parts)


def _says_it_all(words: str, value: str) -> bool:
    years = {part[:4] for part in value.split("/")}
    return _STATED.search(words) is not None and (
        all(year in words or f"{year[:3]}0" in words for year in years) or "century" in words
    )


_CALENDAR = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression of a text stands for: the fields of a When but its span."""

    date: str | None
    known: Known
    counted_from: CountedFrom | None = None
    duration: str | None = None


def resolve_all(
    text: str, spans: Sequence[tuple[int, int]], published: date | None, ahead: Mapping[tuple[int, int], bool]
) -> list[Resolved]:
    """The values of a report's time expressions, which come in the order of its text.

    `ahead` says of a span whether its event lies ahead; where it says nothing, the words around the span do. What
    counts from a date before it follows the last day in the text ("three days later"), or the last one on which
    something other than a saying happened ("at dawn"); where the text tells of past times, dates go on from the last.
    """
    values: list[Resolved] = []
    trail = Trail(published)
    for start, end in spans:
        future = ahead[start, end] if (start, end) in ahead else looks_ahead(text, start, end)
        words = text[start:end]
        future = future or (words.startswith("for ") and takes_effect(text, start))
        given = (trail.anchor(words, start), trail.passage(text, start))
        value, known = resolve(words, published=published, future=future, anchor=given[0], passage=given[1])
        counted = _counted_from(words, value, published, future, alone=given == (None, None))
        values.append(Resolved(value, known, counted if known == "resolved" else None, duration(words)))
        if value:
            trail.add(value, end, saying=dates_a_saying(text, start), dates=_CALENDAR.search(words) is not None)
    return values


def _counted_from(
    words: str, value: str | None, published: date | None, future: bool, *, alone: bool
) -> CountedFrom | None:
    """Whether the publication date settles a value, or it takes other dates of the text."""
    if value is None or published is None:
        return None if value is None else "text"
    return "publication" if alone or resolve(words, published=published, future=future)[0] == value else "text"
