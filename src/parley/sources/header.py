"""`key: value` lines at the top of a text file.

title: Istanbul round to resume
outlet: Harbour Wire
published: 2031-03-06

The text begins after the blank line.
"""

from __future__ import annotations

import re

from parley.sources.fields import Fields, make_outlet

KEYS = ("id", "title", "outlet", "site", "country", "kind", "published", "dateline", "url", "author")
"""The keys that a header may have; others are passed over."""

_SAME = {"date": "published", "headline": "title", "link": "url", "byline": "author", "source": "outlet"}
_LINE = re.compile(r"([A-Za-z][A-Za-z_-]{0,30}):(?:[ \t]+(.*)|[ \t]*)")
_FENCE = re.compile(r"---[ \t]*")


def split_header(text: str) -> tuple[Fields, str]:
    """What the header says, and the text below it; a text without a header comes back whole.

    A header is a block of `key: value` lines, the first with a key of `KEYS`, which ends at a blank line or stands
    between two lines of three hyphens.
    """
    lines = text.split("\n")
    fenced = bool(_FENCE.fullmatch(lines[0]))
    first = int(fenced)
    last = _end_of_block(lines, first, fenced)
    pairs = _pairs(lines[first:last]) if last is not None else None
    if last is None or pairs is None:
        return Fields(), text
    return _fields(pairs), "\n".join(lines[last + 1 :]).lstrip("\n")


def _end_of_block(lines: list[str], first: int, fenced: bool) -> int | None:
    """The index of the line that closes the block."""
    for number in range(first, len(lines)):
        if _FENCE.fullmatch(lines[number]) if fenced else not lines[number].strip():
            return number
    return None if fenced else len(lines)


def _pairs(lines: list[str]) -> dict[str, str] | None:
    """Keys and values; None where the lines are no header."""
    matches = [_LINE.fullmatch(line.strip()) for line in lines]
    found = [(_key(match[1]), _value(match[2])) for match in matches if match]
    if len(found) < len(lines) or not found or found[0][0] not in KEYS:
        return None
    return {key: value for key, value in found if value}


def _key(written: str) -> str:
    key = written.lower()
    return _SAME.get(key, key)


def _value(written: str | None) -> str:
    """The value without the quotation marks that YAML may put round it."""
    value = (written or "").strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _fields(pairs: dict[str, str]) -> Fields:
    return Fields(
        id=pairs.get("id"),
        title=pairs.get("title"),
        outlet=make_outlet({**pairs, "name": pairs.get("outlet")}),
        published=pairs.get("published"),
        dateline=pairs.get("dateline"),
        url=pairs.get("url"),
        author=pairs.get("author"),
    )
