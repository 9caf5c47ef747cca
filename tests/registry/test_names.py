"""Names and titles made comparable."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.registry.folding import first_and_last, fold, is_acronym, sound
from parley.registry.roles import is_role, plain_title, role, roles


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Türkiye’s", "turkiye"), ("al-Shabaab", "al shabaab"), ("U.S.", "us"), ("Côte d'Ivoire", "cote divoire"),
     ("Erdoğan", "erdogan"), ("Yılmaz", "yilmaz"), ("Al-Qa'ida", "al qaida"), ("Ministers' Day", "ministers day")],
)  # fmt: skip
def test_folding(written: str, folded: str) -> None:
    """Case, accents, possessive endings and punctuation go."""
    assert fold(written) == folded


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    """And nothing but letters, digits and spaces is left."""
    once = fold(text)
    assert fold(once) == once
    assert all(letter.isalnum() or letter == " " for letter in once)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tarar", "Tarrar"), ("Khawaja", "Khwaja"), ("Gaddafi", "Qadhafi"), ("Yaqoob", "Yaqub"), ("Mohammad", "Muhammed"),
     ("Zelensky", "Zelenskyy"), ("Sharif", "Shareef"), ("Mehsud", "Mahsud")],
)  # fmt: skip
def test_spellings_of_one_name_sound_alike(one: str, other: str) -> None:
    """Vowels, doubled letters and neighbouring consonants make no difference."""
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Dar", "Sharif"), ("Kabul", "Tabriz")])
def test_different_names_sound_different(one: str, other: str) -> None:
    """The consonants differ. (Khamenei and Khomeini sound alike: that is why sound alone settles nothing.)"""
    assert sound(one) != sound(other)


def test_first_and_last() -> None:
    """Particles are no names; a single name has no two ends."""
    assert first_and_last("Abdel Fattah al-Burhan") == ("abdel", "burhan")
    assert first_and_last("Lula") is None


@pytest.mark.parametrize(
    ("word", "is_one"), [("TTP", True), ("M23", True), ("IS-KP", True), ("Taliban", False), ("A", False)]
)
def test_acronyms(word: str, is_one: bool) -> None:
    """Mostly capitals, and short."""
    assert is_acronym(word) is is_one


@pytest.mark.parametrize(
    ("one", "other"),
    [("Minister for Foreign Affairs", "foreign minister"), ("Minister of Defense", "defence minister"),
     ("Minister of National Defence", "Defence Minister"), ("External Affairs Minister", "Foreign Minister"),
     ("Acting Minister of Interior", "interior minister"), ("Spokeswoman", "spokesman"), 
     ("Home Minister", "Minister of Interior")],
)  # fmt: skip
def test_wordings_of_one_office(one: str, other: str) -> None:
    """One office, however it is put."""
    assert role(one) == role(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Deputy Interior Minister", "interior minister"),
        ("Prime Minister", "President"),
        ("Vice President", "President"),
    ],
)
def test_different_offices(one: str, other: str) -> None:
    """A deputy is not the minister."""
    assert role(one) != role(other)


def test_a_title_may_join_two_offices() -> None:
    """Either is found by itself."""
    assert "interior minister" in roles("Minister of Interior and Narcotics Control")
    assert {"deputy premier", "foreign minister"} <= set(roles("Deputy Prime Minister and Foreign Minister"))


def test_titles_lose_whose_they_are() -> None:
    """Whole words only."""
    assert plain_title("President of Pakistan", ["Pakistan"]) == "President"
    assert plain_title("Minister for Foreign Affairs", ["FO"]) == "Minister for Foreign Affairs"
    assert plain_title("Afghan Minister of Mines", ["Afghan"]) == "Minister of Mines"


def test_what_is_an_office() -> None:
    """Nothing but the words of an office."""
    assert is_role("deputy interior minister".split())
    assert not is_role("defence minister khawaja asif".split())
    assert not is_role("foreign ministry".split())
