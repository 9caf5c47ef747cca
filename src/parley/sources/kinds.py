"""What kind of input a file is, by its suffix or else by how it begins."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

Kind = Literal["text", "markdown", "page", "jsonl"]

SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""What a folder is searched for."""

_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head)\b", re.I | re.S
)
_JSONL = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*(?:"|\}|$)')


def kind_of(name: str, head: bytes) -> Kind:
    """The kind of the input called `name` that begins with `head`."""
    known = SUFFIXES.get(PurePath(name).suffix.lower())
    if known:
        return known
    if _JSONL.match(head):
        return "jsonl"
    return "page" if _PAGE.match(head) else "text"
