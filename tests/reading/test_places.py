"""Where the places of a report lie."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from parley.gazetteer import shipped
from parley.gazetteer.distance import kilometres
from parley.reading.places import Placer
from parley.record import Event, Outlet, Place, Reading, Report

PLACER = Placer(shipped())


def placed(text: str, *where: str, dateline: str | None = None, outlet: Outlet | None = None) -> list[Place]:
    """The places of one event that names them all."""
    report = Report("r", text, dateline=dateline, outlet=outlet)
    spans = [report.span(text.index(words), text.index(words) + len(words)) for words in where]
    event = Event(0, report.span(0, 1), "ASSAULT", "actual", place=tuple(Place(span) for span in spans))
    return list(PLACER.place(Reading(report, events=(event,))).events[0].place)


def point(place: Place) -> tuple[float, float]:
    """Where a found place lies."""
    assert place.latitude is not None
    assert place.longitude is not None
    return place.latitude, place.longitude


TABLE = [
    # words (other places marked after it), sentence, name, country, precision
    ("Chaman", "Gunmen killed two men in Chaman, Pakistan, on Monday.", "Chaman", "PAK", 1),
    ("Paris", "A man was shot in Paris, Texas, on Monday.", "Paris", "USA", 1),
    ("Paris", "A man was shot in Paris on Monday, French police said.", "Paris", "FRA", 1),
    ("Tripoli", "Clashes broke out in Tripoli, Lebanese security sources said in Beirut.", "Tripoli", "LBN", 1),
    ("Tripoli", "Militias clashed in Tripoli, the Libyan capital.", "Tripoli", "LBY", 1),
    ("Hyderabad|Karachi", "Protests in Hyderabad and Karachi, in Pakistan's Sindh, went on.", "Hyderabad", "PAK", 1),
    ("Hyderabad|Mumbai", "Protests in Hyderabad and Mumbai went on, Indian police said.", "Hyderabad", "IND", 1),
    ("Georgia|Alabama|Florida", "Voters in Georgia and Alabama go to the polls, and in Florida.", "Georgia", "USA", 4),
    ("Georgia|Tbilisi|Batumi", "Protesters in Georgia marched through Tbilisi and Batumi.", "Georgia", "GEO", 6),
    ("the northern Iraqi city of Kirkuk", "A bomb hit the northern Iraqi city of Kirkuk.", "Kirkuk", "IRQ", 1),
    ("Kech district of Balochistan", "Soldiers died in Kech district of Balochistan.", "Kech", "PAK", 3),
    ("eastern Chad", "Refugees arrived in eastern Chad.", "Chad", "TCD", 5),
    ("southern Lebanon", "Drones struck southern Lebanon.", "Southern Lebanon", "LBN", 5),
    ("the Durand Line", "Shells fell across the Durand Line.", "Durand Line", None, 5),
    ("Torkham", "Trucks queue at Torkham, the crossing.", "Torkham", None, 1),
    ("near Spin Boldak", "A post near Spin Boldak was hit, Afghan officials said.", "Spīn Bōldak", "AFG", 2),
    ("the outskirts of Herat", "It fell on the outskirts of Herat in Afghanistan.", "Herāt", "AFG", 2),
    ("the Red Sea", "A ship was hit in the Red Sea.", "Red Sea", None, 7),
    ("Gaza", "Israel struck Gaza again.", "Gaza Strip", "PSE", 4),
    ("North Darfur", "The RSF shelled villages in North Darfur.", "Northern Darfur", "SDN", 4),
    ("the Afghan-Pakistani border", "Clashes at the Afghan-Pakistani border.", "Durand Line", None, 5),
    ("the Afghan capital", "A blast shook the Afghan capital, Pakistan said.", "Kabul", "AFG", 1),
    ("Geneva|Sudan", "They met in Geneva, said delegates from Sudan.", "Geneva", "CHE", 1),
    ("the White House", "They met at the White House.", "White House", "USA", 1),
    ("the Afghan border", "Pakistan closed the Afghan border.", "Durand Line", None, 5),
]  # fmt: skip


@pytest.mark.parametrize(("words", "text", "name", "country", "precision"), TABLE)
def test_the_context_decides(words: str, text: str, name: str, country: str | None, precision: int) -> None:
    """Which of the places of a name is meant, and UCDP's where_prec of it."""
    place = placed(text, *words.split("|"))[0]
    assert (place.name, place.country, place.precision) == (name, country, precision)
    assert 0 < place.confidence <= 1


