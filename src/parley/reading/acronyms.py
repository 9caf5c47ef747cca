"""Acronyms that a report defines: "Tehreek-e-Taliban Pakistan (TTP)"."""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["defined"]

BRACKET = re.compile(r"\s\((?:or |the )?([A-Z][A-Za-z0-9-]{1,9})\)")
BEFORE = re.compile(r"(?:[\w’'-]+\s+){0,9}[\w’'-]+$")
LONGEST = 120
"""Characters before a bracket in which the long form stands."""
PARTS = re.compile(r"[^\W_]+")


def defined(text: str) -> Mapping[str, str]:
    """The acronyms of a text, each with the long form before its first definition."""
    found: dict[str, str] = {}
    for match in BRACKET.finditer(text):
        before = BEFORE.search(text[max(0, match.start() - LONGEST) : match.start()])
        long = _long_form(before.group().split(), match.group(1)) if before else None
        if long:
            found.setdefault(match.group(1), long)
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
