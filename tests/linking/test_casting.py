"""Who is who across reports."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.linking.casting import Cast, cast
from parley.record import Actor, Copies, Mention, Reading, Report

PAKISTAN = Actor("pakistan", "Pakistan", "state", "PAK")
KABUL = Actor("afghanistan", "Afghanistan", "state", "AFG")


def reading(report: str, *actors: Actor, text: str = "") -> Reading:
    """A reading with these actors; each is mentioned by the words before its id in `text`, one a line."""
    given_report = Report(report, text or "-")
    mentions = tuple(
        Mention(given_report.span(text.index(line), text.index(line) + len(line)), actor.id, 0)
        for line, actor in zip(text.splitlines(), actors, strict=False)
    )
    return Reading(given_report, actors={actor.id: actor for actor in actors}, mentions=mentions)


def minister(name: str, country: str | None = "PAK", id_: str = "minister") -> Actor:
    return Actor(id_, name, "person", country, "defence minister")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (minister("Khawaja Asif"), minister("Asif")),
        (minister("Khawaja Asif"), minister("Khawaja Muhammad Asif")),
        (
            Actor("a", "Pakistani delegation", "delegation", "PAK"),
            Actor("b", "delegation of Pakistan", "delegation", "PAK"),
        ),
        (
            Actor("a", "TTP", "armed_group", registry="ttp"),
            Actor("b", "Pakistani Taliban", "armed_group", registry="ttp"),
        ),
        (PAKISTAN, Actor("islamabad", "Islamabad", "state", "PAK")),
        (Actor("a", "Afghan refugees", "civilians", "AFG"), Actor("b", "Afghan refugees", "civilians", "AFG")),
    ],
)
def test_one_actor_under_two_names(one: Actor, other: Actor) -> None:
    """By the registry, the state, the service and whose it is, the name or a part of it."""
    found = cast([reading("r1", one), reading("r2", other)])
    assert found.of("r1", one.id) == found.of("r2", other.id)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (minister("Khawaja Asif"), minister("Khawaja Asif", "IND")),
        (Actor("a", "delegation", "delegation", "PAK"), Actor("b", "delegation", "delegation", "AFG")),
        (Actor("a", None, "anonymous", "PAK"), Actor("b", None, "anonymous", "PAK")),
        (Actor("a", "senior official", "official", "PAK"), Actor("b", "senior official", "official", "PAK")),
        (Actor("a", "Niger", "state", "NER"), Actor("b", "Nigeria", "state", "NGA")),
    ],
)
def test_two_actors_under_like_names(one: Actor, other: Actor) -> None:
    """Another country's, or a description that fits many."""
    found = cast([reading("r1", one), reading("r2", other)])
    assert found.of("r1", one.id) != found.of("r2", other.id)


def test_a_surname_that_two_share_is_put_to_neither() -> None:
    """Two Sharifs are known: which one "Sharif" is stays open."""
    people = [minister("Shehbaz Sharif"), minister("Nawaz Sharif"), minister("Sharif")]
    found = cast([reading(f"r{number}", person) for number, person in enumerate(people)])
    assert len({found.of(f"r{number}", "minister") for number in range(3)}) == 3


def test_unnamed_sources_are_one_only_in_copies() -> None:
    """The same words in copies of one text are the same source."""
    source = Actor("source", None, "anonymous")
    readings = [reading(report, source, text="two people close to the talks") for report in ("r1", "r2", "r3")]
    found = cast(readings, [Copies("c", ("r1", "r2"))])
    assert found.of("r1", "source") == found.of("r2", "source") != found.of("r3", "source")


def test_a_collective_is_that_of_its_sides() -> None:
    """Both governments of one report and both countries of another."""
    both = Actor("both", None, "other", members=("pakistan", "afghanistan"))
    found = cast([reading("r1", PAKISTAN, KABUL, both), reading("r2", KABUL, PAKISTAN, both)])
    assert found.of("r1", "both") == found.of("r2", "both")
    assert found.sides(found.of("r1", "both")) == {found.of("r1", "pakistan"), found.of("r1", "afghanistan")}


def test_the_side_is_at_the_end_of_the_chain() -> None:
    """A spokesman acts for his ministry, the ministry for its state."""
    ministry = Actor("ministry", "Foreign Ministry", "government", "PAK", acts_for="pakistan")
    spokesman = Actor("spokesman", "Tahir Andrabi", "person", "PAK", acts_for="ministry")
    found = cast([reading("r1", PAKISTAN, ministry, spokesman)])
    assert found.side(found.of("r1", "spokesman")) == found.of("r1", "pakistan")


NAMES = st.sampled_from(["Asif", "Khawaja Asif", "Khawaja Muhammad Asif", "Muhammad Asif", "Asif Ali", "Ali", "Dar"])


@given(st.lists(st.lists(NAMES, min_size=1, max_size=3, unique=True), min_size=1, max_size=5), st.randoms())
def test_the_order_of_the_reports_does_not_matter(reports: Sequence[Sequence[str]], random: object) -> None:
    """The same set of readings gives the same casting."""
    readings = [
        reading(f"r{n}", *(minister(name, id_=f"p{i}") for i, name in enumerate(names)))
        for n, names in enumerate(reports)
    ]
    shuffled = list(readings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert cast(shuffled) == cast(readings)


def test_who_becomes_part_of_another_is_told_of() -> None:
    """Though nothing is new about that other but that he is seen once more."""
    whole, short = minister("Adil Zulfi"), minister("Zulfi")
    readings = [reading("a", whole), reading("b", whole), reading("c", short), reading("d", minister("Mahmud Zulfi"))]
    kept = Cast()
    before = dict(kept.update(readings, (), ()).casting.ids)
    recast = kept.update((), ["d"], ())
    assert recast.casting.of("c", "minister") == recast.casting.of("a", "minister") == before["a", "minister"]
    assert before["c", "minister"] != before["a", "minister"]
    assert recast.reports == {"c"}


def test_copies_that_tell_of_others_under_the_same_words_tell_of_others() -> None:
    """Both sides of one war are not those of another; where a copy does not tell them, they are those of most."""
    pairs = [("pakistan", "afghanistan"), ("qatar", "turkey"), ("pakistan", "afghanistan")]
    states = [PAKISTAN, KABUL, Actor("qatar", "Qatar", "state", "QAT"), Actor("turkey", "Türkiye", "state", "TUR")]
    both = [Actor("both", None, "other", members=pair) for pair in pairs] + [Actor("both", None, "other")]
    readings = [reading(name, one, *states, text="both sides") for name, one in zip("abcd", both, strict=True)]
    found = cast(readings, [Copies("copies/a", tuple("abcd"))])
    a, b, c, d = (found.of(name, "both") for name in "abcd")
    assert a == c == d != b
    assert found.sides(a) == {found.of("a", "pakistan"), found.of("a", "afghanistan")}
