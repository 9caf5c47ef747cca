"""Whether two accounts may be of one place."""

from __future__ import annotations

from functools import lru_cache

from parley.gazetteer.distance import kilometres
from parley.linking.incidents.accounts import Account, Spot
from parley.linking.incidents.grounds_base import Ground

__all__ = ["where"]

SAME = 20.0
"""Kilometres."""
EXACT = 3
"""UCDP's where_prec up to which a place is a point rather than an area (a district at most)."""
REACH = {3: 40.0, 4: 100.0, 5: 400.0, 6: 900.0, 7: 900.0}
"""How far from its middle an area of that where_prec may reach, in kilometres: roughly, for a large one."""


def where(a: Account, b: Account) -> Ground:
    """By coordinates where both have them, else by the words."""
    if not a.places or not b.places:
        return _NO_PLACE
    if a.spots and b.spots:
        return _near(a.spots, b.spots)
    if shared := a.places & b.places:
        return Ground("place", "same", shared)
    return Ground("place", "other words", (a.places, b.places))


_NO_PLACE = Ground("place", "")


@lru_cache(1 << 16)
def _near(mine: frozenset[Spot], theirs: frozenset[Spot]) -> Ground:
    """The nearest pair of places decides; of several, one that does not depend on whose places come first."""
    found = [(_between(one, other), one, other) for one in mine for other in theirs]
    distance, one, other = min(found, key=lambda each: (each[0], sorted(map(_known_as, each[1:]))))
    level = "elsewhere"
    if one.id == other.id:
        level = "same" if max(one.precision, other.precision) <= EXACT else "same area"
    elif distance <= SAME and max(one.precision, other.precision) <= EXACT:
        level = "same"
    elif _may_hold(one, other, distance):
        level = "inside"
    elif min(one.precision, other.precision) > EXACT:
        level = "other area"
    return Ground("place", level, f"{distance:.0f} km")


def _known_as(spot: Spot) -> tuple[str, int, str]:
    return spot.id, spot.precision, spot.country or ""


def _may_hold(one: Spot, other: Spot, distance: float) -> bool:
    """Whether the wider of two may be the area in which the other lies."""
    wide, fine = sorted((one, other), key=lambda spot: -spot.precision)
    apart = wide.country and fine.country and wide.country != fine.country
    return wide.precision != fine.precision and not apart and distance <= REACH.get(wide.precision, SAME)


def _between(one: Spot, other: Spot) -> float:
    return kilometres((one.latitude, one.longitude), (other.latitude, other.longitude))
