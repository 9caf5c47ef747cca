"""Counts of things, lengths, sizes, hours, names, who began: what is found beside victims, states and charges."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.linking.disputes.sorts import are_foes, sort_of
from parley.record import Dispute, Party, Reading, When
from tests.linking.demands.made import ACTORS, Told, reading
from tests.linking.disputes.test_disputes import A, B, found

BOTH = (*A, *B)


def values(made: tuple[Dispute, ...], slot: str) -> set[str] | None:
    """The values of the one dispute of a slot; None where there is none."""
    of_slot = [one for one in made if one.slot.startswith(slot)]
    assert len(of_slot) < 2
    return {version.value for version in of_slot[0].versions} if of_slot else None


def sat(name: str, day: int, sentence: str, word: str, talks: str = "continued", said: str | None = None) -> Reading:
    """A report of a round that two other reports date."""
    return reading(name, day, Told(sentence, word, "TALKS", BOTH, talks=talks, when=f"2031-05-{day:02}", said=said))


@pytest.mark.parametrize(
    ("words", "sort"),
    [
        ("nine soldiers", "armed"),
        ("25 militants", "armed"),
        ("ten civilians", "civilians"),
        ("four women and a man", "civilians"),
        ("58 dead", None),
        ("two soldiers and three civilians", None),
    ],
)
def test_the_words_of_a_figure_tell_whether_they_bore_arms(words: str, sort: str | None) -> None:
    """Bare numbers and mixed company tell nothing."""
    assert sort_of(words) == sort


def test_nobody_calls_his_own_militants() -> None:
    """Soldiers may be anybody's."""
    assert are_foes("some 30 of the attackers")
    assert not are_foes("nine soldiers")


def test_soldiers_and_civilians_are_two_slots() -> None:
    """Two figures of one side's dead that count other people do not rival each other."""
    one = Told("Ardania killed 9 soldiers of Belmark.", "killed", "ASSAULT", A, B, killed=("9 soldiers", 9, 9))
    two = Told("Ardania killed 23 civilians of Belmark.", "killed", "ASSAULT", A, B, killed=("23 civilians", 23, 23))
    assert values(found(reading("x", 1, one), reading("y", 2, two), one=True), "killed") is None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("25 posts", "20 army posts", {"25", "20"}),
        ("Twenty-one positions", "at least 25 posts", {"21", "25+"}),
        ("25 posts", "25 checkpoints", None),
        ("two posts", "three drones", None),
        ("one post", "3 posts", None),
        ("On 12 May posts", "3 posts", None),
    ],
)
def test_posts_taken(first: str, second: str, expected: set[str] | None) -> None:
    """Numbers of things of one kind, each of more than one and no part of a date."""
    one = Told(f"{first} of Belmark were taken.", "taken", "ASSAULT", A, B, said="ardania")
    two = Told(f"{second} of Belmark were taken.", "taken", "ASSAULT", A, B, said="belmark")
    assert values(found(reading("x", 1, one), reading("y", 2, two), one=True), "posts") == expected


def test_one_press_conference_in_two_reports() -> None:
    """What one is quoted with on one day may be told differently; on another day he corrects himself."""
    told = [Told(f"{number} posts of Belmark fell.", "fell", "ASSAULT", A, B, said="ardania") for number in (19, 21)]
    assert values(found(reading("x", 1, told[0]), reading("y", 1, told[1]), one=True), "posts") == {"19", "21"}
    assert values(found(reading("x", 1, told[0]), reading("y", 2, told[1]), one=True), "posts") is None


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("ran for three days", "lasted four days", {"3", "4"}),
        ("took more than nine hours", "lasted 8 hours", {"9+", "8"}),
        ("ran for three days", "lasted nine hours", None),
        ("began three days ago", "lasted four days", None),
        ("ran for three days", "ran for 3 days", None),
    ],
)
def test_how_long_a_round_lasted(first: str, second: str, expected: set[str] | None) -> None:
    """Numbers of one unit that tell how long, not how long ago."""
    reports = [sat(name, 3, f"Talks of Ardania and Belmark {first}.", first.split()[0]) for name in "xy"]
    other = sat("z", 3, f"Talks of Ardania and Belmark {second}.", second.split()[0])
    assert values(found(*reports, other), "how long") == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Belmark sent a pair of officials.", "The team of Belmark was seven strong.", {"2", "7"}),
        ("A five-member team of Belmark came.", "Belmark sent six envoys.", {"5", "6"}),
        ("A five-member team of Ardania came.", "Belmark sent six envoys.", None),
        ("A five-member team came.", "Belmark sent six envoys.", None),
    ],
)
def test_the_size_of_a_team(first: str, second: str, expected: set[str] | None) -> None:
    """Numbers of one side's people; a team that is nobody's counts for nothing."""
    said = [Told(sentence, sentence.split()[-1][:-1], "CONSULT", said="gulfia") for sentence in (first, second)]
    talks = Told("Talks of Ardania and Belmark go on.", "go", "TALKS", BOTH, talks="continued", when="2031-05-03")
    assert values(found(reading("x", 3, talks, said[0]), reading("y", 3, talks, said[1])), "size") == expected


