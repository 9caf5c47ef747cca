"""What else first-order divisions are called: abbreviations, and English spellings that GeoNames' admin file lacks."""

from __future__ import annotations

from pathlib import Path

_FILE = Path(__file__).with_name("short.tsv")


def provinces() -> dict[str, list[str]]:
    """By GeoNames code (US.TX) the other names."""
    rows = (line.split("\t") for line in _FILE.read_text("utf-8").splitlines())
    return {code: names.split("|") for code, names in rows}
