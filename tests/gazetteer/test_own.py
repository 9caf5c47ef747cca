"""Places that people write down themselves: what is accepted, and what is said of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from gazetteer_build import curated
from parley.errors import Malformed, NotFound
from parley.gazetteer import read_own, shipped

CODES = frozenset({"PAK", "AFG"})
GOOD = "- {name: Post 9, kind: site, at: [31.1, 66.5], in: [PAK], source: our map}\n"
WRONG = [
    ("- {name: X, kind: site, at: [31.1, 66.5]}", "2: has no 'source'"),
    ("- {name: X, kind: hut, at: [1, 2], source: s}", "2: unknown kind 'hut'"),
    ("- {name: X, kind: site, at: [131.1, 66.5], source: s}", "2: latitude 131.1 is outside -90 to 90"),
    ("- {name: X, kind: site, at: [1, 200], source: s}", "2: longitude 200 is outside -180 to 180"),
    ("- {name: X, kind: site, at: here, source: s}", "2: 'at' must be [latitude, longitude]"),
    ("- {name: X, kind: site, at: [1, 2], in: [XYZ], source: s}", "2: 'XYZ' is no country"),
    ("- {name: X, kind: site, at: [1, 2], in: PAK, source: s}", "2: 'in' must be a list of words"),
    ("- {name: X, kind: site, at: [1, 2], colour: red, source: s}", "2: unknown field 'colour'"),
    ("- {name: X, kind: site, at: [1, 2], population: many, source: s}", "2: 'population' must be a whole number"),
    ("- {name: '', kind: site, at: [1, 2], source: s}", "2: 'name' must be words"),
    ("- {name: Post 9, kind: site, at: [1, 2], source: s}", "2: 'own:post-9' is given on line 1 already"),
    ("- {name: [}", "2: is no YAML"),
    ("- just words", "1: is no list of places"),
]


@pytest.mark.parametrize(("line", "message"), WRONG)
def test_what_is_wrong_is_said_with_file_and_line(tmp_path: Path, line: str, message: str) -> None:
    """The message starts with the file and the line."""
    path = tmp_path / "places.yaml"
    path.write_text(GOOD + line + "\n", "utf-8")
    with pytest.raises(Malformed) as problem:
        read_own(path, CODES)
    assert str(problem.value).startswith(f"{path}:{message}")


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """A missing file is said to be missing."""
    with pytest.raises(NotFound, match="no such file"):
        read_own(tmp_path / "none.yaml", CODES)


def test_every_field_of_an_entry_is_read(tmp_path: Path) -> None:
    """What is written is what is held."""
    path = tmp_path / "places.yaml"
    line = GOOD.replace("[PAK]", "[PAK, AFG], also: [P9], id: post, population: 3").replace("our map", "us")
    path.write_text(line, "utf-8")
    (own,) = read_own(path, CODES)
    entry = own.entry
    assert (entry.id, entry.name, entry.kind, entry.countries) == ("post", "Post 9", "site", ("PAK", "AFG"))
    assert (entry.latitude, entry.longitude, entry.population, own.also, own.source) == (31.1, 66.5, 3, ("P9",), "us")


def test_the_curated_places_are_in_the_index() -> None:
    """Every curated entry is found under its name, within rounding of where its file puts it."""
    known = shipped()
    for path in sorted(curated.FOLDER.glob("*.yaml")):
        for own in read_own(path, known.codes.countries):
            entry = own.entry
            latitudes = [found.entry.latitude for found in known.find(entry.name) if found.entry.name == entry.name]
            there = any(latitude == pytest.approx(entry.latitude, abs=1e-4) for latitude in latitudes)
            assert there, f"{entry.name} is not in the index: python -m gazetteer_build"