def test_the_hour_of_a_truce() -> None:
    """Two hours of one truce; "at 7 pm" of what else happened that day is none."""
    told = [
        Told(f"The truce took effect at {hour}.", "truce", "AGREE", BOTH, talks="ceasefire", when="2031-05-03")
        for hour in ("6pm", "1800 hrs", "5.30 pm")
    ]
    other = Told("A truce was agreed at 7 pm.", "truce", "AGREE", BOTH, talks="ceasefire", when="2031-05-03")
    reports = [reading(f"r{at}", 3, one) for at, one in enumerate((*told, other))]
    assert values(found(*reports), "hour") == {"18:00", "17:30"}


def test_when_it_was_announced() -> None:
    """Two reports of one announcement that name neighbouring days."""
    days = ["2031-05-03", "2031-05-04"]
    made = [
        sat(name, 4, "Talks of Ardania and Belmark failed.", "failed", "ended-no-deal", said="ardania") for name in "xy"
    ]
    dated = [_said_on(one, day) for one, day in zip(made, days, strict=True)]
    assert values(found(*dated), "when ard-ardania announced it") == set(days)
    assert values(found(*made), "when ard-ardania announced it") is None


def _said_on(one: Reading, day: str) -> Reading:
    said = one.statements[0]
    return replace(one, statements=(replace(said, when=(When(said.content[0], day, "resolved"),)),))


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("It was an unprovoked attack.", "It was an attack in response to raids.", {"ard-ardania", "bel-belmark"}),
        ("Belmark opened fire in an attack.", "It was an unprovoked attack.", {"ard-ardania", "bel-belmark"}),
        ("It was a brave attack.", "It was an unprovoked attack.", None),
    ],
)
def test_who_began(ours: str, theirs: str, expected: set[str] | None) -> None:
    """What each side says of itself tells whom it holds to have begun."""
    one = Told(ours, "attack", "ASSAULT", B, A, said="ardania")
    two = Told(theirs, "attack", "ASSAULT", A, B, said="belmark")
    assert values(found(reading("x", 1, one), reading("y", 1, two), one=True), "who began") == expected


def test_nobody_came_to_harm() -> None:
    """A statement without an event is one of the versions."""
    one = Told("Ardania shelled a village and 9 people died.", "shelled", "ASSAULT", A, B, killed=("9", 9, 9))
    two = Told("Ardania shelled a village.", "shelled", "ASSAULT", A, B)
    none = Told("There were no casualties.", "casualties", "ASSAULT", said="ardania")
    made = reading("y", 1, two, none)
    (killed,) = found(reading("x", 1, one), replace(made, events=made.events[:1]), one=True)
    assert {v.value for v in killed.versions} == {"9", "0"}
    assert {e.ref.kind for v in killed.versions for e in v.evidence} == {"event", "statement"}


def test_the_name_of_an_officer() -> None:
    """One rank, one name in common and another that is not."""
    ranks = [("Lt Col", "Adan Orr"), ("lieutenant colonel", "Adan Ules"), ("major", "Adan Wint")]
    made = []
    for name, (office, called) in zip("xyz", ranks, strict=True):
        one = reading(name, 1, Told("Ardania killed an officer.", "killed", "ASSAULT", A, said="belmark"))
        officer = replace(ACTORS["league"], id="officer", name=called, kind="person", office=office)
        events = tuple(replace(event, recipients=(Party("officer"),)) for event in one.events)
        speaker = replace(one.statements[0], source=Party(("ardania", "belmark", "gulfia")["xyz".index(name)]))
        made.append(replace(one, actors={**one.actors, "officer": officer}, events=events, statements=(speaker,)))
    assert values(found(*made, one=True), "name of the lieutenant colonel") == {"Adan Orr", "Adan Ules"}


