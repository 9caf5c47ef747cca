"""The words of the interface; English as long as there is no catalogue for the reader's language."""

from __future__ import annotations

import gettext as catalogues
from pathlib import Path

__all__ = ["DOMAIN", "LOCALES", "gettext", "language", "many", "ngettext"]

DOMAIN = "parley"
LOCALES = Path(__file__).with_name("locales")
"""`parley.pot` is what there is to translate; below `LANGUAGE/LC_MESSAGES` lies what is."""

_FOUND = catalogues.translation(DOMAIN, LOCALES, fallback=True)


def gettext(message: str) -> str:
    """A text of the interface in the reader's language."""
    return _FOUND.gettext(message)


def ngettext(one: str, several: str, number: int) -> str:
    """A text that depends on how many there are."""
    return _FOUND.ngettext(one, several, number)


def many(number: int, one: str, several: str) -> str:
    """A number with its noun: "1 report", "10,000 reports"."""
    return f"{number:,} {ngettext(one, several, number)}"


def language() -> str:
    """The language of the interface, as HTML names it."""
    return str(_FOUND.info().get("language", "en")).replace("_", "-")
