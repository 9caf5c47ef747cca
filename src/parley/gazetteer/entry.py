"""A place of the gazetteer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "place", "capital", "site", "area", "district", "unplaced", "province", "region", "line", "country", "sea",
    "continent",
]  # fmt: skip
KINDS: tuple[Kind, ...] = (
    "place", "capital", "site", "area", "district", "unplaced", "province", "region", "line", "country", "sea",
    "continent",
)  # fmt: skip
"""In the order of their numbers in the compiled index: only ever add at the end."""

PRECISION: dict[Kind, int] = {
    "place": 1, "capital": 1, "site": 1, "area": 2, "district": 3, "unplaced": 4, "province": 4, "region": 5, "line": 5,
    "country": 6, "sea": 7, "continent": 6,
}  # fmt: skip
"""UCDP's where_prec for each kind. An unplaced district has the coordinates of its province: no better are known."""

Way = Literal["name", "variant", "short", "demonym", "known"]
WAYS: tuple[Way, ...] = ("name", "variant", "short", "demonym", "known")
"""By what a place is called: its name, another of its names, an abbreviation, the word for its people, the name
that English news knows it by. In the order of their numbers in the compiled index."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place: `id` is its GeoNames id or, for curated ones, a word of ours; degrees are WGS 84.

    `countries` are ISO 3166 alpha-3, several where a border runs through it, none for the high seas. `province` is the
    GeoNames code of the first-order division ("PK.02"). `population` is 0 where unknown.
    """

    id: str
    name: str
    latitude: float
    longitude: float
    kind: Kind
    countries: tuple[str, ...] = ()
    province: str | None = None
    population: int = 0

    @property
    def precision(self) -> int:
        """UCDP's where_prec of the entry itself."""
        return PRECISION[self.kind]


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a name may stand for, and by which of its names it was found; `own`: the user wrote it."""

    entry: Entry
    way: Way
    own: bool = False
