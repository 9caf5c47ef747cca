"""The index: what names stand for, how fast, how large."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from parley.gazetteer import Gazetteer, shipped
from parley.gazetteer.distance import kilometres, shifted
from parley.gazetteer.folding import fold
from parley.gazetteer.index import DATA

FIRST = [
    ("Kabul", "1138958", "AFG", 1),
    ("Gaza", "281132", "PSE", 4),
    ("Gaza City", "281133", "PSE", 1),
    ("Peshawar", "1168197", "PAK", 1),
    ("Khyber Pakhtunkhwa", "1168873", "PAK", 4),
    ("Pakistan", "1168579", "PAK", 6),
    ("Tigray", "444187", "ETH", 4),
    ("Spīn Bōldak", "1123906", "AFG", 1),
]


@pytest.mark.parametrize(("name", "id_", "country", "precision"), FIRST)
def test_a_name_gives_its_geonames_place(name: str, id_: str, country: str, precision: int) -> None:
    """The best known places of a name come first, with their ids, countries and UCDP's precision."""
    entries = [one.entry for one in shipped().find(name)[:5]]
    assert (id_, (country,), precision) in [(entry.id, entry.countries, entry.precision) for entry in entries]


CURATED = [
    ("Durand Line", {"AFG", "PAK"}, 5),
    ("Torkham", {"AFG", "PAK"}, 1),
    ("Line of Control", {"IND", "PAK"}, 5),
    ("Philadelphi Corridor", {"PSE", "EGY"}, 5),
    ("Donbas", {"UKR"}, 5),
    ("Bab al-Mandab", set(), 7),
    ("Preah Vihear temple", {"KHM", "THA"}, 1),
    ("Essequibo", {"GUY"}, 5),
    ("Sahel", {"MLI", "NER", "BFA"}, 5),
]


@pytest.mark.parametrize(("name", "countries", "precision"), CURATED)
def test_what_conflict_reports_need_beyond_geonames_is_there(name: str, countries: set[str], precision: int) -> None:
    """Lines, crossings, seas and regions are among what their names stand for."""
    assert any(set(c.entry.countries) == countries and c.entry.precision == precision for c in shipped().find(name))


@pytest.mark.parametrize("form", ["SPIN BOLDAK", "spin-boldak", "Spin Boldak", "Spīn Bōldak"])
def test_case_accents_and_hyphens_do_not_matter(form: str) -> None:
    """All these are one name."""
    assert shipped().find(form)[0].entry.countries == ("AFG",)


def test_an_unknown_name_stands_for_nothing() -> None:
    """No place is made up."""
    assert shipped().find("Qwertzuiop") == ()
    assert shipped().find("") == ()


def test_an_abbreviation_and_a_people_are_marked_as_such() -> None:
    """The way by which a place was found is kept."""
    assert {c.way for c in shipped().find("Afghan") if c.entry.kind == "country"} == {"demonym"}
    assert {c.way for c in shipped().find("Calif.") if c.entry.kind == "province"} == {"short"}


def test_countries_provinces_and_capitals_by_their_codes() -> None:
    """What a report is about can be looked up by code."""
    known = shipped()
    country, province, capital = known.row("PAK"), known.row("PK.02"), known.capital("QAT")
    assert country
    assert province
    assert capital
    assert (country.name, province.name, capital.name) == ("Pakistan", "Balochistan", "Doha")
    assert (known.row("XXX"), known.capital("XXX")) == (None, None)
    assert known.country_of_site("https://www.dawn.com.pk/x") == "PAK"
    assert known.country_of_site("example.com") is None


def test_the_index_is_small() -> None:
    """The package stays well under 25 MB."""
    assert sum(path.stat().st_size for path in DATA.iterdir()) < 16e6


def test_opening_and_look_ups_are_quick() -> None:
    """Opening takes under 100 ms, a look-up that was not made before under 50 µs; with slack for a busy machine."""
    start = time.perf_counter()
    known = Gazetteer()
    known.find("Chaman")
    assert time.perf_counter() - start < 0.5
    names = [
        f"{a} {b}" for a in ("San", "Al", "New", "Kafr", "Deir") for b in ("Juan", "Hawl", "York", "Nabl", "Hafir")
    ]
    best = min(_seconds(Gazetteer(), names) for _ in range(3))
    assert best / len(names) < 500e-6


def _seconds(known: Gazetteer, names: list[str]) -> float:
    known.find("Kabul")
    start = time.perf_counter()
    for name in names:
        known.find(name)
    return time.perf_counter() - start


def test_a_users_place_comes_first(tmp_path: Path) -> None:
    """One's own places win over ours."""
    own = tmp_path / "places.yaml"
    own.write_text("- {name: Chaman, kind: site, at: [30.9, 66.4], in: [PAK], source: me, also: [the gate]}\n", "utf-8")
    known = shipped().with_files([own])
    assert known.find("Chaman")[0].entry.id == "own:chaman"
    assert known.find("The Gate")[0].entry.name == "Chaman"
    assert len(known.find("Chaman")) > 1


def test_folding_keeps_what_distinguishes_names() -> None:
    """Niger is not Nigeria; "the Sahel" is Sahel, but "The" alone is not nothing."""
    assert fold("Niger") != fold("Nigeria")
    assert fold("the Sahel") == fold("Sahel")
    assert fold("The") == "the"
    assert fold("Łódź") == "lodz"


def test_distances_and_directions() -> None:
    """A degree along the equator is 111 km; going out and measuring back gives the distance again."""
    assert kilometres((0, 0), (0, 1)) == pytest.approx(111.2, abs=0.1)
    for bearing in (0, 45, 90, 135, 180, 225, 270, 315):
        assert kilometres((34.5, 69.2), shifted((34.5, 69.2), bearing, 30)) == pytest.approx(30, abs=0.3)
