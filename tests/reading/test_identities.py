"""Who the actors of a report are in the registry."""

from dataclasses import replace
from datetime import date

import pytest

from parley.reading.acronyms import defined
from parley.reading.identities import Identifier
from parley.record import Actor, Mention, Reading, Report
from parley.registry import Registry

TEXT = (
    "The Pakistani defence minister met Amir Khan Muttaqi. The Turkish Trade Pact (TTP) was not discussed. "
    "Five Pakistani soldiers were hurt; the army blamed the TTP."
)
REPORT = Report("r", TEXT, published=date(2025, 10, 12))
ACTORS = {
    "pakistan": Actor("pakistan", "Pakistan", "state", "PAK"),
    "minister": Actor("minister", None, "official", "PAK", "defence minister", "pakistan"),
    "muttaqi": Actor("muttaqi", "Amir Khan Muttaqi", "person", "AFG"),
    "pact": Actor("pact", "TTP", "igo"),
    "soldiers": Actor("soldiers", None, "military", None, None, "pakistan"),
    "army": Actor("army", None, "military", None, None, "pakistan"),
}
WORDS = {
    "minister": "The Pakistani defence minister",
    "muttaqi": "Amir Khan Muttaqi",
    "pact": "the TTP",
    "soldiers": "Five Pakistani soldiers",
    "army": "the army",
}


@pytest.fixture(scope="module")
def identifier() -> Identifier:
    """With the shipped registry."""
    return Identifier(Registry.open())


def reading(report: Report = REPORT) -> Reading:
    """The actors above, each mentioned once."""

    def mention(actor: str, words: str) -> Mention:
        start = report.text.index(words)
        return Mention(report.span(start, start + len(words)), actor, 0)

    return Reading(report, actors=ACTORS, mentions=tuple(mention(*one) for one in WORDS.items()))


def test_actors_get_their_ids(identifier: Identifier) -> None:
    """By name, by office and day, by whose they are; the unnamed get none."""
    actors = identifier.identify(reading()).actors
    assert actors["pakistan"].registry == "pak"
    assert actors["minister"].registry == "pak-khawaja-asif"
    assert actors["minister"].known_as == "Khawaja Muhammad Asif"
    assert actors["muttaqi"].registry == "afg-amir-khan-muttaqi"
    assert actors["army"].registry == "pak-army"
    assert actors["soldiers"].registry is None
    assert all(actor.candidates[0].why for actor in actors.values() if actor.registry)


def test_an_acronym_means_what_the_report_says(identifier: Identifier) -> None:
    """Not what it usually means."""
    assert identifier.identify(reading()).actors["pact"].registry is None
    usual = replace(REPORT, text=TEXT.replace("Turkish Trade Pact", "Tehreek-e-Taliban Pakistan"))
    assert identifier.identify(reading(usual)).actors["pact"].registry == "ttp"


def test_the_day_of_the_report_is_the_day_asked_about(identifier: Identifier) -> None:
    """The minister of 2012 was another."""
    then = identifier.identify(reading(replace(REPORT, published=date(2012, 10, 12)))).actors["minister"]
    assert then.registry not in (None, "pak-khawaja-asif")


@pytest.mark.parametrize(
    ("text", "acronym", "long"),
    [
        ("the Northern Liberation Front (NLF) said", "NLF", "Northern Liberation Front"),
        ("said the Inter-Services Public Relations (ISPR).", "ISPR", "Inter-Services Public Relations"),
        ("a member of the Organisation for the Prohibition of Weapons (OPW)", "OPW",
         "Organisation for the Prohibition of Weapons"),
        ("Ardania (PTI) news", "PTI", None),
        ("he was there (NLF)", "NLF", None),
    ],
)  # fmt: skip
def test_acronyms_that_a_text_defines(text: str, acronym: str, long: str | None) -> None:
    """The words before the bracket whose initials make it."""
    assert defined(text).get(acronym) == long


@pytest.mark.parametrize(
    ("name", "found"),
    [("Masoud Pezeshkian", "irn-masoud-pezeshkian"), ("Pezeshkian", None), ("Mikhail Gorbachev", None)],
)
def test_a_whole_name_of_somebody_in_office_outweighs_a_guessed_country(
    identifier: Identifier, name: str, found: str | None
) -> None:
    """ "President Masoud Pezeshkian, receiving a minister of Pakistan": not Pakistan's; a surname proves nothing."""
    report = Report("r", f"President {name} received Pakistan's interior minister.", published=date(2025, 11, 9))
    start = report.text.index(name)
    mention = Mention(report.span(start, start + len(name)), "p", 0)
    given = Reading(report, actors={"p": Actor("p", name, "person", "PAK")}, mentions=(mention,))
    assert identifier.identify(given).actors["p"].registry == found
