"""Incidents by where they lie, and how far from there they may have been."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from parley.record import Incident, Point

__all__ = ["REACH", "Located", "located"]

REACH = {1: 0, 2: 25, 3: 40, 4: 100, 5: 150, 6: 0, 7: 300}
"""How far from the point it may have been, in kilometres, by UCDP's where_prec: 2 is by its definition; 3 and 4 are
about half the width of a district and a province; of a country (6) the whole outline stands for it."""


@dataclass(frozen=True, slots=True)
class Located:
    """A place under the name that is told of it first, with its incidents in their order."""

    point: Point
    name: str
    incidents: tuple[Incident, ...]

    @property
    def reach(self) -> int:
        """In kilometres."""
        return REACH.get(self.point.precision, 0)

    @property
    def killed(self) -> int:
        """The best figures added up."""
        return sum((toll.best or 0) for one in self.incidents if (toll := one.tolls.get("killed")))


def located(incidents: Iterable[Incident]) -> list[Located]:
    """The places with most incidents first; what has no known place is nowhere."""
    found: defaultdict[str, list[Incident]] = defaultdict(list)
    points: dict[str, tuple[Point, str]] = {}
    for one in incidents:
        if one.point is not None:
            points.setdefault(one.point.id, (one.point, one.place or one.point.id))
            found[one.point.id].append(one)
    ordered = sorted(found, key=lambda name: (-len(found[name]), points[name][1], name))
    return [Located(*points[name], tuple(found[name])) for name in ordered]
