"""The text of a page that came over the web, in whatever encoding it says."""

from __future__ import annotations

import codecs
import re

__all__ = ["text_of"]

_HEAD = 2048
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_KNOWN = re.compile(r"utf-?8|utf-?16(-?[lb]e)?|(iso|windows|cp|koi8|mac|big5|gb|euc|shift|tis|hz)[\w-]*")
_MEANT = {
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "us-ascii", "ascii"), "cp1252"),
    **{"iso-8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"},
}
"""What browsers take these names for, as the Encoding Standard says."""


def text_of(raw: bytes, said: str | None) -> str:
    """The text: by its byte-order mark, by what the server said, by what the page says, else UTF-8 or Windows-1252.

    What is not in that encoding is U+FFFD.
    """
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw[len(mark) :].decode(encoding, "replace")
    written = _META.search(raw, 0, _HEAD)
    for name in (said, written[1].decode() if written else None):
        named = _encoding(name)
        if named:
            return raw.decode(named, "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp1252", "replace")


def _encoding(name: str | None) -> str | None:
    """The codec of that name; None for one that is unknown or none of text."""
    written = (name or "").strip("\"' ").lower()
    meant = _MEANT.get(written, written)
    if not _KNOWN.fullmatch(meant):
        return None
    try:
        return codecs.lookup(meant).name
    except LookupError:
        return None