def test_the_dateline_speaks_for_its_country() -> None:
    """The same words under two datelines are two places."""
    text = "Two men were killed in Córdoba, police said."
    spain, argentina = (placed(text, "Córdoba", dateline=line) for line in ("SEVILLE, Spain", "BUENOS AIRES"))
    assert (spain[0].country, argentina[0].country) == ("ESP", "ARG")


def test_a_distance_moves_the_point() -> None:
    """30 km north of a city is 30 km north of it."""
    (place,) = placed("Rebels took a base 30 km north of Aleppo in Syria.", "30 km north of Aleppo")
    (city,) = placed("Rebels took Aleppo in Syria.", "Aleppo")
    assert kilometres(point(place), point(city)) == pytest.approx(30, abs=1)
    assert point(place)[0] > point(city)[0]
    assert (place.precision, place.why) == (2, "30 km from Aleppo")


def test_a_place_named_before() -> None:
    """ "The city", "there" and "the capital" go back to what was named."""
    text = "Rockets hit Kirkuk in Iraq. Ten died there. Shops in the city closed. Talks began in the capital."
    _, there, city, capital = placed(text, "Kirkuk", "there", "the city", "the capital")
    assert (there.name, city.name, capital.name) == ("Kirkuk", "Kirkuk", "Baghdad")
    assert capital.why == "the capital that the report is about"
    assert there.confidence < 0.9


UNRESOLVED = [
    ("the hall", "They met in the hall.", "names no place"),
    ("Qwertzabad", "They met in Qwertzabad.", "no place named Qwertzabad is in the gazetteer"),
    ("Selim Haq Square", "They met at Selim Haq Square.", "no place named Selim Haq Square is in the gazetteer"),
    ("Moldo", "Indian and Chinese officers met in Moldo.", "no Moldo that the gazetteer has fits the report"),
    ("border between Peru and Chad", "A border between Peru and Chad.", "the gazetteer has no line for this border"),
]  # fmt: skip


@pytest.mark.parametrize(("words", "text", "why"), UNRESOLVED)
def test_what_cannot_be_found_says_why(words: str, text: str, why: str) -> None:
    """Nothing is guessed: no id, no point, a reason."""
    (place,) = placed(text, words)
    assert (place.id, place.latitude, place.confidence, place.why) == (None, None, 0.0, why)


def test_rivals_are_kept() -> None:
    """Where another place is likely as well, it stands beside the one taken."""
    (place,) = placed("A meeting took place in Córdoba.", "Córdoba")
    assert len({one.country for one in place.candidates} - {place.country}) >= 1
    assert place.confidence + sum(one.confidence for one in place.candidates) <= 1.001


def test_a_users_own_place_is_found(tmp_path: Path) -> None:
    """A file of one's own is enough to place what we do not know."""
    own = tmp_path / "own.yaml"
    own.write_text("- {name: Qwertzabad, kind: place, at: [33.5, 70.1], in: [AFG], source: us}\n", "utf-8")
    text = "They met in Qwertzabad."
    report = Report("r", text)
    event = Event(0, report.span(0, 4), "AGREE", "actual", place=(Place(report.span(12, 22)),))
    reading = Placer(shipped().with_files([own])).place(Reading(report, events=(event,)))
    assert reading.events[0].place[0].id == "own:qwertzabad"


def test_a_reading_without_places_is_left_alone() -> None:
    """Nothing to find, nothing changed."""
    reading = Reading(Report("r", "They met."))
    assert PLACER.place(reading) is reading
    assert PLACER.place(replace(reading, report=Report("q", "x"))).events == ()
