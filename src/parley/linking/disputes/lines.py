"""What single events tell, with who claims it: the lines that disputes are found among."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal, TypeVar, cast

from parley.linking.casting import Casting
from parley.linking.days import told_to_the_day
from parley.linking.incidents.words import stems
from parley.linking.telling import Teller
from parley.record import Event, Evidence, Party, Reading, Ref, Span

__all__ = ["Bearing", "Book", "Line", "Saying", "by_day"]

Noted = TypeVar("Noted")
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


class Book:
    """The lines of all readings; `among` some sides also what these do and suffer beside talks."""

    def __init__(self, teller: Teller | None = None, names: Mapping[str, frozenset[str]] | None = None) -> None:
        self._teller = teller or Teller()
        self.names: Mapping[str, frozenset[str]] = names if names is not None else {}
        """Of every side known across reports the beginnings of the names of all who act for it."""
        self._lines: dict[str, tuple[Line, ...]] = {}
        self._noted: dict[str, dict[Hashable, object]] = {}
        self._raw: dict[str, frozenset[str]] = {}
        self._beside: dict[tuple[str, Bearing], dict[Ref, Line]] = defaultdict(dict)
        self._sides: frozenset[str] = frozenset()

    def update(self, teller: Teller, reports: Iterable[str]) -> set[tuple[str, Bearing]]:
        """Make the lines of some reports anew, or forget them; gives of which sides anything beside talks is or was
        told, and what it is.

        `teller` and `names` are of the present already.
        """
        self._teller = teller
        touched: set[tuple[str, Bearing]] = set()
        for report in reports:
            for line in self._lines.pop(report, ()):
                touched.update(self._index(line, known=False))
            self._raw.pop(report, None)
            self._noted.pop(report, None)
            if report in self.readings:
                self._lines[report] = self._made(report)
                for line in self._lines[report]:
                    touched.update(self._index(line, known=True))
        return touched

    def telling_of(self, sides: Iterable[str]) -> set[str]:
        """The reports in which any of these sides speaks or takes part, known across reports or not."""
        wanted = set(sides)
        return {report for report, told in self._raw.items() if not wanted.isdisjoint(told)} if wanted else set()

    def among(self, sides: frozenset[str]) -> Book:
        """The same book, that also tells what those sides do and suffer beside talks."""
        seen = copy(self)
        seen._sides = sides
        return seen

    @property
    def readings(self) -> Mapping[str, Reading]:
        """By report."""
        return self._teller.readings

    @property
    def casting(self) -> Casting:
        """Who is who."""
        return self._teller.casting

    def line(self, ref: Ref) -> Line:
        """The line of an event."""
        return self._lines[ref.report][ref.index]

    def lines(self, refs: Iterable[Ref]) -> list[Line]:
        """Those of several, in the order of their days."""
        return sorted(map(self.line, refs), key=by_day)

    def of(self, report: str) -> Sequence[Line]:
        """Those of one report, in the order in which it tells them."""
        return self._lines.get(report, ())

    def beside(self, what: Bearing) -> list[Line]:
        """What its sides do or suffer beside talks, in the order of days."""
        found = {ref: line for side in self._sides for ref, line in self._beside.get((side, what), {}).items()}
        return sorted(found.values(), key=by_day)

    def noted(self, report: str, what: Hashable, found: Callable[[], Noted]) -> Noted:
        """What was found out about a report, which is remembered as long as nothing about it changes."""
        known = self._noted.setdefault(report, {})
        if what not in known:
            known[what] = found()
        return cast("Noted", known[what])

    def _index(self, line: Line, *, known: bool) -> Iterator[tuple[str, Bearing]]:
        for what in line.bearings:
            for side in line.doers | line.others:
                if known:
                    self._beside[side, what][line.ref] = line
                else:
                    self._beside[side, what].pop(line.ref, None)
                yield side, what

    def _made(self, report: str) -> tuple[Line, ...]:
        raw: set[str] = set()
        made = tuple(self._line(Ref(report, "event", index), raw) for index in range(len(self.readings[report].events)))
        self._raw[report] = frozenset(raw)
        return made

    def saying(self, ref: Ref) -> Saying:
        """A statement, or an event, as a claim."""
        reading, claim = self.readings[ref.report], self._teller.evidence(ref)
        speaker = claim.claimant
        known = self._known(self.casting.sides(speaker.id))
        return Saying(ref, reading, claim, frozenset((speaker.id,)) if speaker.own_voice else known)

    def _line(self, ref: Ref, raw: set[str]) -> Line:
        """The line of an event; notes its sides, known across reports or not."""
        said = self.saying(ref)
        event = said.reading.events[ref.index]
        doers, others = self._parties(ref, event.actors), self._parties(ref, event.recipients)
        raw |= doers | others | self.casting.sides(said.evidence.claimant.id)
        return Line(ref, said.reading, said.evidence, said.by, self._known(doers), self._known(others))

    def _parties(self, ref: Ref, parties: Sequence[Party]) -> frozenset[str]:
        ids = (self.casting.of(ref.report, party.actor) for party in parties)
        return frozenset(side for one in ids for side in self.casting.sides(one))

    def _known(self, sides: frozenset[str]) -> frozenset[str]:
        """Of several sides those known across reports, where any is: the others are parts of them or badly read."""
        return frozenset(side for side in sides if side in self.names) or sides


def by_day(line: Saying) -> tuple[str, str, str, int]:
    """By what lines stand in order."""
    return line.order
