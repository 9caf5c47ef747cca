"""How reports number rounds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from parley.linking.link import link
from parley.linking.talks.numbering import numbers_told
from parley.record import Actor, Event, Outlet, Party, Place, Reading, Report, Sentence, When
from parley.registry import Registry

REGISTRY = Registry.open()


def reading(id_: str, outlet: str, text: str) -> Reading:
    """A report of one sentence, in which North and South "opened" talks in Muscat on 5 May 2031."""
    report = Report(id_, text, outlet=Outlet(outlet), published=date(2031, 5, 6))
    at = {word: text.index(word) for word in ("opened", "Muscat", "Monday")}
    spans = {word: report.span(start, start + len(word)) for word, start in at.items()}
    event = Event(
        0,
        spans["opened"],
        "CONSULT",
        "actual",
        talks="opened",
        actors=(Party("North"), Party("South")),
        place=(Place(spans["Muscat"]),),
        when=(When(spans["Monday"], "2031-05-05", "resolved"),),
    )
    actors = {name: Actor(name, name, "state", code) for name, code in (("North", "NTH"), ("South", "STH"))}
    return Reading(report, (Sentence(report.span(0, len(text)), 0),), actors, events=(event,))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("the third round of talks", ["third round"]),
        ("their 3rd and final round", ["third round"]),
        ("round two of the negotiations", ["second round"]),
        ("a 13th round", ["13th round"]),
        ("the second phase of the peace talks", ["second phase"]),
        ("the second phase of the truce", []),
        ("the first session of the talks", []),
        ("a round of talks", []),
    ],
)
def test_numbers_of_rounds_are_read(words: str, told: list[str]) -> None:
    """Not those of sessions, nor of what is no talks."""
    read = reading("a", "Dawn", f"North and South opened {words} in Muscat on Monday.")
    assert numbers_told(read) == ({0: told} if told else {})


def test_a_number_belongs_to_the_event_that_is_nearest() -> None:
    """ "Opened the third round after the second was adjourned" numbers what opened the third."""
    text = "North and South opened the third round in Muscat on Monday; the collapsed second round was in May."
    read = reading("a", "Dawn", text)
    start = text.index("collapsed")
    fell = replace(read.events[0], trigger=read.report.span(start, start + 9), talks="ended-no-deal", when=())
    assert numbers_told(replace(read, events=(*read.events, fell))) == {0: ["third round"], 1: ["second round"]}


def test_rounds_keep_every_number_told_and_who_tells_it() -> None:
    """Rival numbers stand beside each other and beside ours."""
    texts = {"Dawn": "the first round", "Herald": "the first round", "Post": "the third round", "Sun": "talks"}
    readings = [
        reading(outlet, outlet, f"North and South opened {words} in Muscat on Monday.")
        for outlet, words in texts.items()
    ]
    (talks,) = link(readings, REGISTRY).talks
    (found,) = talks.rounds
    told = {one.value: [place.claimant.name for place in one.evidence] for one in found.told}
    assert (found.number, told) == (1, {"first round": ["Dawn", "Herald"], "third round": ["Post"]})
