"""A few reports on fighting, talks and demands, and judgements on what they tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from parley.linking.judging import Places, passages_of
from parley.linking.judging.things import things
from parley.linking.link import link
from parley.record import (
    Actor,
    Event,
    Figure,
    Judgement,
    Mention,
    Outlet,
    Party,
    Reading,
    Record,
    Report,
    Sentence,
    Statement,
    refind,
)
from parley.record.judgement import Verb
from parley.registry import Registry

REGISTRY = Registry.open()
START = datetime(2031, 3, 10, 9, tzinfo=UTC)
TYPES = {"bombed": "ASSAULT", "demands": "REQUEST", "opened": "TALKS", "met": "TALKS"}


def reading(id_: str, outlet: str, day: int, *sentences: str) -> Reading:
    """A report whose sentences are events by their verb, told by North's minister where they begin "Vale said"."""
    report = Report(id_, "\n".join(sentences), outlet=Outlet(outlet), published=date(2031, 3, day))
    actors = {name: Actor(name, name, "state", code) for name, code in (("North", "NTH"), ("South", "STH"))}
    actors["Vale"] = Actor("Vale", "Vale", "person", acts_for="North")
    events, statements, placed, start = [], [], [], 0
    for number, sentence in enumerate(sentences):
        span = report.span(start, start + len(sentence))
        placed.append(Sentence(span, number))
        if sentence.startswith("Vale said "):
            cue = report.span(start + 5, start + 9)
            content = (report.span(start + 10, span.end),)
            statements.append(Statement(number, Party("Vale", report.span(start, start + 4)), cue, content, "indirect"))
        events.append(_event(report, number, start, sentence, len(statements) - 1 if statements else None))
        start = span.end + 1
    spoken = ((one.source.span, one.sentence) for one in statements if one.source)
    mentions = tuple(Mention(span, "Vale", sentence) for span, sentence in spoken if span)
    return Reading(report, tuple(placed), actors, mentions, tuple(statements), tuple(events))


def _event(report: Report, number: int, start: int, sentence: str, statement: int | None) -> Event:
    word = next(word for word in TYPES if word in sentence)
    at = start + sentence.index(word)
    digits = [word for word in sentence.split() if word.isdecimal()]
    first = start + sentence.index(digits[0]) if digits else 0
    killed = (Figure(report.span(first, first + len(digits[0])), int(digits[0]), int(digits[0])),) if digits else ()
    return Event(
        number,
        report.span(at, at + len(word)),
        TYPES[word],
        "actual",
        talks="opened" if TYPES[word] == "TALKS" else None,
        aspect="demand" if word == "demands" else None,
        statement=statement if sentence.startswith("Vale") else None,
        actors=(Party("North"),),
        recipients=(Party("South"),),
        killed=killed,
    )


READINGS = (
    reading("a", "Courier", 3, "North bombed South at Harad and killed 12 people", "North and South opened talks"),
    reading("b", "Herald", 4, "Vale said North bombed South near Okar and 40 died", "Vale said North demands a border"),
    reading("c", "Post", 9, "North and South met again", "Vale said North demands that South pull back its guns"),
    reading("d", "Post", 28, "Rockets bombed a market in Lorn"),
)


def linked(judgements: Sequence[Judgement] = (), readings: Sequence[Reading] = READINGS) -> Record:
    """The record of the readings as judged."""
    return link(readings, REGISTRY, None, judgements, places(judgements, readings))


def places(judgements: Sequence[Judgement], readings: Sequence[Reading]) -> Places:
    """Where the words now stand that judgements on READINGS rest on, as a store keeps them."""
    first = {one.report.id: one for one in READINGS}
    now = {one.report.id: one.report for one in readings}
    return {
        one.id: [
            refind(words, now[words.span.report]) if words.span.report in now else None
            for words in passages_of(one, first)
        ]
        for one in judgements
    }


def judgement(
    verb: Verb, target: str, *others: str, n: int = 0, user: str = "ann", field: str | None = None, value: str = ""
) -> Judgement:
    """The judgement numbered `n`, so many minutes after the start."""
    at = START + timedelta(minutes=n)
    return Judgement(f"j{n}", at, user, verb, target, others, field, value or None)


def renumbered(read: Reading) -> Reading:
    """What another reader would find: the same and one event before."""
    first = replace(read.events[0], trigger=read.report.span(0, 1), type="MAKE", killed=())
    return replace(read, events=(first, *read.events))


def targets() -> list[str]:
    """All that can be judged."""
    record = linked()
    found = [f"{one.report.id}#e{index}" for one in READINGS for index in range(len(one.events))]
    return [*found, *(one.id for one in things(record)), *(one.report.id for one in READINGS), "b#s0", "nothing"]


@st.composite
def logs(draw: st.DrawFn) -> list[Judgement]:
    """Any log by two people, with undos; most of it fits what it is about."""
    ids = st.sampled_from(targets())
    verbs: st.SearchStrategy[Verb] = st.sampled_from(
        ["accept", "reject", "correct", "merge", "split", "name", "resolve", "fulfil", "undo"]
    )
    fields = st.sampled_from(
        [("type", "AID"), ("killed", "3-5"), ("when", "2031-03-02"), ("kind", "pledge"), ("x", "y")]
    )
    made: list[Judgement] = []
    for number in range(draw(st.integers(0, 8))):
        verb = draw(verbs)
        field, value = draw(fields)
        plain = {"resolve": "later-update", "fulfil": "2", "name": "Peace talks"}.get(verb, value)
        target = f"j{draw(st.integers(0, number - 1))}" if verb == "undo" and number else draw(ids)
        others = draw(st.lists(ids, min_size=1, max_size=2)) if verb in ("merge", "split") else []
        named = field if verb == "correct" else None
        user = draw(st.sampled_from(["ann", "ben"]))
        made.append(judgement(verb, target, *others, n=number, user=user, field=named, value=plain))
    return made
