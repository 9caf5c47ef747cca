"""What an input says about its report, checked, and the report made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from parley.errors import Malformed
from parley.record import Outlet, Report, content_id
from parley.sources.decoding import plain, refuse_too_long

_FORMATS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%B %d %Y", "%b %d %Y")
_ISO = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ].*)?")
_WEEKDAY = re.compile(r"^[A-Za-z]{3,9}, ")
_NO_DATE = frozenset({"", "none", "null", "unknown", "n/a"})
_CLOCK = re.compile(r"(?<=\d{4}),? \d\d?:\d\d.*$")


@dataclass(frozen=True, slots=True)
class Fields:
    """What is known of a report beside its text; dates still as they were written."""

    id: str | None = None
    title: str | None = None
    outlet: Outlet | None = None
    published: str | None = None
    dateline: str | None = None
    url: str | None = None
    author: str | None = None


def make_report(source: str, text: str, fields: Fields) -> Report:
    """The report of a text and its fields; raises Malformed on a bad date or no text, TooLarge on too much."""
    text = plain(text)
    if not text.strip():
        raise Malformed(source, "has no text", "a report needs some text to read")
    refuse_too_long(text, source)
    published = parse_date(fields.published, source) if fields.published else None
    return Report(
        id=fields.id or content_id(text, fields.title, fields.outlet, published),
        text=text,
        title=fields.title,
        outlet=fields.outlet,
        published=published,
        dateline=fields.dateline,
        url=fields.url,
        author=fields.author,
    )


def parse_date(written: str, source: str) -> date | None:
    """The day of an ISO date or time, or of a date with its month as a word; raises Malformed on any other.

    None where a word stands for no date ("None", "unknown"). All-figure dates as 03/04/2025 are refused: nobody can say
    which month they mean.
    """
    written = written.strip()
    if written.lower() in _NO_DATE:
        return None
    try:
        return _iso_day(written) or _worded_day(written)
    except ValueError:
        raise Malformed(source, f"published: {written!r} is no date", "write it as 2025-10-30") from None


def _iso_day(written: str) -> date | None:
    found = _ISO.fullmatch(written)
    return date(int(found[1]), int(found[2]), int(found[3])) if found else None


def _worded_day(written: str) -> date:
    bare = _CLOCK.sub("", _WEEKDAY.sub("", written))
    for form in _FORMATS:
        try:
            return datetime.strptime(bare, form).date()
        except ValueError:
            continue
    raise ValueError(written)


def make_outlet(parts: Mapping[str, str | None]) -> Outlet | None:
    """The outlet of its `name`, `site`, `country` and `kind`; None where all are missing."""
    given = Outlet(parts.get("name"), parts.get("site"), parts.get("country"), parts.get("kind"))
    return None if given == Outlet() else given
