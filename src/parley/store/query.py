"""What somebody types to search, made out: any characters at all mean something, if only words."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, Self

from parley.store.tokens import stems

__all__ = ["FIELDS", "Field", "Query", "Term"]

Field = Literal["title", "text", "outlet", "dateline"]
FIELDS: tuple[Field, ...] = ("title", "text", "outlet", "dateline")

MOST_TERMS = 40
"""So many words and phrases are looked for; more than anybody means."""
_LONGEST_TERM = 40

_PART = re.compile(
    r'(?P<without>-?)(?:(?P<field>title|text|outlet|dateline|before|after):)?(?:"(?P<phrase>[^"]*)(?:"|$)|(?P<word>\S+))',
    re.IGNORECASE,
)
_QUOTES = str.maketrans("“”„«»", '"""""')
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_NAMES: dict[str, Field] = {name: name for name in FIELDS}


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or words side by side, by their stems; in one field or in any. An outlet may be given in part."""

    stems: tuple[str, ...]
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """What reports must hold and must not hold, and the days (both included) between which they were published."""

    terms: tuple[Term, ...] = ()
    without: tuple[Term, ...] = ()
    since: date | None = None
    until: date | None = None

    @classmethod
    def of(cls, typed: str) -> Self:
        """The query of a line such as: ceasefire "second round" -market outlet:dawn after:2025-10 before:2025-11-08.

        `after:` counts from the first day of what it names, `before:` up to the day before that. What is no date is
        looked for as words. Only the first 40 words and phrases count.
        """
        made = cls()
        for found in _PART.finditer(typed.translate(_QUOTES)):
            if len(made.terms) + len(made.without) >= MOST_TERMS:
                break
            made = made._with(found)
        return made

    def __bool__(self) -> bool:
        """Whether anything is asked for."""
        return self != Query()

    def of_field(self, field: Field) -> tuple[Term, ...]:
        """The terms that may stand in that field."""
        return tuple(one for one in self.terms if one.field in (None, field))

    def between(self, since: date | None, until: date | None) -> Query:
        """The same within some days, too."""
        first = max(filter(None, (self.since, since)), default=None)
        return replace(self, since=first, until=min(filter(None, (self.until, until)), default=None))

    def at(self, outlet: str | None) -> Query:
        """The same of one outlet only, by name or site, or a part of it."""
        found = tuple(stems(outlet))
        return replace(self, terms=(*self.terms, Term(found, "outlet"))) if found else self

    def _with(self, found: re.Match[str]) -> Self:
        name = (found["field"] or "").lower()
        said = found["word"] if found["phrase"] is None else found["phrase"]
        day = None if found["without"] else _first_day(said)
        if name == "after" and day:
            return replace(self, since=max(day, self.since or date.min))
        if name == "before" and day:
            return replace(self, until=min(_day_before(day), self.until or date.max))
        words = tuple(stems(said if name in _NAMES else f"{name} {said}"))[:_LONGEST_TERM]
        if not words:
            return self
        term = Term(words, _NAMES.get(name))
        if found["without"]:
            return replace(self, without=(*self.without, term))
        return replace(self, terms=(*self.terms, term))


def _first_day(written: str) -> date | None:
    """The day, or the first of the month or the year."""
    found = _DATE.fullmatch(written)
    if not found:
        return None
    year, month, day = (int(part or 1) for part in found.groups())
    real = year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    return date(year, month, day) if real else None


def _day_before(day: date) -> date:
    return day if day == date.min else day - timedelta(1)