def test_which_side_broke_a_truce() -> None:
    """A breach laid to one side, which denies it."""
    agreed = Told("They agreed a truce.", "agreed", "AGREE", BOTH, talks="ceasefire", when="2031-05-03")
    charge = Told("Belmark broke it.", "broke", "TALKS", B, talks="violated", said="ardania")
    denial = Told("Belmark did not break it.", "break", "TALKS", B, talks="violated", reality="denied", said="belmark")
    made = found(reading("x", 3, agreed), reading("y", 5, agreed, charge), reading("z", 6, denial))
    assert values(made, "whether bel-belmark broke it") == {"broken", "denied"}


def test_a_breach_on_the_day_on_which_a_truce_begins_is_one_of_the_truce_before() -> None:
    """Though a report of that day tells of the new one."""
    truces = [
        Told("They agreed a truce.", "agreed", "AGREE", BOTH, talks="ceasefire", when=f"2031-05-{day:02}")
        for day in (3, 9)
    ]
    charge = Told("Belmark broke it.", "broke", "TALKS", B, talks="violated", said="ardania")
    denial = Told("Belmark did not break it.", "break", "TALKS", B, talks="violated", reality="denied", said="belmark")
    made = found(
        *(reading(f"a{at}", 3, truces[0]) for at in range(2)),
        *(reading(f"b{at}", 9, truces[1]) for at in range(2)),
        reading("y", 9, charge, denial),
    )
    (broken,) = [one for one in made if one.slot == "whether bel-belmark broke it"]
    assert broken.about.endswith("2031-05-03")


def test_how_a_round_ended() -> None:
    """Told days apart, by people who do not say the same."""
    failed = sat("x", 3, "Talks of Ardania and Belmark failed.", "failed", "ended-no-deal", said="ardania")
    signed = Told("They signed.", "signed", "SUPPORT", BOTH, talks="ended-deal", when="2031-05-03", said="belmark")
    assert values(found(failed, reading("y", 8, signed)), "result") == {"no deal", "a deal"}


def test_what_goes_on_may_end() -> None:
    """Talks that go on on one day and are over on the next are no dispute."""
    on = sat("x", 3, "Talks of Ardania and Belmark go on.", "go", "continued", said="ardania")
    off = sat("y", 4, "Talks of Ardania and Belmark failed.", "failed", "ended-no-deal", said="belmark")
    assert values(found(on, off), "state") is None


def test_an_outlet_tells_one_thing_after_another() -> None:
    """Two places in one outlet's own words are two places; in two reports they may be rivals."""
    assert not [one for one in found(*_placed("x", "x"), one=True) if one.slot == "where"]


def _placed(*names: str) -> list[Reading]:
    one = Told("Ardania shelled Ulm.", "shelled", "ASSAULT", A, B)
    two = Told("Ardania shelled Orr.", "shelled", "ASSAULT", A, B)
    return [reading(names[0], 1, one, two)]


def test_a_denied_act_is_not_another_act() -> None:
    """That nothing was signed does not deny that something was initialled."""
    one = Told("Ardania initialled the treaty.", "initialled", "SUPPORT", A, said="ardania")
    two = Told("Ardania did not ratify it.", "ratify", "SUPPORT", A, reality="denied", said="belmark")
    same = Told("Ardania never initialled it.", "initialled", "SUPPORT", A, reality="denied", said="belmark")
    assert values(found(reading("x", 1, one), reading("y", 1, two), one=True), "whether") is None
    assert values(found(reading("x", 1, one), reading("y", 1, same), one=True), "whether") == {"told", "denied"}


def test_the_whole_and_a_part() -> None:
    """Who tells of two, and of 24 in all, does not contradict somebody who tells of at least 22."""
    parts = [
        Told(f"{words} people died.", "died", "ASSAULT", A, B, killed=(words, number, number), said="belmark")
        for words, number in (("Two", 2), ("In all, 24", 24))
    ]
    other = Told("At least 22 people died.", "died", "ASSAULT", A, B, killed=("At least 22", 22, None), said="gulfia")
    assert values(found(reading("x", 1, *parts), reading("y", 1, other), one=True), "killed") is None
    assert values(found(reading("x", 1, parts[0]), reading("y", 1, other), one=True), "killed") == {"2", "22+"}
