"""The places we wrote down ourselves, checked against GeoNames and joined with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from gazetteer_build.geonames import Sources
from gazetteer_build.rows import Row
from parley.gazetteer.distance import Point, kilometres
from parley.gazetteer.entry import Entry, Kind
from parley.gazetteer.folding import fold
from parley.gazetteer.own import Own, read_own

FOLDER = Path(__file__).with_name("curated")
REACH: Mapping[Kind, float] = {
    "site": 190, "place": 190, "area": 260, "district": 120, "line": 500, "region": 950, "province": 300,
}  # fmt: skip
"""Kilometres within which there must be a town of each country that an entry is said to lie in."""

Towns = Mapping[Point, Sequence[tuple[Point, str]]]


def read(sources: Sources) -> Iterator[Own]:
    """Every entry of every file."""
    codes = frozenset(country["iso3"] for country in sources.countries.values())
    for path in sorted(FOLDER.glob("*.yaml")):
        yield from read_own(path, codes)


def merged(rows: Sequence[Row], sources: Sources) -> list[Row]:
    """The rows with the curated ones: one whose id GeoNames has moves and renames that place, others come new.

    Raises ValueError with all that does not fit GeoNames.
    """
    place = {row.entry.id: number for number, row in enumerate(rows)}
    found = list(rows)
    own = list(read(sources))
    known = {row.entry.id: row for row in rows}
    problems = [*_misplaced(own, _towns(sources)), *_misnamed(own, known)]
    if problems:
        raise ValueError("\n".join(problems))
    divisions = _divisions(rows)
    for one in own:
        row = Row(one.entry, {one.entry.name: "name", **dict.fromkeys(one.also, "variant")})
        number = place.get(one.entry.id, _same(one.entry, divisions))
        if number is None:
            found.append(row)
        else:
            found[number] = _over(found[number], row)
    return found


def _over(old: Row, new: Row) -> Row:
    entry = replace(
        new.entry,
        id=old.entry.id,
        province=new.entry.province or old.entry.province,
        population=new.entry.population or old.entry.population,
        countries=new.entry.countries or old.entry.countries,
    )
    return Row(entry, {**old.called, **new.called})


def _divisions(rows: Sequence[Row]) -> dict[tuple[str, str], int]:
    """The second-order divisions by country and name."""
    return {
        (row.entry.countries[0], fold(name)): number
        for number, row in enumerate(rows)
        if row.entry.kind in ("district", "unplaced") and row.entry.countries
        for name in row.called
    }


def _same(entry: Entry, divisions: Mapping[tuple[str, str], int]) -> int | None:
    """The division of GeoNames that a curated district is: we know better where it lies."""
    if entry.kind != "district" or len(entry.countries) != 1:
        return None
    return divisions.get((entry.countries[0], fold(entry.name)))


def _misnamed(own: Sequence[Own], known: Mapping[str, Row]) -> Iterator[str]:
    """Ids that GeoNames does not have, or has for another name."""
    for one in own:
        if one.entry.id.isdigit() and one.entry.kind != "continent":
            row = known.get(one.entry.id)
            names = {fold(name) for name in (one.entry.name, *one.also)}
            if row is None or not names & {fold(name) for name in row.called}:
                yield f"{one.entry.name}: GeoNames {one.entry.id} is {row.entry.name if row else 'unknown'}"


def _misplaced(own: Sequence[Own], towns: Towns) -> Iterator[str]:
    """Entries with a country that has no town near enough."""
    for one in own:
        reach = REACH.get(one.entry.kind)
        for code in one.entry.countries if reach else ():
            near = _nearest(one.entry, code, towns)
            if near > (reach or 0):
                yield f"{one.entry.name}: the nearest town of {code} is {near:.0f} km away"


def _nearest(entry: Entry, code: str, towns: Towns) -> float:
    here = (entry.latitude, entry.longitude)
    cells = [(here[0] // 1 + i, here[1] // 1 + j) for i in range(-6, 7) for j in range(-6, 7)]
    return min((kilometres(here, town) for cell in cells for town, c in towns.get(cell, ()) if c == code), default=9999)


def _towns(sources: Sources) -> Towns:
    cells: dict[Point, list[tuple[Point, str]]] = defaultdict(list)
    for city in sources.cities:
        at = (city["latitude"], city["longitude"])
        for code in sources.alpha3(city["countrycode"]):
            cells[at[0] // 1, at[1] // 1].append((at, code))
    return cells
