"""The lines of all readings, kept up as these come and go."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from copy import copy
from datetime import date, timedelta
from typing import TypeVar, cast

from parley.linking.casting import Casting
from parley.linking.disputes.beside import Beside, Telling
from parley.linking.disputes.callings import roots
from parley.linking.disputes.lines import Bearing, Line, Saying, by_day
from parley.linking.disputes.rivals import Apart, Past, Values, others
from parley.linking.telling import Teller
from parley.record import Dispute, Evidence, Party, Reading, Ref
from parley.record.dispute import Verdict

__all__ = ["Book"]

Noted = TypeVar("Noted")
Said = TypeVar("Said", bound=Saying)

_Face = tuple[Reading, tuple[Evidence, ...], list[frozenset[str]], dict[str, tuple[str, str]]]
"""What there is to tell of a report beside its lines: its statements as claims, and the sides of its actors, with what
these are called and of what kind they are."""


class Book:
    """The lines of all readings; `among` some sides also what these do and suffer beside talks."""

    def __init__(self, teller: Teller | None = None, names: Mapping[str, frozenset[str]] | None = None) -> None:
        self._teller = teller or Teller()
        self.names: Mapping[str, frozenset[str]] = names if names is not None else {}
        """Of every side known across reports the beginnings of the names of all who act for it."""
        self._lines: dict[str, tuple[Line, ...]] = {}
        self._noted: dict[str, dict[Hashable, object]] = {}
        self._raw: dict[str, frozenset[str]] = {}
        self._faces: dict[str, _Face] = {}
        self.changed: set[str] = set()
        """The reports of which the last update has anything to tell that is not as it was."""
        self._beside = Beside()
        self._sides: frozenset[str] = frozenset()
        self._past = Past()
        self._called: dict[frozenset[str], Mapping[str, frozenset[str]]] = {}
        self.asked: set[tuple[Bearing, date]] = set()
        """What was asked for beside talks, of which days."""

    def update(self, teller: Teller, reports: Iterable[str]) -> set[Telling]:
        """Make the lines of some reports anew, or forget them; gives what is or was told beside talks, of which sides
        and days.

        `teller` and `names` are of the present already.
        """
        self._teller = teller
        self._called = {}
        self.changed = set()
        touched: set[Telling] = set()
        for report in reports:
            self._raw.pop(report, None)
            self._noted.pop(report, None)
            old, face = self._lines.pop(report, ()), self._faces.pop(report, None)
            if report in self.readings:
                self._lines[report] = self._made(report, {line.ref: line for line in old})
                self._faces[report] = self._face(report)
            new = self.of(report)
            if new != old or face != self._faces.get(report):
                self.changed.add(report)
                touched.update(*(self._beside.drop(line) for line in set(old).difference(new)))
                touched.update(*(self._beside.put(line) for line in set(new).difference(old)))
        return touched

    def telling_of(self, sides: Iterable[str]) -> set[str]:
        """The reports in which any of these sides speaks or takes part, known across reports or not."""
        wanted = set(sides)
        return {report for report, told in self._raw.items() if not wanted.isdisjoint(told)} if wanted else set()

    def among(self, sides: frozenset[str], past: Past) -> Book:
        """The same book, that also tells what those sides do and suffer beside talks, and what is disputed there."""
        seen = copy(self)
        seen._sides, seen._past, seen.asked = sides, past, set()
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

    def beside(self, what: Bearing, first: date, last: date) -> set[Line]:
        """What its sides do or suffer beside talks on some days, of which the last is in."""
        self.asked.update((what, first + timedelta(after)) for after in range((last - first).days + 1))
        return {line for side in self._sides for line in self._beside.on(side, what, first, last)}

    def dispute(
        self, about: str, slot: str, values: Values[Said], kind: Verdict = "conflict", apart: Apart[Said] = others
    ) -> Dispute | None:
        """The dispute about a slot of talks, as it was where the same lines claim its values (`Past`)."""
        return self._past.dispute(about, slot, values, kind, apart)

    def called(self, sides: frozenset[str]) -> Mapping[str, frozenset[str]]:
        """Of some of the sides known across reports the beginnings of names that only they have among these.

        That of a country is its own, whoever else bears it.
        """
        if sides not in self._called:
            self._called[sides] = _called(sides, self)
        return self._called[sides]

    def noted(self, report: str, what: Hashable, found: Callable[[], Noted]) -> Noted:
        """What was found out about a report, which is remembered as long as nothing about it changes."""
        known = self._noted.setdefault(report, {})
        if what not in known:
            known[what] = found()
        return cast("Noted", known[what])

    def _made(self, report: str, old: Mapping[Ref, Line]) -> tuple[Line, ...]:
        """The lines of a report; one that tells what it told before is the same."""
        raw: set[str] = set()
        made = [self._line(Ref(report, "event", index), raw) for index in range(len(self.readings[report].events))]
        self._raw[report] = frozenset(raw)
        known = (old.get(line.ref) for line in made)
        return tuple(was if was and was.tells(line) else line for line, was in zip(made, known, strict=True))

    def _face(self, report: str) -> _Face:
        reading, casting = self.readings[report], self.casting
        told = range(len(reading.statements))
        said = tuple(self._teller.evidence(Ref(report, "statement", index)) for index in told)
        sides = [casting.sides(casting.of(report, actor)) for actor in reading.actors]
        known = {side: one for side in frozenset().union(*sides) if (one := casting.actors.get(side))}
        return reading, said, sides, {side: (one.name, one.kind) for side, one in known.items()}

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


def _called(sides: Iterable[str], book: Book) -> Mapping[str, frozenset[str]]:
    shared = Counter(root for side in sides for root in book.names[side])
    countries = [side for side in sorted(sides) if book.casting.actors[side].kind == "state"]
    first = {root: side for side in countries for root in roots(book.casting.actors[side].name)}
    return {
        side: frozenset(root for root in book.names[side] if shared[root] == 1 or first.get(root) == side)
        for side in sides
    }
