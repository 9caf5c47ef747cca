"""One article as published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from parley.record.span import Span


@dataclass(frozen=True, slots=True)
class Outlet:
    """Who published a report; `country` is ISO 3166 alpha-3, `kind` as agency, newspaper, broadcaster, state-media,
    government, ngo, blog."""

    name: str | None = None
    site: str | None = None
    country: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One article as published, immutable; spans count characters of `text`.

    `id` is the one given with the report, else a hash of its content. `published` is the day that the outlet gives;
    None where it gives none: relative dates then stay unknown.
    """

    id: str
    text: str
    title: str | None = None
    outlet: Outlet | None = None
    published: date | None = None
    dateline: str | None = None
    url: str | None = None
    author: str | None = None
    credits: tuple[str, ...] = ()
    language: str | None = None

    def span(self, start: int, end: int) -> Span:
        """The stretch `[start, end)` of this report's text."""
        return Span(self.id, start, end)


def content_id(text: str, title: str | None = None, outlet: Outlet | None = None, published: date | None = None) -> str:
    """The id of a report that came without one: 16 hexadecimal digits of a SHA-256 over what the reader sees of it."""
    parts = (text, title or "", (outlet and outlet.name) or "", published.isoformat() if published else "")
    return hashlib.sha256("\x00".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
