"""When two names of people may be one person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

TITLES = frozenset(
    "mr mrs ms miss dr sir lord lady prof professor gen general lt lieutenant col colonel maj major brig "
    "brigadier capt captain sgt adm admiral cmdr commander president prime minister foreign defence defense "
    "interior information deputy acting spokesman spokesperson spokeswoman ambassador envoy special federal "
    "secretary chief mullah mawlawi maulvi maulana haji hajji sheikh sayed imam ayatollah emir sultan king queen "
    "prince princess senator governor the of for and".split()
)


def words(name: str) -> tuple[str, ...]:
    """The words of a name in lower case without accents or marks."""
    plain = unicodedata.normalize("NFKD", name)
    return tuple(re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)).casefold()))


def personal(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles; all of them where nothing would be left."""
    all_of_them = words(name)
    return tuple(word for word in all_of_them if word not in TITLES) or all_of_them


def may_be_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one name is part of the other, in order and with the same last or the same first word."""
    short, long = sorted((one, other), key=len)
    if not short or not set(short) <= set(long):
        return False
    return short[-1] == long[-1] or (len(short) > 1 and short[0] == long[0]) or len(short) == 1 == len(long)
