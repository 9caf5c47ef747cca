"""Who is behind an outlet: the table outlets.csv, and a user's own YAML files beside it.

The table was written by hand from common knowledge. `state` is the state that owns, funds or directs an outlet; it is
left open for public broadcasters that a law keeps at arm's length."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from parley.codebook import outlet_kinds
from parley.errors import Malformed
from parley.linking.names import words
from parley.record import Outlet
from parley.registry.nodes import Fields, open_yaml

__all__ = ["House", "Outlets"]

FIELDS = ("name", "kind", "country", "owner", "state", "aliases", "sites")
COUNTRY = re.compile(r"[A-Z]{3}")
SITE = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")
STATES = frozenset(("government", "state-media"))
"""Kinds whose country is the state behind them, also where the registry does not know the outlet."""
ARTICLES = frozenset(("the",))


@dataclass(frozen=True, slots=True)
class House:
    """An outlet, its owner and the state that owns or directs it; `country` and `state` are ISO 3166 alpha-3."""

    name: str
    kind: str | None = None
    country: str | None = None
    owner: str | None = None
    state: str | None = None
    aliases: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()

    @property
    def is_agency(self) -> bool:
        """Whether others print its texts by subscription."""
        return self.kind == "agency"


class Outlets:
    """Houses, to be found by site or by name; of two with one site the later one, a user's own, is taken."""

    def __init__(self, houses: Iterable[House] = ()) -> None:
        self.houses = tuple(houses)
        self._sites = {site: house for house in self.houses for site in house.sites}
        self._names: dict[str, list[House]] = {}
        for house in self.houses:
            for name in dict.fromkeys(map(_key, (house.name, *house.aliases))):
                self._names.setdefault(name, []).append(house)

    @classmethod
    def ours(cls, own: Iterable[Path] = ()) -> Outlets:
        """The houses that come with Parley and those of a user's files.

        Raises NotFound or Malformed, with file and line, where something is wrong with a file.
        """
        added = [house for path in own for house in _read(path)]
        return cls([*_without(added), *added]) if added else _ours()

    def of(self, outlet: Outlet | None) -> House | None:
        """Who publishes; what the report itself says of it stands in where the registry has nothing."""
        if outlet is None or not (outlet.name or outlet.site):
            return None
        known = self.at(outlet.site) or self.named(outlet.name or "", outlet.country)
        told = House(outlet.name or outlet.site or "", outlet.kind, outlet.country)
        state = told.country if told.kind in STATES else None
        return known or replace(told, state=state)

    def at(self, site: str | None) -> House | None:
        """Whose a site is, also by a part of its address: edition.cnn.com is cnn.com."""
        parts = (site or "").casefold().removeprefix("www.").split(".")
        found = (self._sites.get(".".join(parts[cut:])) for cut in range(len(parts) - 1))
        return next((house for house in found if house), None)

    def named(self, name: str, country: str | None = None) -> House | None:
        """The house of that name; where several have it, the one of that country."""
        found = self._names.get(_key(name), [])
        here = [house for house in found if country and house.country == country]
        return here[-1] if here else found[-1] if len({house.name for house in found}) == 1 else None


@lru_cache(1)
def _ours() -> Outlets:
    """A table rather than YAML: it is read in a hundredth of the time."""
    text = files("parley.linking").joinpath("outlets.csv").read_text("utf-8")
    return Outlets(map(_row, csv.DictReader(text.splitlines())))


def _without(added: Sequence[House]) -> Iterator[House]:
    """Our houses without the names that a user gives to others."""
    taken = {_key(name) for house in added for name in (house.name, *house.aliases)}
    for house in _ours().houses:
        if _key(house.name) not in taken:
            yield replace(house, aliases=tuple(name for name in house.aliases if _key(name) not in taken))


def _row(row: Mapping[str, str]) -> House:
    aliases, sites = (tuple(filter(None, row[many].split(";"))) for many in ("aliases", "sites"))
    return House(row["name"], row["kind"], row["country"], row["owner"] or None, row["state"] or None, aliases, sites)


def _key(name: str) -> str:
    """Names are the same but for case, accents, marks and an article."""
    parts = words(name)
    return " ".join(part for part in parts if part not in ARTICLES) or " ".join(parts)


def _read(path: Path) -> Iterator[House]:
    top = open_yaml(path, "outlets:", "docs/linking.md")
    top.only(("outlets",))
    lines: dict[str, int] = {}
    for fields in top.children("outlets"):
        house, line = _house(fields), fields.node.start_mark.line + 1
        if house.name in lines:
            where = f"{path}:{line}"
            raise Malformed(where, f"{house.name!r} stands on line {lines[house.name]} already", "keep one of the two")
        lines[house.name] = line
        yield house


def _house(fields: Fields) -> House:
    fields.only(FIELDS)
    kinds = outlet_kinds()
    return House(
        name=fields.needed("name"),
        kind=fields.matching("kind", re.compile("|".join(kinds)), f"one of {', '.join(kinds)}"),
        country=fields.matching("country", COUNTRY, "three capital letters of ISO 3166, as PAK"),
        owner=fields.text("owner"),
        state=fields.matching("state", COUNTRY, "three capital letters of ISO 3166, as PAK"),
        aliases=fields.texts("aliases"),
        sites=tuple(_site(fields, site) for site in fields.texts("sites")),
    )


def _site(fields: Fields, site: str) -> str:
    if not SITE.fullmatch(site):
        raise fields.fault(fields.node, f"sites: {site!r} is no host", "write it as dawn.com")
    return site
