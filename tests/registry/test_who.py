"""Looking up in a small registry of its own."""

import pytest

from parley.registry import Asked, Entry, Process, Registry, Tenure, who
from parley.registry.shelf import Loose

STATES = (
    Entry("ard", "Ardania", "state", "ARD", demonyms=("Ardanian",), capitals=("Ostrava Bay",)),
    Entry("bel", "Belmaria", "state", "BEL", demonyms=("Belmarian", "Marian")),
    Entry("mar", "Maria", "state", "MAR", demonyms=("Marian",)),
)
BODIES = (
    Entry("ard-government", "Government of Ardania", "government", "ARD", acts_for="ard"),
    Entry("ard-ministry-of-defence", "Ministry of Defence of Ardania", "government", "ARD", acts_for="ard-government"),
    Entry("bel-emirate", "Emirate of the North", "government", "BEL", ("Emirate",), rules="bel"),
    Entry("front", "Northern Front", "armed_group", None, (), ("NF",)),
    Entry("front-true", "Northern Front (True)", "faction", None, faction_of="front"),
    Entry("bel-nf", "National Forum", "party", "BEL", (), ("NF",)),
)


def minister(id_: str, name: str, since: str | None, until: str | None, seen: str | None = None) -> Entry:
    """Somebody who was Ardania's minister of defence."""
    office = Tenure("Minister of Defence", "ard-ministry-of-defence", since, until, "a list", seen)
    return Entry(id_, name, "official", "ARD", offices=(office,))


PEOPLE = (
    minister("ard-selim-okar", "Selim Okar", "2020-01-01", "2024-05-01"),
    minister("ard-mira-tosh", "Mira Tosh", "2024-05-02", None, "2025-12"),
    Entry("bel-selim-okar", "Selim Okar", "official", "BEL"),
    Entry("ard-gaddar-balik", "Gaddar Balik", "official", "ARD", offices=(Tenure("Speaker", None, "2020", None, "x"),)),
)


@pytest.fixture
def registry() -> Registry:
    """All of them."""
    return Registry(Loose((*STATES, *BODIES, *PEOPLE)))


def found(registry: Registry, words: str, **context: str) -> str | None:
    """The id that is found, if any."""
    answer = who(registry, Asked(words, **context))  # type: ignore[arg-type]
    return answer.entry.id if answer.entry else None


def test_an_office_has_its_holder_of_the_day(registry: Registry) -> None:
    """Whoever held it then, not whoever holds it now."""
    assert found(registry, "the Ardanian defence minister", on="2023-03-01") == "ard-selim-okar"
    assert found(registry, "the Ardanian defence minister", on="2025-03-01") == "ard-mira-tosh"


def test_an_office_open_since_the_source_ended_is_no_fact(registry: Registry) -> None:
    """Its last known holder is kept as a candidate, and the reason says until when that was seen."""
    answer = who(registry, Asked("the Ardanian defence minister", on="2031-01-01"))
    assert answer.entry is None
    assert [one.registry for one in answer.candidates] == ["ard-mira-tosh"]
    assert "last seen so on 2025-12" in answer.candidates[0].why


def test_whoever_left_office_is_found_as_former(registry: Registry) -> None:
    """By name and country; the reason tells the days."""
    answer = who(registry, Asked("Selim Okar", country="ARD", on="2025-03-01"))
    assert answer.entry
    assert answer.entry.id == "ard-selim-okar"
    assert "former Minister of Defence (2020-01-01 to 2024-05-01)" in answer.candidates[0].why


def test_two_of_one_name_stay_open(registry: Registry) -> None:
    """Until an office or a country speaks for one."""
    answer = who(registry, Asked("Selim Okar", on="2031-01-01"))
    assert answer.entry is None
    assert {one.registry for one in answer.candidates} == {"ard-selim-okar", "bel-selim-okar"}
    assert found(registry, "Selim Okar", on="2023-01-01") == "ard-selim-okar"
    assert found(registry, "Selim Okar", country="BEL") == "bel-selim-okar"


