"""What single events tell, with who claims it: the lines that disputes are found among."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from parley.linking.days import told_to_the_day
from parley.linking.incidents.words import stems
from parley.record import Event, Evidence, Party, Reading, Ref, Span

__all__ = ["Bearing", "Line", "Saying", "by_day"]

SPEECH = frozenset("ACCUSE REJECT CONCEDE REQUEST THREATEN".split())
"""Types of acts that are done by speaking."""
Bearing = Literal["fight", "reproach", "pledge"]
"""An attack, an accusation or a refusal that somebody else tells of, a promise."""


@dataclass(frozen=True, eq=False)
class Saying:
    """One finding as a claim; `by` are the sides of who claims it: of an outlet in its own voice the claimant."""

    ref: Ref
    reading: Reading
    evidence: Evidence
    by: frozenset[str]

    @cached_property
    def order(self) -> tuple[str, str, str, int]:
        """By what lines stand in order: the day, then the finding."""
        ref = self.ref
        return str(self.evidence.day or "9999"), ref.report, ref.kind, ref.index

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

    def tells(self, other: Line) -> bool:
        """Whether it says all that another line of the same event does."""
        same = self.reading is other.reading and self.evidence == other.evidence
        return same and (self.by, self.doers, self.others) == (other.by, other.doers, other.others)

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
    def days(self) -> tuple[date, ...]:
        """The first day of every time told to the day."""
        told = (told_to_the_day(when.date) for when in self.event.when if when.date)
        return tuple(days[0] for days in told if days)

    @property
    def bearings(self) -> Iterator[Bearing]:
        """What it may be that bears on talks without being about them."""
        event = self.event
        if self.told and event.type == "ASSAULT":
            yield "fight"
        refuses = event.type == "REJECT" and event.aspect != "denial" and not self.by & self.doers
        if self.told and (event.type == "ACCUSE" or refuses):
            yield "reproach"
        if event.aspect == "pledge" and not self.denied:
            yield "pledge"

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


def by_day(line: Saying) -> tuple[str, str, str, int]:
    """By what lines stand in order."""
    return line.order
