"""The dates that a text has given so far, from which what follows may count."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from parley.reading.when_reference import first_day

__all__ = ["Trail"]

_YEARS = re.compile(r"\b(?:years?|months?|decades?)\b")
_COUNTED = re.compile(r"\b(?:earlier|later|before|after|previous|next|following)\b", re.IGNORECASE)
_SAME_PASSAGE = 250
_TELLING = 700
"""Characters over which a telling of past times goes on without giving a date."""
_NEWS = re.compile(r"\b(?:since|has|have|is|are|will|would|now|last|next|this|says?|currently)\b")
"""Words after which a text is at the news again."""
_PAST = 300
"""Days: what is told of times so long before publication is background, and not the news."""


@dataclass(slots=True)
class Trail:
    """The last day that a text gave, the last on which something happened, and the last date of any precision."""

    published: date | None
    day: str | None = None
    happened: str | None = None
    any: str | None = None
    end: int = 0
    told: date | None = None

    def anchor(self, words: str, start: int) -> str | None:
        """The date that an expression counts from: of any precision where it counts months or years, else a day."""
        if _YEARS.search(words):
            return self.any if self.published is None or start - self.end < _SAME_PASSAGE else None
        return self.day if _COUNTED.search(words) else self.happened

    def passage(self, text: str, start: int) -> date | None:
        """Where a telling of past times has come to; None where the text is at the news."""
        if self.published is None or self.told is None:
            return self.told
        near = start - self.end < _TELLING and "\n" not in text[self.end : start]
        past = (self.published - self.told).days > _PAST
        return self.told if near and past and not _NEWS.search(text, self.end, start) else None

    def add(self, value: str, end: int, *, saying: bool, dates: bool) -> None:
        """Note a date; a day that lies ahead is no day that the text is at.

        `saying`: it dates a saying; `dates`: its words are those of the calendar ("March 2022", not "last week").
        """
        self.any, self.end = value, end
        start = value.split("/")[0]
        if dates and self.published and len(start) == len("2025"):
            self.told = None
        elif dates or self.published is None:
            self.told = first_day(value)
        if len(start) == len("2025-10-30") and not (self.published and start > self.published.isoformat()):
            self.day = value
            self.happened = self.happened if saying else value
