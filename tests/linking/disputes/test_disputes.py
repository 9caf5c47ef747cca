"""Rival values of one slot: figures, doers, states, askers, charges."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.linking.casting import cast
from parley.linking.demands.finding import demands
from parley.linking.disputes.finding import disputes
from parley.linking.incidents import incidents
from parley.linking.talks.finding import find
from parley.record import Dispute, Incident, Reading, Ref
from tests.builders import annotated
from tests.linking.demands.made import Told, reading

A, B = ("ardania",), ("belmark",)


def found(*readings: Reading, one: bool = False) -> tuple[Dispute, ...]:
    """The disputes of some readings; with `one` all their events are held to be one incident."""
    casting = cast(readings)
    talks = find(readings, casting, ())
    happened = incidents(readings, casting, ())
    if one:
        refs = tuple(Ref(r.report.id, "event", i) for r in readings for i in range(len(r.events)))
        happened = (Incident("incident:x", "attack", "x", refs),)
    return disputes(readings, casting, (), happened, talks, demands(readings, casting, (), talks.named))


def killed(day: int, words: str, low: int, high: int | None, said: str | None = None) -> Reading:
    sentence = f"Ardania shelled a village and {words} people of Belmark died."
    told = Told(sentence, "shelled", "ASSAULT", A, B, killed=(words, low, high), said=said)
    return reading(f"r{day:02}{said or ''}", day, told)


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (killed(1, "9", 9, 9), killed(2, "23", 23, 23), "conflict"),
        (killed(1, "12 or more", 12, None), killed(2, "17", 17, 17), "later-update"),
        (killed(1, "9", 9, 9, "belmark"), killed(2, "23", 23, 23, "belmark"), None),
        (killed(1, "9", 9, 9), killed(2, "9", 9, 9), None),
        (killed(1, "17", 17, 17), killed(2, "12 or more", 12, None), "different-scope"),
    ],
)
def test_figures(first: Reading, second: Reading, kind: str | None) -> None:
    """What cannot both be true is a conflict, what grows an update; who corrects himself disputes nothing."""
    made = [one for one in found(first, second, one=True) if one.slot.startswith("killed")]
    assert [one.kind for one in made] == ([kind] if kind else [])


def test_the_dead_of_two_sides_are_two_slots() -> None:
    """Figures of other victims do not rival each other."""
    theirs = Told("Belmark lost 58 soldiers.", "lost", "ASSAULT", A, B, killed=("58", 58, 58), said="ardania")
    ours = Told("Ardania lost 9 soldiers.", "lost", "ASSAULT", B, A, killed=("9", 9, 9), said="belmark")
    assert not [d for d in found(reading("x", 1, theirs), reading("y", 1, ours), one=True) if "killed" in d.slot]


def test_each_side_blames_the_other() -> None:
    """An attack that each side says the other began is disputed as to who did it."""
    one = Told("Ardania opened fire on Belmark.", "opened", "ASSAULT", A, B, said="belmark")
    two = Told("Belmark opened fire on Ardania.", "opened", "ASSAULT", B, A, said="ardania")
    slots = {d.slot: d for d in found(reading("x", 1, one), reading("y", 1, two), one=True)}
    assert len(slots["who did it"].versions) == 2


def test_an_event_and_its_denial() -> None:
    """What one tells and the other denies is disputed as to whether it happened."""
    one = Told("Ardania bombed a school.", "bombed", "ASSAULT", A, (), said="belmark")
    two = Told("Ardania did not bomb a school.", "bomb", "ASSAULT", A, (), reality="denied", said="ardania")
    made = found(reading("x", 1, one), reading("y", 2, two), one=True)
    assert [d.slot for d in made] == ["whether"]
    assert {version.value for version in made[0].versions} == {"told", "denied"}


def test_a_charge_and_its_denial_in_one_report() -> None:
    """Of acts done by speaking those who do them are the rivals, though one outlet tells both."""
    one = Told("Ardania accused Belmark of harbouring the Red League.", "accused", "ACCUSE", A, B, "harbouring")
    two = Told("Belmark denies it.", "denies", "REJECT", B, (), "it", "denial")
    (made,) = found(reading("x", 1, one, two))
    assert (made.slot, len(made.versions)) == ("whether it is so", 2)


def test_who_asked_for_the_truce() -> None:
    """Each names the other as the one who asked."""
    dated = Told(
        "They agreed a truce.", "agreed", "AGREE", (*A, *B), (), "a truce", talks="ceasefire", when="2031-05-03"
    )
    one = Told(
        "Belmark requested it.",
        "requested",
        "REQUEST",
        B,
        A,
        None,
        None,
        "actual",
        ("yield",),
        "proposed",
        None,
        "ardania",
    )
    two = Told(
        "Ardania requested it.",
        "requested",
        "REQUEST",
        A,
        B,
        None,
        None,
        "actual",
        ("yield",),
        "proposed",
        None,
        "belmark",
    )
    made = found(reading("x", 3, dated, one), reading("y", 3, dated, two))
    (who,) = [d for d in made if d.slot == "who asked"]
    assert who.kind == "conflict"


def test_rival_states_on_one_day() -> None:
    """Talks that one says go on and the other says are over."""
    on = Told("Talks of Ardania and Belmark go on.", "go", "TALKS", (*A, *B), talks="continued", said="ardania")
    off = Told(
        "Talks of Ardania and Belmark failed.", "failed", "TALKS", (*A, *B), talks="ended-no-deal", said="belmark"
    )
    made = [d for d in found(reading("x", 3, on), reading("y", 3, off)) if d.slot.startswith("state")]
    assert [{v.value for v in d.versions} for d in made] == [{"going on", "over without a deal"}]


CORPUS = annotated("train/pakoct-a.yaml")
IN_ORDER = found(*CORPUS)


@given(st.randoms(use_true_random=False))
def test_the_order_of_reports_does_not_matter(dice: random.Random) -> None:
    """The same readings in another order make the same disputes."""
    assert found(*dice.sample(CORPUS, len(CORPUS))) == IN_ORDER


def test_every_dispute_has_rivals() -> None:
    """Two versions at the least, each with evidence, under an id of its own."""
    assert len(IN_ORDER) > 3
    assert len({one.id for one in IN_ORDER}) == len(IN_ORDER)
    assert all(len(one.versions) > 1 for one in IN_ORDER)