def test_an_acronym_of_two_bodies_stays_open(registry: Registry) -> None:
    """Their kinds or countries tell them apart."""
    assert found(registry, "NF") is None
    assert found(registry, "nf") is None, "small letters are no acronym"
    assert found(registry, "NF", country="BEL") == "bel-nf"


def test_another_spelling_needs_to_be_confirmed(registry: Registry) -> None:
    """By itself it gives a candidate; with the country somebody."""
    assert found(registry, "Qadar Balik") is None
    assert [one.registry for one in who(registry, Asked("Qadar Balik")).candidates] == ["ard-gaddar-balik"]
    assert found(registry, "Gadar Balik", country="ARD") == "ard-gaddar-balik"
    assert found(registry, "Gadar Balik", country="BEL") is None


def test_an_adjective_of_two_states_stays_open(registry: Registry) -> None:
    """The context's country settles it."""
    assert found(registry, "Marian") is None
    assert found(registry, "Marian", country="MAR") == "mar"


def test_an_unnamed_body_has_a_side_and_no_id(registry: Registry) -> None:
    """A delegation is its state's."""
    answer = who(registry, Asked("the Ardanian delegation"))
    assert answer.entry is None
    assert answer.side
    assert answer.side.id == "ard"


def test_a_capital_acts_and_is_a_city(registry: Registry) -> None:
    """The state where it says or does something; nobody where something happens there."""
    assert found(registry, "Ostrava Bay") == "ard"
    assert who(registry, Asked("Ostrava Bay", place=True)).entry is None


def test_a_government_is_whoever_rules(registry: Registry) -> None:
    """Its own entry, or that of those who rule the state without being it, or else the state."""
    assert found(registry, "Ardanian government") == "ard-government"
    assert found(registry, "Belmarian government") == "bel-emirate"
    assert found(registry, "government of Maria") == "mar"


def test_sides_end_the_chain(registry: Registry) -> None:
    """A minister is on his state's side; a faction and an authority stand by themselves."""

    def side(id_: str) -> str:
        entry = registry.entry(id_)
        assert entry
        return registry.side(entry, "2025-01-01").id

    assert side("ard-mira-tosh") == "ard"
    assert side("front-true") == "front-true"
    assert side("bel-emirate") == "bel-emirate"


def test_who_is_out_of_office_acts_for_nobody(registry: Registry) -> None:
    """On the day asked about."""
    okar = registry.entry("ard-selim-okar")
    assert okar
    assert [one.id for one in registry.chain(okar, "2025-01-01")] == ["ard-selim-okar"]
    assert [one.id for one in registry.chain(okar, "2022-01-01")][-1] == "ard"


def test_a_process_has_sides() -> None:
    """Those who act for a side sit on it."""
    process = Process("round-1", "Round one", {"Ardania": ("ard",), "Front": ("front",)})
    registry = Registry(Loose((*STATES, *BODIES, *PEOPLE)), processes=(process,))
    tosh, faction = registry.entry("ard-mira-tosh"), registry.entry("front-true")
    assert tosh
    assert faction
    assert registry.sides_in(process, tosh, "2025-01-01") == ["Ardania"]
    assert registry.sides_in(process, faction, "2025-01-01") == []


def test_own_entries_win() -> None:
    """Ours by the same name are passed over, ours of the same id replaced."""
    own = (
        Entry("my-front", "Northern Front", "armed_group"),
        Entry("ard-mira-tosh", "Mira Tosh-Okar", "official", "ARD"),
    )
    registry = Registry(Loose((*STATES, *BODIES, *PEOPLE)), own)
    assert found(registry, "Northern Front") == "my-front"
    assert found(registry, "Mira Tosh") is None
    assert found(registry, "Mira Tosh-Okar") == "ard-mira-tosh"
