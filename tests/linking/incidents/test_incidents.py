"""Events that are one happening."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.linking.casting import cast
from parley.linking.incidents import Book, incidents, matching
from parley.record import Incident, Reading, Ref
from tests.linking.incidents.made import Told, reading

STRIKE = Told(
    "Ardania bombed Harad on 4 May and killed 12 people of the Northern Front.",
    "bombed",
    by="ardania",
    to="front",
    where="Harad",
    when="2031-05-04",
    killed=12,
)
AGAIN = Told(
    "In the air strike on Harad on 4 May 15 fighters died.",
    "strike",
    by="ardania",
    to="front",
    where="Harad",
    when="2031-05-04",
    killed=15,
)
BARE = Told("The attack went on for an hour.", "attack", by="ardania", to="front")
LATER = replace(AGAIN, when="2031-05-09")
ELSEWHERE = replace(AGAIN, text=AGAIN.text.replace("Harad", "Mirat"), where="Mirat", by="keston", to="ardania")
THREAT = Told("Okar warned the Northern Front of war.", "warned", "THREATEN", by="okar", to="front")
OTHER_THREAT = Told("Keston warned the Northern Front of a war.", "warned", "THREATEN", by="keston", to="front")


def made(*readings: Reading) -> tuple[Incident, ...]:
    return incidents(readings, cast(readings))


def together(*readings: Reading) -> set[frozenset[str]]:
    """The incidents as sets of REPORT#INDEX."""
    return {frozenset(f"{ref.report}#{ref.index}" for ref in one.members) for one in made(*readings)}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (STRIKE, AGAIN, True),
        (STRIKE, STRIKE, True),
        (STRIKE, LATER, False),
        (STRIKE, ELSEWHERE, False),
        (STRIKE, THREAT, False),
        (THREAT, THREAT, True),
        (THREAT, OTHER_THREAT, False),
    ],
)
def test_two_reports(one: Told, other: Told, same: bool) -> None:
    """One day, place and roles make one happening; another day, place with other sides, or speaker does not."""
    found = together(reading("a", 5, one), reading("b", 5, other))
    assert (len(found) == 1) == same


def test_the_same_report_tells_it_twice() -> None:
    """What is told without day and place speaks of what has been told."""
    assert together(reading("a", 5, STRIKE, BARE)) == {frozenset({"a#0", "a#1"})}


def test_days_apart_keep_apart_whatever_stands_between() -> None:
    """A telling without a day can join either of two strikes, and not make one of them."""
    found = together(reading("a", 10, STRIKE, BARE, LATER))
    assert len(found) == 2


def test_what_the_talks_and_the_demands_hold_is_not_repeated() -> None:
    """Events with a state of talks, and demands, are filed elsewhere."""
    opened = replace(THREAT, type="CONSULT", rest={"talks": "opened"})
    demand = replace(THREAT, type="REQUEST", rest={"aspect": "demand"})
    assert made(reading("a", 5, opened, demand)) == ()


def test_every_link_gives_its_reasons() -> None:
    """The weights add up to the log-odds of the score, and say what was found."""
    (found,) = made(reading("a", 5, STRIKE), reading("b", 5, AGAIN))
    (link,) = found.links
    assert (link.a, link.b) == (Ref("a", "event", 0), Ref("b", "event", 0))
    assert link.score > 0.5
    told = {reason.feature: reason.detail for reason in link.reasons}
    assert told["days"] == "same: 2031-05-04"
    assert told["place"] == "same: harad"


def test_what_may_be_one_is_offered() -> None:
    """Likely enough to look at, not likely enough to join: left apart, with the reasons, on both sides."""
    text = "Officials recalled how Harad was bombed and what it had meant for schools, markets and roads there."
    doubtful = replace(STRIKE, when=None, killed=None, text=text)
    found = made(reading("a", 5, STRIKE), reading("b", 15, doubtful))
    assert len(found) == 2
    assert [len(one.maybe) for one in found] == [1, 1]
    assert all(0.2 < link.score < 0.6 and link.reasons for one in found for link in one.maybe)


def test_every_version_keeps_its_claimant() -> None:
    """Two papers, two figures: both stand, each with its paper."""
    (found,) = made(reading("a", 5, STRIKE, outlet="Post"), reading("b", 5, AGAIN, outlet="Wire"))
    told = {version.value: [one.claimant.name for one in version.evidence] for version in found.slots["killed"]}
    assert told == {"12": ["Post"], "15": ["Wire"]}
    assert (found.kind, found.when, found.place) == ("attack", "2031-05-04", "Harad")


def test_the_id_stays_as_later_reports_come() -> None:
    """It is made of the first telling."""
    first, later = reading("b", 5, STRIKE), reading("a", 6, AGAIN)
    assert made(first)[0].id == made(first, later)[0].id == "incident:b#e0"


TOLD = st.sampled_from([STRIKE, AGAIN, BARE, LATER, ELSEWHERE, THREAT, OTHER_THREAT])
REPORTS = st.lists(st.tuples(st.integers(4, 12), st.lists(TOLD, min_size=1, max_size=3)), min_size=1, max_size=6)


def _readings(reports: Sequence[tuple[int, list[Told]]]) -> list[Reading]:
    return [reading(f"r{number}", day, *told) for number, (day, told) in enumerate(reports)]


@given(REPORTS, st.randoms(), st.sampled_from([1, 2, 3, 200]))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_reports_does_not_matter(
    reports: list[tuple[int, list[Told]]], chance: random.Random, limit: int
) -> None:
    """All at once, or one by one in any order, some twice: the same incidents, whatever is put together at once."""
    readings = _readings(reports)
    casting = cast(readings)
    book, shuffled = Book(), [*readings, *readings[:2]]
    chance.shuffle(shuffled)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "LIMIT", limit)
        for one in shuffled:
            book.update([one], casting)
        assert book.incidents() == incidents(readings, casting)


@given(REPORTS, st.sampled_from([1, 2, 3, 200]))
@settings(max_examples=40, deadline=None)
def test_a_report_that_is_dropped_leaves_no_trace(reports: list[tuple[int, list[Told]]], limit: int) -> None:
    """Adding and dropping one gives what there was before."""
    readings = _readings([*reports, (5, [STRIKE, BARE])])
    casting = cast(readings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matching, "LIMIT", limit)
        book = Book()
        book.update(readings, casting)
        book.drop(readings[-1].report.id, casting)
        assert book.incidents() == incidents(readings[:-1], casting)


@given(REPORTS)
@settings(max_examples=25, deadline=None)
def test_every_happening_is_in_one_incident(reports: list[tuple[int, list[Told]]]) -> None:
    """No event is lost, none stands in two."""
    readings = _readings(reports)
    members = sorted(ref for one in made(*readings) for ref in one.members)
    assert members == sorted(Ref(r.report.id, "event", at) for r in readings for at in range(len(r.events)))
