"""What speaks for one happening, and what against."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.linking.days import Days, apart, days_of, iso, length
from parley.linking.incidents.accounts import Account, Spot
from parley.linking.incidents.grounds import across
from parley.linking.incidents.grounds_when import days
from parley.linking.incidents.grounds_where import where
from parley.linking.incidents.words import kindred, names, stem, stems
from parley.record import Ref

HARAD = Spot("1", 16.4, 43.1, 1, "YEM")
NEAR = Spot("2", 16.5, 43.2, 1, "YEM")
FAR = Spot("3", 12.8, 45.0, 1, "YEM")
AROUND = Spot("1", 16.4, 43.1, 5, "YEM")
REGION = Spot("4", 16.0, 43.5, 4, "YEM")
ABROAD = Spot("5", 16.0, 43.5, 4, "SAU")


def account(**told: object) -> Account:
    return Account(refs=(Ref("r", "event", 0),), published=date(2031, 5, 5), at=frozenset((0,)), **told)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        (HARAD, HARAD, "same"),
        (HARAD, NEAR, "same"),
        (HARAD, FAR, "elsewhere"),
        (HARAD, REGION, "inside"),
        (HARAD, ABROAD, "elsewhere"),
        (REGION, REGION, "same area"),
        (HARAD, AROUND, "same area"),
    ],
)
def test_where(one: Spot, other: Spot, level: str) -> None:
    """Within 20 km is one place; a province holds what is near its middle and in its country."""
    a, b = (account(spots=frozenset((spot,)), places=frozenset((spot.id,))) for spot in (one, other))
    if one is other:
        b = account(spots=frozenset((one,)), places=frozenset(("other words",)))
    assert where(a, b).level == where(b, a).level == level


def test_places_by_their_words() -> None:
    """Without coordinates the words decide."""
    harad, district, mirat = (account(places=names(text)) for text in ("Harad", "the Harad district", "Mirat"))
    assert where(harad, district).level == "same"
    assert where(harad, mirat).level == "other words"


@pytest.mark.parametrize(
    ("one", "other", "level"),
    [
        ("2031-05-04", "2031-05-04", "same"),
        ("2031-05-04/2031-05-05", "2031-05-05", "overlap"),
        ("2031-05-04", "2031-05-05", "next day"),
        ("2031-05-04", "2031-05-07", "days apart"),
        ("2031-05-04", "2031-05-20", "far apart"),
        ("2031-05-04", "2031-05", "day in a period"),
        ("2031-05-05", None, "next news"),
        ("2031-05-02", None, "just told"),
        ("2031-05-09", None, "days before"),
        ("2031-04-01", None, "told long after"),
        (None, None, "one day's news"),
    ],
)
def test_when(one: str | None, other: str | None, level: str) -> None:
    """Days told, else how far the day told is from the other's day of publication, else how far these are apart."""
    a, b = (account(days=frozenset({days_of(told)} if told else ())) for told in (one, other))
    assert days(a, b).level == days(b, a).level == level


@pytest.mark.parametrize(
    ("told", "days"),
    [
        ("2031", "2031-01-01/2031-12-31"),
        ("2031-02", "2031-02-01/2031-02-28"),
        ("2031-02-03", "2031-02-03"),
        ("2031-02/2031-03-04", "2031-02-01/2031-03-04"),
        ("2031-W05", None),
        ("soon", None),
    ],
)
def test_days_of(told: str, days: str | None) -> None:
    """A prefix stands for all days that begin so."""
    found = days_of(told)
    assert (iso(found) if found else None) == days


DAYS = st.tuples(st.dates(), st.dates()).map(lambda two: (min(two), max(two)))


@given(DAYS, DAYS)
def test_apart(one: Days, other: Days) -> None:
    """The same both ways, nothing where a day is shared, and dates survive being written."""
    assert apart(one, other) == apart(other, one)
    assert (apart(one, other) == 0) == (one[0] <= other[1] and other[0] <= one[1])
    assert days_of(iso(one)) == one
    assert length(one) >= 1


def test_words() -> None:
    """Stems, and words that may name one happening."""
    assert stem("attacked") == stem("attacks") == "attack"
    assert stems("The army said it had attacked") == {"armi", "attack"}
    assert kindred()[stem("shot")] & kindred()[stem("shooting")]


def test_it_does_not_matter_which_comes_first() -> None:
    """Every ground is the same both ways."""
    a = account(types=frozenset(("ASSAULT",)), families=frozenset(("material-conflict",)), acting=frozenset("xy"))
    b = account(types=frozenset(("MOBILIZE",)), families=frozenset(("material-conflict",)), receiving=frozenset("y"))
    assert [ground[:2] for ground in across(a, b)] == [ground[:2] for ground in across(b, a)]
