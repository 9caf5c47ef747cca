"""Plain text: an optional header, then the report as it stands."""

from __future__ import annotations

from parley.record import Report
from parley.sources.decoding import decode, plain
from parley.sources.fields import make_report
from parley.sources.header import split_header


def read_text(raw: bytes, source: str) -> Report:
    """The report of a text file."""
    fields, text = split_header(plain(decode(raw, source)))
    return make_report(source, text, fields)
