"""Moves that are about a truce or a meeting: those are told apart by which one, not by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from parley.linking.casting import Casting
from parley.linking.demands.rules import Part
from parley.linking.incidents.words import stems
from parley.linking.talks.named import Named
from parley.linking.talks.sittings import which
from parley.linking.talks.word import Word
from parley.record import Event, Party, Reading, Ref

__all__ = ["Speaking", "Tie", "Ties", "may_be_tied", "rank"]

Topic = Literal["truce", "meeting", "staying"]
TRUCE = re.compile(r"\b(ceasefire|cease-fire|truce|hostilities|armistice)\b", re.IGNORECASE)
PAUSE = stems("pause halt stop fighting restraint calm")
"""What a request that asks for a truce speaks of; the latter only where it speaks of little else."""
TALK = stems("stay leave table talks talk negotiations negotiate dialogue resume return meet engage continue")
"""What a request to go on talking speaks of."""
LITTLE = 2
"""Stems."""
PART_OF_TRUCE = {
    "AGREE actual": Part("answer", "pledge", "accepted"),
    "AGREE hedged": Part("answer", "pledge", "accepted"),
    "CONCEDE actual": Part("answer", "pledge", "accepted"),
    "SUPPORT actual": Part("answer", "pledge", "accepted"),
    "AGREE planned": Part("give", "pledge", "repeated"),
    "AGREE denied": Part("answer", "pledge", "rejected"),
    "RETREAT actual": Part("answer", "pledge", "fulfilled"),
    "RETREAT planned": Part("give", "pledge", "repeated"),
    "RETREAT requested": Part("echo", "demand", "raised"),
    "RETREAT denied": Part("answer", "pledge", "broken"),
}
"""By type and reality, of events that say that a truce is."""
MEETING = frozenset(("scheduled", "agreed"))
STAYING = frozenset(("resumed", "extended", "continued"))


@dataclass(frozen=True, slots=True)
class Tie:
    """The truce or sitting that a move is about, under its talks, and what move it is there."""

    topic: Topic
    about: str
    talks: str
    part: Part


@dataclass(frozen=True, slots=True)
class Speaking:
    """The talks that those events of a report speak of that may be about a truce or meeting, and the sides in these."""

    talks: frozenset[str]
    sides: frozenset[str]


class Ties:
    """The words that some reports have on talks, to be asked what their moves are about."""

    def __init__(self, talks: Sequence[Named], casting: Casting, reports: Set[str]) -> None:
        self._casting = casting
        telling = (named for named in talks if not named.reports.isdisjoint(reports))
        words = ((named, word) for named in telling for word in named.process.words)
        self._words = {word.ref: (named, word) for named, word in words if word.ref.report in reports}
        self._by_side: dict[str, list[Named]] = {}
        for named in talks:
            for side in named.process.sides:
                self._by_side.setdefault(side, []).append(named)

    def of(self, ref: Ref, event: Event, reading: Reading) -> Tie | None:
        """What a move is tied to; None for all others."""
        if not may_be_tied(event):
            return None
        known = self._spoken(ref, event, reading)
        if known is None:
            return None
        named, word = known
        topic, part = _asked(event, reading, self._between(event, reading, named)) or _role(event)
        if topic is None or part is None:
            return None
        return Tie(topic, _truce(named, word) if topic == "truce" else named.about(word), named.process.id, part)

    def speaking(self, reading: Reading) -> Speaking:
        """What a report says that may be about a truce or a meeting."""
        told = [(at, one) for at, one in enumerate(reading.events) if may_be_tied(one)]
        spoken = (self._spoken(Ref(reading.report.id, "event", at), one, reading) for at, one in told)
        sides = (self.sides(reading, (*one.actors, *one.recipients)) for _, one in told)
        return Speaking(
            frozenset(known[0].process.id for known in spoken if known), frozenset(chain.from_iterable(sides))
        )

    def _spoken(self, ref: Ref, event: Event, reading: Reading) -> tuple[Named, Word] | None:
        return self._words.get(ref) or self._unsaid(ref, event, reading)

    def _between(self, event: Event, reading: Reading, named: Named) -> bool:
        """Whether those who act in an event are none of the sides of the talks."""
        sides = self.sides(reading, event.actors)
        return bool(sides) and not sides & named.process.sides

    def sides(self, reading: Reading, parties: Sequence[Party]) -> frozenset[str]:
        """The sides of some parties of a report."""
        ids = (self._casting.of(reading.report.id, party.actor) for party in parties)
        return frozenset(side for one in ids for side in self._casting.sides(one))

    def _unsaid(self, ref: Ref, event: Event, reading: Reading) -> tuple[Named, Word] | None:
        """The talks of which an event that names no state of them speaks: those between sides that it names."""
        sides = self.sides(reading, (*event.actors, *event.recipients))
        fitting = [named for side in sides for named in self._by_side.get(side, ())]
        if not fitting:
            return None
        named = max(fitting, key=lambda one: (len(one.process.sides & sides), *rank(one)))
        dates = tuple(when.date for when in event.when if when.date)
        return named, Word(ref, event, "talks", "continued", sides, frozenset(), dates, None, reading.report.published)


def rank(named: Named) -> tuple[int, str]:
    """Of talks with as many of the sides of an event it speaks of those with most words."""
    return len(named.process.words), named.process.id


def may_be_tied(event: Event) -> bool:
    """Whether an event is a move about a truce or a meeting, if any talks are known of which it speaks."""
    return (event.type == "REQUEST" and event.reality != "denied") or all(_role(event))


def _role(event: Event) -> tuple[Topic | None, Part | None]:
    if event.talks == "violated":
        kept = event.reality in ("denied", "hypothetical")
        return "truce", Part("give", "pledge", "repeated") if kept else Part("answer", "pledge", "broken")
    if event.talks == "ceasefire" or (event.type == "RETREAT" and "ceasefire" in event.modes):
        return "truce", PART_OF_TRUCE.get(f"{event.type} {event.reality}")
    if event.type == "CONSULT" and event.talks == "opened" and event.reality == "actual":
        return "meeting", Part("answer", "pledge", "fulfilled")
    if event.type != "AGREE":
        return None, None
    if event.talks in MEETING:
        return "meeting", Part("give", "pledge", "raised")
    if event.talks in STAYING and event.reality != "denied":
        return "staying", Part("answer", "pledge", "accepted")
    return None, None


def _asked(event: Event, reading: Reading, between: bool) -> tuple[Topic, Part] | None:
    """What a request asks for, if it is a truce or to go on talking; `between`: by somebody between the sides."""
    if event.type != "REQUEST" or event.reality == "denied":
        return None
    words = " ".join(span.quote(reading.report) for span in event.content)
    told = stems(words)
    part = Part("ask", "appeal" if between or event.aspect == "appeal" else "demand", "raised")
    if (
        TRUCE.search(words)
        or (told & PAUSE and len(told) <= LITTLE)
        or ("yield" in event.modes and between and not told)
    ):
        return "truce", part
    if "yield" in event.modes and event.talks == "proposed":
        return "truce", part
    if event.talks in STAYING or (between and (told & TALK or not told or "meet" in event.modes)):
        return "staying", part
    return None


def _truce(named: Named, word: Word) -> str:
    """The truce that a word is about, whichever track its state is on."""
    found = which(replace(word, track="truce", state="ceasefire"), list(named.truces.values()))
    return next((id_ for id_, one in named.truces.items() if one is found), named.process.id)
