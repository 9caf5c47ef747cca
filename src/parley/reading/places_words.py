"""What the words around a place's name tell about it: what kind of place, in which other, how near."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.gazetteer import Kind

__all__ = ["Around", "around", "kinds_of"]

_TOWN: tuple[Kind, ...] = ("place", "capital", "area")
_SPOT: tuple[Kind, ...] = ("site", "area", "place", "capital")
_PROVINCE: tuple[Kind, ...] = ("province",)
_DISTRICT: tuple[Kind, ...] = ("district", "unplaced")
_WIDE: tuple[Kind, ...] = ("region", "province", "line", "area", "sea")
_KINDS: dict[str, tuple[Kind, ...]] = {
    **dict.fromkeys(("city", "town", "village", "capital", "suburb", "hamlet", "settlement", "commune", "port"), _TOWN),
    **dict.fromkeys(("neighbourhood", "neighborhood", "quarter", "kibbutz", "locality", "township"), _TOWN),
    **dict.fromkeys(("province", "state", "governorate", "oblast", "prefecture", "emirate", "canton"), _PROVINCE),
    **dict.fromkeys(("district", "county", "raion", "municipality", "tehsil", "division", "parish"), _DISTRICT),
    **dict.fromkeys(("crossing", "checkpoint", "airport", "base", "camp", "prison", "barracks", "airbase"), _SPOT),
    **dict.fromkeys(("region", "area", "valley", "peninsula", "mountains", "desert", "enclave", "plateau"), _WIDE),
    **dict.fromkeys(("river", "border", "line", "frontier", "highway", "pass", "corridor", "road"), ("line", "site")),
    **dict.fromkeys(
        ("island", "islands", "archipelago"), ("region", "province", "country", "place", "district", "area")
    ),
    **dict.fromkeys(("sea", "gulf", "strait", "ocean", "bay", "waters", "lake"), ("sea", "region")),
    **dict.fromkeys(("republic", "kingdom", "country"), ("country",)),
}
_NOUN = "|".join(sorted(_KINDS, key=len, reverse=True))
_SIDE = r"(?:(?:north|south|east|west|central|upper|lower|mid)(?:[- ]?(?:east|west|central))?(?:ern|erly)?[- ])"
_OTHER = (
    r"(?:(?:border|port|coastal|capital|remote|restive|besieged|eastern|frontline|mountainous|tribal|neighbou?ring|main|"
    r"largest|biggest|second|second-largest|old|ancient|rural|rebel-held|government-held|contested|disputed|strategic|"
    r"key|small|oil-rich|mining|resort|historic|holy|nearby|war-torn|occupied|commercial|provincial|regional)[- ])"
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'.-]*"
_LINK = r"(?:of|and|the|al|el|de|la|du|del|da|do|en|bin|ul|ez|es)"
_NAME = rf"{_CAPITAL}(?:[ -](?:{_LINK}[ -])?{_CAPITAL}){{0,3}}"
_BEFORE_NOUN = re.compile(rf"\b(?P<noun>{_NOUN})s?(?: of| called| named)? (?:the )?\Z", re.IGNORECASE)
_AFTER_NOUN = re.compile(rf"\A[ -](?:administrative |border |refugee |international |air )?(?P<noun>{_NOUN})\b")
_OWNER = re.compile(
    rf"(?P<name>{_NAME})(?P<has>['’]s?)? (?:{_SIDE}|{_OTHER})*(?P<noun>(?:{_NOUN})s?(?: of)? )?(?:the )?\Z"
)
_COMMA = re.compile(
    rf"\A(?:,| \(|,? in|,? of|(?: [a-z]+){{1,2}},? (?:in|of))\s(?:the )?"
    rf"(?:{_SIDE}|{_OTHER})*(?:[a-z]+ of )?(?P<name>{_NAME})"
)
_REACH = 70


@dataclass(frozen=True, slots=True)
class Around:
    """What the words beside a name tell: kinds that it may be of, names of places that it should lie in."""

    kinds: tuple[Kind, ...] = ()
    inside: tuple[str, ...] = ()


def kinds_of(noun: str) -> tuple[Kind, ...]:
    """The kinds of place that a noun may stand for, "province" or "crossing"; none where it is no such noun."""
    low = noun.casefold()
    return _KINDS.get(low) or _KINDS.get(low.removesuffix("s"), ())


def around(text: str, start: int, end: int) -> Around:
    """What stands beside the name at `[start, end)` of a text."""
    before, after = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    return Around(_kinds(before, after), tuple(_inside(before, after)))


def _kinds(before: str, after: str) -> tuple[Kind, ...]:
    noun = _AFTER_NOUN.match(after) or (_BEFORE_NOUN.search(before) if before.endswith(" ") else None)
    return kinds_of(noun["noun"]) if noun else ()


def _inside(before: str, after: str) -> list[str]:
    found = []
    if before.endswith((" ", "\n")):
        owner = _OWNER.search(before)
        if owner and (owner["has"] or owner["noun"] or owner["name"].endswith(("'s", "’s"))):
            found.append(_tidy(owner["name"]))
    holder = _COMMA.match(after)
    if holder:
        found.append(_tidy(holder["name"]))
    return found


def _tidy(name: str) -> str:
    bare = name.removesuffix("'s").removesuffix("’s")
    return bare if "." in bare[:-1] else bare.rstrip(".")
