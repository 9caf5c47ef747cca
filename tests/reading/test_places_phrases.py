"""What a phrase that says where is made of."""

from __future__ import annotations

import pytest

from parley.gazetteer import shipped
from parley.reading.places_phrases import parse
from parley.reading.places_words import around

CASES = [
    ("Chaman", ["Chaman"], "at"),
    ("the Kech district of Balochistan", ["Kech district", "Balochistan"], "at"),
    ("the outskirts of Herat", ["Herat"], "near"),
    ("a village near Spin Boldak", ["Spin Boldak"], "near"),
    ("30 km north of Aleppo", ["Aleppo"], "offset"),
    ("the Hawija road", ["Hawija"], "road"),
    ("the road from Goma to Bukavu", ["Goma", "Bukavu"], "between"),
    ("southern Lebanon", ["southern Lebanon"], "at"),
    ("eastern Chad", ["Chad"], "part"),
    ("the border between Sudan and Chad", ["Sudan", "Chad"], "border"),
    ("the Syrian-Turkish border", ["Syrian", "Turkish"], "border"),
    ("waters off Hodeidah", ["Hodeidah"], "waters"),
    ("Rafah crossing", ["Rafah crossing"], "at"),
    ("the city", [], "again"),
]


@pytest.mark.parametrize(("words", "names", "relation"), CASES)
def test_names_and_relation(words: str, names: list[str], relation: str) -> None:
    """The names in the phrase, and how it relates to the first."""
    phrase = parse(words, (0, len(words)), shipped())
    assert [words[slice(*stretch)] for stretch in phrase.names] == names
    assert phrase.relation == relation


DISTANCES = [
    ("30 km north of Aleppo", 30, 0),
    ("about 12 kilometres south-west of Kandahar", 12, 225),
    ("10 miles from Kirkuk", 16.1, None),
    ("twenty kilometres east of Goma", 20, 90),
    ("a few kilometres from Torkham", 5, None),
]


@pytest.mark.parametrize(("words", "distance", "bearing"), DISTANCES)
def test_distance_and_direction(words: str, distance: float, bearing: float | None) -> None:
    """Kilometres, miles and number words; directions clockwise from north."""
    phrase = parse(words, (0, len(words)), shipped())
    assert phrase.distance == pytest.approx(distance, abs=0.1)
    assert phrase.bearing == bearing


AROUND = [
    ("in ", "Paris", ", Texas, on Monday", ["Texas"]),
    ("in the Syrian town of ", "Manbij", " on Monday", ["Syrian"]),
    ("in Pakistan's ", "Kech", " district", ["Pakistan"]),
    ("in ", "Goma", " in eastern Congo", ["Congo"]),
    ("in ", "Goma", " on Monday", []),
]


@pytest.mark.parametrize(("before", "name", "after", "inside"), AROUND)
def test_what_a_place_is_said_to_lie_in(before: str, name: str, after: str, inside: list[str]) -> None:
    """Commas, "in", "of" and owners name what a place lies in."""
    text = before + name + after
    assert list(around(text, len(before), len(before + name)).inside) == inside
