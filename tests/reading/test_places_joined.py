"""Two places in one phrase."""

from __future__ import annotations

import pytest

from parley.gazetteer import shipped
from parley.reading.places import Placer
from parley.reading.places_joined import apart
from parley.record import Event, Place, Reading, Report


def parts(phrase: str) -> list[str]:
    report = Report("r", f"The army left {phrase} on Monday.")
    at = report.text.index(phrase)
    return [span.quote(report) for span in apart(report.span(at, at + len(phrase)), report, shipped())]


@pytest.mark.parametrize(
    ("phrase", "names"),
    [
        ("Goma and Bukavu", ["Goma", "Bukavu"]),
        ("North Kivu and Ituri", ["North Kivu", "Ituri"]),
        ("Doha or Cairo", ["Doha", "Cairo"]),
        ("Dyoplam and Vernisk", ["Dyoplam", "Vernisk"]),  # names that no gazetteer holds
    ],
)
def test_names_joined_by_and_are_places_of_their_own(phrase: str, names: list[str]) -> None:
    assert parts(phrase) == names


@pytest.mark.parametrize(
    "phrase",
    [
        "Bosnia and Herzegovina",
        "Trinidad and Tobago",
        "the road between Kut and Sotk",
        "the Northwest and Southwest regions",
        "Goma",
        "Quetta, Balochistan",
    ],
)
def test_what_is_one_place_stays_whole(phrase: str) -> None:
    assert parts(phrase) == [phrase]


def test_an_event_gets_both() -> None:
    report = Report("r", "The army left Goma and Bukavu on Monday.")
    event = Event(0, report.span(9, 13), "RETREAT", "actual", place=(Place(report.span(14, 29)),))
    found = Placer(shipped()).place(Reading(report, events=(event,))).events[0].place
    assert [(one.name, one.country) for one in found] == [("Goma", "COD"), ("Bukavu", "COD")]
