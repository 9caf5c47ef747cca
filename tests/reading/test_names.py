"""Phrases that name or describe actors, taken apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.reading.kinds import concept_of, is_plural, kind_of, singular
from parley.reading.names import designation
from parley.reading.nations import nations_in, state_name, states


@pytest.mark.parametrize(
    ("text", "proper", "office"),
    [
        ("Defence Minister Selim Okar", "selim okar", "defence minister"),
        ("Lt Col Junaid Arif", "junaid arif", "lt col"),
        ("police commander Col. Wilmer Saquicela", "wilmer saquicela", "police commander col"),
        ("his counterpart, Radjen Ramlal", "radjen ramlal", "counterpart"),
        ("the Minister of Security, General Bakary Sinayoko,", "bakary sinayoko", "minister"),
        ("the President of Tajikistan Emomali Rahmonov", "emomali rahmonov", "president"),
        ("Mr Mujahid", "mujahid", "mr"),
        ("Muttaqi", "muttaqi", ""),
        ("the minister", "", "minister"),
        ("soldiers", "", ""),
    ],
)
def test_a_persons_name_is_told_from_title_and_office(text: str, proper: str, office: str) -> None:
    """The name is what titles and offices leave."""
    found = designation(text)
    assert (" ".join(found.proper), " ".join(found.office)) == (proper, office)


@pytest.mark.parametrize(
    ("text", "form", "head", "many"),
    [
        ("he", "pronoun", "he", False),
        ("They", "pronoun", "they", True),
        ("the ministry", "the", "ministry", False),
        ("Two of the officials", "the", "official", True),
        ("at least 15 inmates", "some", "inmate", True),
        ("more than 59,000 people", "some", "people", True),
        ("dozens of its soldiers", "its", "soldier", True),
        ("a merchant in Kandahar", "a", "merchant", False),
        ("members of the Home Guard", "bare", "member", True),
        ("people caught up in the battle", "bare", "people", True),
        ("US", "name", "us", None),
        ("us", "pronoun", "us", True),
    ],
)
def test_form_head_and_number(text: str, form: str, head: str, many: bool | None) -> None:
    """Articles, numbers and what hangs on a noun do not hide its head."""
    found = designation(text)
    assert (found.form, found.head, found.many) == (form, head, many)


@pytest.mark.parametrize(
    ("text", "code", "alone"),
    [
        ("Islamabad", "PAK", True),
        ("Pakistani", "PAK", True),
        ("Kyiv", "UKR", True),
        ("the Kremlin", "RUS", True),
        ("the U.S.", "USA", True),
        ("Türkiye", "TUR", True),
        ("Turkey", "TUR", True),
        ("South Sudan", "SSD", True),
        ("Pakistan's army", "PAK", False),
        ("officials in Kabul", "AFG", False),
        ("the Afghans", "AFG", False),
        ("Selim Okar", None, False),
    ],
)
def test_states_by_name_demonym_and_capital(text: str, code: str | None, alone: bool) -> None:
    """A state is known by any of its words, and told apart from what is of it."""
    found = designation(text)
    assert (found.nation and found.nation.code, found.is_nation) == (code, alone)


@pytest.mark.parametrize(
    ("text", "acronym"),
    [
        ("Tehreek-e-Taliban Pakistan", "ttp"),
        ("Tehreek-e-Taliban Pakistan (TTP)", "ttp"),
        ("the Front for the Liberation of Azawad", "fla"),
        ("the European Union", "eu"),
    ],
)
def test_acronyms_are_derived(text: str, acronym: str) -> None:
    """A body is found again by its acronym, whether the report gives it or not."""
    assert acronym in designation(text).aliases


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("army", "military"),
        ("soldiers", "military"),
        ("ministry", "government"),
        ("minister", "official"),
        ("spokesmen", "official"),
        ("Reuters", "media"),
        ("rebels", "armed_group"),
        ("villagers", "civilians"),
        ("UN", "igo"),
        ("sources", "anonymous"),
        ("xyzzy", None),
    ],
)
def test_kinds_from_words(word: str, kind: str | None) -> None:
    """A head word suggests a kind."""
    assert kind_of(word) == kind


def test_words_for_the_same_and_number() -> None:
    """Regime and authorities are words for a government; plurals are known."""
    assert concept_of("regime") == concept_of("authorities") == "government"
    assert [singular(word) for word in ("ministries", "gunmen", "forces", "police")] == [
        "ministry",
        "gunman",
        "force",
        "police",
    ]
    assert is_plural("troops")
    assert not is_plural("minister")


def test_the_list_of_states() -> None:
    """Every state has a name, and its name leads back to it."""
    assert len(states()) > 240
    for code, row in states().items():
        name = state_name(code)
        assert name
        assert nations_in(row["names"][0].split())[0][0].code in states()
    assert [state_name(code) for code in ("PAK", "USA", "TUR", "XXX")] == ["Pakistan", "United States", "Türkiye", None]


@given(st.text())
def test_any_text_can_be_taken_apart(text: str) -> None:
    """No text is too odd, and the same text gives the same designation."""
    found = designation(text)
    assert found.key == found.key.casefold()
    designation.cache_clear()
    assert designation(text) == found
