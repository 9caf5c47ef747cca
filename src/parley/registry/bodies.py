"""What the press calls the bodies that every state has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

__all__ = ["BODIES", "body_of"]

BODIES: Mapping[str, str] = {
    "ministry-of-defence": "defence ministry|ministry of defence|mod|department of defence|pentagon|defence department",
    "ministry-of-foreign-affairs": "foreign ministry|ministry of foreign affairs|foreign affairs ministry|mfa|mofa|"
    "foreign office|ministry of external affairs|external affairs ministry|state department|department of state",
    "ministry-of-interior": "interior ministry|ministry of interior|ministry of the interior|home ministry|"
    "ministry of home affairs|home office|ministry of internal affairs|internal affairs ministry|home affairs ministry",
    "ministry-of-information": "information ministry|ministry of information|ministry of information and broadcasting|"
    "ministry of information and culture",
    "ministry-of-finance": "finance ministry|ministry of finance|treasury",
    "ministry-of-justice": "justice ministry|ministry of justice|justice department",
    "presidency": "presidency|presidential office|president office|office of president|office of the president|"
    "presidential palace",
    "prime-ministers-office": "prime minister office|prime ministers office|office of prime minister|"
    "office of the prime minister|pmo",
    "armed-forces": "military|armed forces|defence forces|defence force|forces|security forces",
    "army": "army|national army",
    "air-force": "air force",
    "navy": "navy",
    "intelligence": "intelligence|intelligence service|intelligence agency|spy agency|intelligence services",
    "police": "police|police force|national police",
    "parliament": "parliament|national assembly|legislature",
    "supreme-court": "supreme court|top court",
    "government": "government|administration|authorities|leadership|regime|rulers|cabinet",
}
"""Ending of the id → its names beside a state's, separated by |; spelled in the British way."""


@cache
def _phrases() -> Mapping[str, str]:
    return {phrase: body for body, phrases in BODIES.items() for phrase in phrases.split("|")}


def body_of(phrase: str) -> str | None:
    """The ending of the id of the body that a folded phrase without its state names; None for no body."""
    return _phrases().get(phrase.replace("defense", "defence"))
