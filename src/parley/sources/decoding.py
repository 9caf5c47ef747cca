"""Bytes to text, or the reason why they are none."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable

from parley.errors import NotText, TooLarge

RAW_LIMIT = 20_000_000
"""The most bytes that one page, file or JSON line may have."""

TEXT_LIMIT = 5_000_000
"""The most characters that one report may have: some 800,000 words."""

_AS_TEXT = "save it as plain text and give that"
_IMAGE = "Parley reads no images: give the text"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "make text of it first, as with: pdftotext FILE.pdf FILE.txt"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _IMAGE),
    (b"\xff\xd8\xff", "a JPEG image", _IMAGE),
    (b"GIF8", "a GIF image", _IMAGE),
    (b"II*\x00", "a TIFF image", _IMAGE),
    (b"MM\x00*", "a TIFF image", _IMAGE),
    (b"PK\x03\x04", "a ZIP archive or an Office document (as .docx)", f"unpack it, or {_AS_TEXT}"),
    (b"\xd0\xcf\x11\xe0", "an Office document (as .doc)", _AS_TEXT),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\x1f\x8b", "a gzip archive", "unpack it first, as with: gunzip FILE.gz"),
    (b"BZh", "a bzip2 archive", "unpack it first, as with: bunzip2 FILE.bz2"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it first, as with: unxz FILE.xz"),
    (b"7z\xbc\xaf'\x1c", "a 7z archive", "unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database", "export its texts as JSON Lines"),
    (b"\x7fELF", "a program", "give a text file"),
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_LINE_END = re.compile(r"\r\n?")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def refuse_unreadable(raw: bytes, source: str) -> None:
    """Raise where `raw`, the beginning of an input, shows that it is empty or not text; says what it is instead."""
    if not raw.strip():
        raise NotText(source, "is empty", "give a file that holds a report")
    for signature, kind, way_out in _SIGNATURES:
        if raw.startswith(signature):
            raise NotText(source, f"is {kind}, not text", way_out)
    if raw.startswith(b"RIFF") and raw[8:12] == b"WEBP":
        raise NotText(source, "is a WebP image, not text", _IMAGE)
    if _bom(raw) is None and _looks_binary(raw[:8192]):
        raise NotText(source, "is binary data, not text", _AS_TEXT)


def _bom(raw: bytes) -> tuple[bytes, str] | None:
    return next((mark for mark in _BOMS if raw.startswith(mark[0])), None)


def _looks_binary(head: bytes) -> bool:
    return b"\x00" in head or len(_CONTROL.findall(head)) > len(head) // 20


def decode(raw: bytes, source: str) -> str:
    """The text of `raw`, in UTF-8 or as its byte-order mark says; raises NotText naming the first bad byte."""
    mark, encoding = _bom(raw) or (b"", "utf-8")
    try:
        return raw[len(mark) :].decode(encoding)
    except UnicodeDecodeError as error:
        offset = len(mark) + error.start
        name = encoding.upper().removesuffix("-LE").removesuffix("-BE")
        raise NotText(
            source,
            f"is not valid {name}: byte {offset} (0x{raw[offset]:02x})",
            "if it is in an older encoding, convert it first, as with: iconv -f WINDOWS-1252 -t UTF-8",
        ) from None


def plain(text: str) -> str:
    """The text with `\\n` as line end and U+FFFD for what no encoding can hold (lone surrogates), else as it is."""
    return _LONE_SURROGATE.sub("\ufffd", _LINE_END.sub("\n", text))


def refuse_too_long(text: str, source: str) -> None:
    """Raise TooLarge where one report cannot be this long."""
    if len(text) > TEXT_LIMIT:
        raise too_large(source, f"{len(text):,} characters in one report")


def too_large(source: str, problem: str) -> TooLarge:
    """The error for an input beyond the limits, with the way out."""
    limit = f"a report may have {TEXT_LIMIT // 1_000_000} million characters"
    return TooLarge(source, f"too large: {problem}", f"{limit}: give one report a file, or one a line as .jsonl")


def take(read: Callable[[int], bytes], source: str) -> bytes:
    """All that `read` gives; raises TooLarge, without reading the rest, where that is more than a report can be."""
    raw = read(RAW_LIMIT + 1)
    if len(raw) > RAW_LIMIT:
        raise too_large(source, f"more than {RAW_LIMIT // 1_000_000} MB")
    return raw
