"""Compile the gazetteer: python -m gazetteer_build [--shared FOLDER] [--into FOLDER].

Needs the packages of the dependency group `gazetteer`, and the folder of shared data. The steps: countries, first-order
divisions, second-order divisions and populated places of GeoNames; then the places of gazetteer_build/curated, which
win over GeoNames' by their id; then the English names of english.tsv; then the index. docs/gazetteer.md says what comes
from where."""

from __future__ import annotations

import argparse
from pathlib import Path

from gazetteer_build import compiling, curated, english, geonames
from gazetteer_build.rows import Row
from parley.gazetteer.index import DATA

SHARED = Path(__file__).parents[2] / "shared"


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(prog="gazetteer_build", description="Compile the gazetteer.")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of shared data")
    parser.add_argument("--into", type=Path, default=DATA, help="where the index goes")
    options = parser.parse_args()
    sources = geonames.Sources.of(options.shared)
    rows = curated.merged(collected(sources), sources)
    english.prefer(rows, {code: country["iso3"] for code, country in sources.countries.items()})
    compiling.write(rows, about(sources), options.into)
    size = sum(path.stat().st_size for path in options.into.iterdir())
    print(f"{len(rows):,} places, {sum(len(row.called) for row in rows):,} names, {size / 1e6:.1f} MB")


def collected(sources: geonames.Sources) -> list[Row]:
    """Everything of GeoNames, in the order of the index."""
    provinces = list(geonames.provinces(sources))
    known = {row.entry.province or "": row for row in provinces}
    return [
        *geonames.countries(sources),
        *provinces,
        *geonames.districts(sources, known),
        *geonames.cities(sources),
    ]


def about(sources: geonames.Sources) -> dict[str, compiling.About]:
    """What is kept of each country, by its alpha-3 code."""
    return {
        country["iso3"]: compiling.About(
            tuple(code for one in country["neighbours"].split(",") for code in sources.alpha3(one)),
            country["capital"],
            country["tld"].lstrip("."),
        )
        for country in sources.countries.values()
    }


if __name__ == "__main__":
    main()
