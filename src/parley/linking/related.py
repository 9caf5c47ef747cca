"""Outlets of one owner or one state: neither independent of it nor of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from parley.linking.outlets import House, Outlets
from parley.record import Outlet, Reading, Related

__all__ = ["related"]


def related(readings: Iterable[Reading], outlets: Outlets | None = None) -> tuple[Related, ...]:
    """For each state, owner or house with two or more reports: its outlets and reports, in the order of their names.

    A state stands behind its own offices and media also where the registry does not know them: their kind and country
    say so.
    """
    known = outlets or Outlets.ours()
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    houses: dict[Outlet | None, House | None] = {}
    for reading in readings:
        outlet = reading.report.outlet
        if outlet not in houses:
            houses[outlet] = known.of(outlet)
        house = houses[outlet]
        if house:
            found[_behind(house)].append((house.name, reading.report.id))
    return tuple(
        Related(owner, tuple(sorted({name for name, _ in shelf})), tuple(sorted(report for _, report in shelf)))
        for owner, shelf in sorted(found.items())
        if len({report for _, report in shelf}) > 1
    )


def _behind(house: House) -> str:
    """The state (ISO 3166 alpha-3), else the owner, else the house itself."""
    return house.state or house.owner or house.name
