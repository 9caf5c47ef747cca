"""Acronyms that a report defines: "Tehreek-e-Taliban Pakistan (TTP)"."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["defined"]

DEFINED = re.compile(r"((?:[\w’'-]+\s+){0,9}[\w’'-]+)\s+\((?:or |the )?([A-Z][A-Za-z0-9-]{1,9})\)")
PARTS = re.compile(r"[^\W_]+")


def defined(text: str) -> Mapping[str, str]:
    """The acronyms of a text, each with the long form before its first definition."""
    found: dict[str, str] = {}
    for match in DEFINED.finditer(text):
        long = _long_form(match.group(1).split(), match.group(2))
        if long:
            found.setdefault(match.group(2), long)
    return found


def _long_form(words: list[str], acronym: str) -> str | None:
    """The fewest words before an acronym, the first with a capital, whose initials hold its letters in order."""
    letters = [letter.casefold() for letter in acronym if letter.isalpha()]
    for start in range(len(words) - 2, -1, -1):
        initials = [part[0].casefold() for word in words[start:] for part in PARTS.findall(word)]
        if words[start][0].isupper() and initials[:1] == letters[:1] and _in_order(letters, initials):
            return " ".join(words[start:])
    return None


def _in_order(letters: list[str], initials: list[str]) -> bool:
    rest = iter(initials)
    return all(letter in rest for letter in letters)
