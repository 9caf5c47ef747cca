"""What single events tell, with who claims it: the lines that disputes are found among."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from parley.linking.casting import Casting
from parley.linking.claims import evidence
from parley.linking.incidents.words import stems
from parley.linking.origins_index import Origins
from parley.record import Event, Evidence, Origin, Party, Reading, Ref, Span

__all__ = ["Book", "Line", "Saying", "by_day", "roots"]

PERSONAL = frozenset("person official anonymous media".split())
"""Kinds whose names are not those of a side."""
ROOT = 5
"""Letters that the name of a state and that of its people share ("Afghan", "Afghanistan")."""
SPEECH = frozenset("ACCUSE REJECT CONCEDE REQUEST THREATEN".split())
"""Types of acts that are done by speaking."""


@dataclass(frozen=True, eq=False)
class Saying:
    """One finding as a claim; `by` are the sides of who claims it: of an outlet in its own voice the claimant."""

    ref: Ref
    reading: Reading
    evidence: Evidence
    by: frozenset[str]

    @property
    def voices(self) -> frozenset[str]:
        """Who says it."""
        return frozenset((self.evidence.claimant.id,))

    def quote(self, spans: Iterable[Span]) -> str:
        """The words of some spans."""
        return " ".join(span.quote(self.reading.report) for span in spans)


@dataclass(frozen=True, eq=False)
class Line(Saying):
    """One event as a claim; `doers` and `others` are the sides that act and that it is done to."""

    doers: frozenset[str]
    others: frozenset[str]

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.reading.events[self.ref.index]

    @property
    def denied(self) -> bool:
        """Whether it is said not to have happened."""
        return self.event.reality == "denied"

    @property
    def told(self) -> bool:
        """Whether it is said to have happened."""
        return self.event.reality in ("actual", "hedged")

    @property
    def voices(self) -> frozenset[str]:
        """Who says it: of an act done by speaking that the outlet tells, those who do it."""
        spoken = self.evidence.claimant.own_voice and self.event.type in SPEECH
        return (self.doers if spoken else frozenset()) or super().voices

    @cached_property
    def word(self) -> str:
        """The trigger."""
        return self.event.trigger.quote(self.reading.report)

    @cached_property
    def words(self) -> frozenset[str]:
        """Stems of its content and its trigger, else of its sentence."""
        said = stems(self.quote(self.event.content)) | stems(self.word)
        return said if self.event.content else said | stems(self.quote((self.evidence.span,)))

    def kinds(self, parties: Sequence[Party]) -> frozenset[str]:
        """What kind of actors some parties are."""
        known = self.reading.actors
        return frozenset(known[party.actor].kind for party in parties if party.actor in known)


class Book:
    """The lines of all readings."""

    def __init__(self, readings: Iterable[Reading], casting: Casting, origins: Sequence[Origin]) -> None:
        self.readings: Mapping[str, Reading] = {reading.report.id: reading for reading in readings}
        self.casting = casting
        self._origins = Origins.over(origins)
        self._lines: dict[Ref, Line] = {}

    def line(self, ref: Ref) -> Line:
        """The line of an event."""
        if ref not in self._lines:
            self._lines[ref] = self._line(ref)
        return self._lines[ref]

    def lines(self, refs: Iterable[Ref]) -> list[Line]:
        """Those of several, in the order of their days."""
        return sorted(map(self.line, refs), key=by_day)

    @cached_property
    def all(self) -> list[Line]:
        """All of them."""
        return self.lines(
            Ref(report, "event", index)
            for report, reading in self.readings.items()
            for index in range(len(reading.events))
        )

    @cached_property
    def names(self) -> Mapping[str, frozenset[str]]:
        """Of every side known across reports the beginnings of the names of all who act for it."""
        found: dict[str, set[str]] = {}
        for actor in self.casting.actors.values():
            side = self.casting.side(actor.id)
            known = self.casting.actors.get(side)
            if known and (known.country or known.registry) and actor.kind not in PERSONAL:
                found.setdefault(side, set()).update(roots(" ".join((actor.name, *actor.names))))
        return {side: frozenset(told) for side, told in found.items()}

    def saying(self, ref: Ref) -> Saying:
        """A statement, or an event, as a claim."""
        reading = self.readings[ref.report]
        claim = evidence(reading, ref, self.casting, self._origins)
        speaker = claim.claimant
        known = self._known(self.casting.sides(speaker.id))
        return Saying(ref, reading, claim, frozenset((speaker.id,)) if speaker.own_voice else known)

    def _line(self, ref: Ref) -> Line:
        said = self.saying(ref)
        event = said.reading.events[ref.index]
        doers, others = self._sides(ref, event.actors), self._sides(ref, event.recipients)
        return Line(ref, said.reading, said.evidence, said.by, doers, others)

    def _sides(self, ref: Ref, parties: Sequence[Party]) -> frozenset[str]:
        ids = (self.casting.of(ref.report, party.actor) for party in parties)
        return self._known(frozenset(side for one in ids for side in self.casting.sides(one)))

    def _known(self, sides: frozenset[str]) -> frozenset[str]:
        """Of several sides those known across reports, where any is: the others are parts of them or badly read."""
        return frozenset(side for side in sides if side in self.names) or sides


def by_day(line: Saying) -> tuple[str, Ref]:
    """By what lines stand in order."""
    return str(line.evidence.day or "9999"), line.ref


def roots(text: str) -> frozenset[str]:
    """The beginnings of the capitalised words of a text."""
    words = re.findall(r"\w+", text)
    return frozenset(word[:ROOT].casefold() for word in words if word[:1].isupper() and len(word) >= ROOT)
