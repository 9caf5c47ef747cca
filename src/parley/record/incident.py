"""The same happening in several reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.record.evidence import Link, Ref, Version


@dataclass(frozen=True, slots=True)
class Toll:
    """How many: low, best and high by the rule named (docs/rules.md), None where no figure is told."""

    low: int | None
    best: int | None
    high: int | None
    rule: str

    def __str__(self) -> str:
        """Low to high with the best figure, or the one that all give: "11–16, best 12"."""
        return str(self.best) if self.low == self.high else f"{self.low}–{self.high}, best {self.best}"


@dataclass(frozen=True, slots=True)
class Point:
    """Where a place lies: its id in the gazetteer, degrees of WGS 84, UCDP's where_prec (1 the place itself to 7), and
    the ISO 3166 alpha-3 code of its country, None where it lies in several or none."""

    id: str
    latitude: float
    longitude: float
    precision: int
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Incident:
    """Events that are the same happening, in different reports or twice in one, with every version of every slot.

    `slots` has the keys type, actors, recipients, place, when, killed, injured, held, where anything is told; `when` is
    the ISO date or interval that most origins give; `point` is where `place` lies, where the gazetteer knows; `maybe`
    are links to events of other incidents that may be the same and are for a person to decide."""

    id: str
    kind: str
    what: str
    members: tuple[Ref, ...]
    sides: tuple[str, ...] = ()
    when: str | None = None
    place: str | None = None
    slots: Mapping[str, tuple[Version, ...]] = field(default_factory=dict)
    tolls: Mapping[str, Toll] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    maybe: tuple[Link, ...] = ()
    point: Point | None = None
