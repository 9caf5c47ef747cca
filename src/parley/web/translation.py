"""The words of the interface; English as long as there is no catalogue for the reader's language."""

from __future__ import annotations

import gettext as catalogues
from pathlib import Path

__all__ = ["gettext", "ngettext"]

_FOUND = catalogues.translation("parley", localedir=Path(__file__).with_name("locales"), fallback=True)


def gettext(message: str) -> str:
    """A text of the interface in the reader's language."""
    return _FOUND.gettext(message)


def ngettext(one: str, many: str, number: int) -> str:
    """A text that depends on how many there are."""
    return _FOUND.ngettext(one, many, number)
