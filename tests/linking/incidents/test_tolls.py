"""How many, by published rules."""

from __future__ import annotations

from datetime import date

import pytest

from parley.linking.casting import Casting, cast
from parley.linking.incidents.slots import Telling
from parley.linking.incidents.tolls import Count, latest_official, most_reported, tolls
from parley.record import Claimant, Evidence, Reading, Ref, Toll
from tests.linking.incidents.made import Told, reading


def count(low: int, origin: str, day: int, rank: int = 0) -> Count:
    return Count(low, low, "front", origin, date(2031, 5, day), rank)


@pytest.mark.parametrize(
    ("given", "most", "official"),
    [
        ([count(12, "a", 1), count(12, "b", 1), count(15, "c", 2)], 12, 15),
        ([count(12, "a", 1), count(12, "a", 2), count(15, "c", 3)], 15, 15),  # one origin twice is one
        ([count(12, "a", 1, rank=2), count(15, "c", 3)], 15, 12),
        ([count(12, "a", 1, rank=2), count(14, "b", 2, rank=2)], 14, 14),
    ],
)
def test_rules(given: list[Count], most: int, official: int) -> None:
    """Most reported counts origins, not reports, and takes the later among equals; officials go before all others."""
    assert most_reported(given) == most
    assert latest_official(given) == official


def told(casting: Casting, *events: tuple[Reading, int, str, str]) -> list[Telling]:
    """Events with who claims them and on what origin."""
    return [
        Telling(
            Ref(one.report.id, "event", at),
            one,
            Evidence(
                Ref(one.report.id, "event", at), one.events[at].trigger, Claimant(by, by), one.report.published, origin
            ),
        )
        for one, at, by, origin in events
    ]


def test_sides_are_counted_apart_and_summed() -> None:
    """Low, best and high of each side's dead, and their sums; one teller's smaller figure is part of the larger."""
    texts = [
        reading(
            "a",
            5,
            Told("Nine of the Front died.", "died", to="front", killed=9),
            Told("Three of them died at dawn.", "died", to="front", killed=3),
            Told("Two Ardanians died.", "died", to="ardania", killed=2),
        ),
        reading("b", 6, Told("Eleven of the Front died.", "died", to="front", killed=11)),
    ]
    casting = cast(texts)
    events = [(texts[0], at, "x", "o1") for at in range(3)] + [(texts[1], 0, "y", "o2")]
    found = tolls(told(casting, *events), casting)
    front, ardania = (casting.of("a", name) for name in ("front", "ardania"))
    assert found == {
        "killed": Toll(11, 13, 13, "ucdp"),
        f"killed {front}": Toll(9, 11, 11, "ucdp"),
        f"killed {ardania}": Toll(2, 2, 2, "ucdp"),
    }


def test_a_denied_figure_is_none() -> None:
    """ "No one was killed" by a denial of the killing counts for nothing."""
    text = reading("a", 5, Told("It did not kill 9.", "kill", to="front", killed=9, reality="denied"))
    casting = cast([text])
    assert tolls(told(casting, (text, 0, "x", "o")), casting) == {}
