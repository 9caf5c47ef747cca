"""Whether the people whom a figure counts bore arms, by its words."""

from __future__ import annotations

import re

__all__ = ["are_foes", "sort_of"]


def _words(beginnings: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(beginnings.split())})", re.IGNORECASE)


_FOES = _words("militant terrorist gunm[ae]n attacker assailant extremist infiltrator insurgent rebel")
"""Words by which a state counts those whom it fights."""
_ARMED = _words("soldier troop fighter police officer personnel guard combatant commando")
_CIVIL = _words(
    "civilian resident villager wom[ae]n child girl boy student passenger worker labourer driver player cricketer "
    "shopkeeper trader pilgrim worshipper journalist patient"
)


def are_foes(words: str) -> bool:
    """Whether they are called by words that nobody uses of his own."""
    return _FOES.search(words) is not None


def sort_of(words: str) -> str | None:
    """armed or civilians; None where the words tell neither, or both."""
    armed = are_foes(words) or _ARMED.search(words) is not None
    civil = _CIVIL.search(words) is not None
    return None if armed == civil else "armed" if armed else "civilians"
