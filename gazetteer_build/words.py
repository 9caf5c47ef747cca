"""Which names are worth keeping, and which others a place goes by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

SPOKEN = {
    "district", "county", "province", "governorate", "oblast", "region", "state", "prefecture", "department", "raion",
    "municipality", "division", "parish", "canton", "voivodeship", "republic", "krai", "okrug", "rayon", "shahrestan",
    "wilaya", "muhafazah", "zone", "territory", "autonomous", "community", "borough",
}  # fmt: skip
"""What stands beside the name of a district or province in its official form."""
_LEADING = re.compile(
    r"^(?:(?:Autonomous |Federal )?(?:Republic|Province|State|Region|Department|Territory|Community|City|District)"
    r" of (?:the )?"
    r"|Shahrestān-e |Shahrestan-e |Muḩāfaz̧at |Muhafazat |Mudīrīyat |Wilaya de |Provincia de(?:l)? |"
    r"Departamento de(?:l)? |Région de(?:s)? "
    r"|Ville de |Provincie |Raionul |Județul |Powiat |Gmina |Arrondissement de )",
)


def latin(name: str) -> bool:
    """Whether it is written in Latin letters as a name is: with a capital at the start."""
    if len(name) < 3 or len(name) > 60 or not (name[0].isupper() or name[0] in "'’‘ʻ"):
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻʼ–ə" or unicodedata.combining(c) for c in name)


def worth(name: str) -> bool:
    """Whether an alternate name is one that a report could use: not an airport's code."""
    return latin(name) and not (name.isupper() and len(name) <= 4) and not any(c.isdigit() for c in name)


def shorter(name: str) -> Iterator[str]:
    """A division without the words that say what it is: "Kech District" is Kech, "Donetska Oblast" is not changed."""
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in SPOKEN:
        words = words[:-1]
        yield " ".join(words)
    rest = _LEADING.sub("", name)
    if rest != name:
        yield rest
    side, _, rest = name.partition(" ")
    if rest and side in ("Northern", "Southern", "Eastern", "Western"):
        yield f"{side[:-3]} {rest}"
    yield from without_article(name)


def without_article(name: str) -> Iterator[str]:
    """An Arabic name without its article: "Al Hasakah" is Hasakah."""
    hit = re.match(r"(?:A[lsrdntz]|Ash|Adh|El)[- ](?=\S{4})", name)
    if hit:
        yield name[hit.end() :][0].upper() + name[hit.end() + 1 :]
