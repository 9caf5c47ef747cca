"""Small things that several sources need: ids, letter case, dates."""

from __future__ import annotations

import html
import re

from parley.registry.folding import fold

MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}
DATE = re.compile(r"(?:(\d{1,2})\s+)?(?:([A-Z][a-z]{2})[a-z]*\.?\s+)?(\d{4})")
TAGS = re.compile(r"<[^>]+>")


def slug(name: str) -> str:
    """The part of an id that a name gives."""
    return "-".join(fold(name).split())[:60].strip("-")


def plain(text: str) -> str:
    """A factbook text without markup."""
    return " ".join(html.unescape(TAGS.sub(" ", text)).replace("’", "'").split())


def iso_date(text: str) -> str | None:
    """The ISO prefix of "10 March 2024", "April 2018" or "2011"; None where there is no date."""
    found = DATE.search(text)
    if not found:
        return None
    day, month, year = found.groups()
    number = MONTHS.get((month or "").lower())
    if not number:
        return year
    return f"{year}-{number:02}-{int(day):02}" if day else f"{year}-{number:02}"


def titled(name: str) -> str:
    """A name written in capitals, wholly or in part, as people write it: "Asif Ali ZARDARI" → "Asif Ali Zardari"."""
    return " ".join(_word(word) for word in name.split())


def _word(word: str) -> str:
    if re.fullmatch(r"[IVX]{2,4}|(?:\w\.)+", word):
        return word
    return re.sub(r"\b[^\W\d_a-z]{2,}\b", lambda part: part.group()[0] + part.group()[1:].lower(), word)
