"""Words right before a trigger by which a report says that it does not vouch for what it tells."""

from __future__ import annotations

import re

__all__ = ["hedged"]

REACH = 60
"""Characters before the trigger in which such words are looked for."""
_HEDGE = re.compile(
    r"(?:\b(?:may|might|could) (?:\w+ly )?have(?: \w+ly)?(?: been)?"
    r"|\b(?:is|are|was|were|been) (?:\w+ly )?(?:said|believed|thought|understood|reported|alleged|rumou?red|presumed"
    r"|suspected|feared) to (?:have(?: been)?|be)"
    r"|\b(?:[Rr]eportedly|[Aa]llegedly|[Aa]pparently|[Ss]upposedly|purportedly|seemingly|presumably|possibly)"
    r"(?: (?:have|has|had))?(?: been| being)?"
    r"|\b(?:seems?|seemed|appears?|appeared) to (?:have(?: been)?|be)) \Z"
)
"""A month is written with a capital: "on 3 May have been freed" is no hedge."""


def hedged(text: str, trigger: int) -> bool:
    """Whether the words before the character at which a trigger begins are such ("may have been killed")."""
    return _HEDGE.search(text[max(0, trigger - REACH) : trigger]) is not None
