"""Who speaks in a report, how much, and on which day."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from parley.linking.casting import Casting
from parley.linking.claims import day_of
from parley.linking.origins_credits import likeness, topic
from parley.record import Actor, Reading, Ref

__all__ = ["Heard", "Known", "Occasion", "Shifted", "Speakers"]

SAME = 0.4
"""The share of the words of one account of what somebody said that stand in another one of the same thing."""
FEW = 4
""""He denied it" is like everything."""

Days = Mapping[Ref, date]
"""Statements told without a day that were made on another one, as other reports tell."""

Occasion = tuple[str, date | None]
"""A speaker, as the id of a Canon, and a day: what one source says on one day is one origin."""


Voices = Mapping[str, str]
"""Spokespersons by the ids of those they speak for: both are one source."""


@dataclass(frozen=True, slots=True)
class Known:
    """What all reports together tell about who speaks when; `states` are by country (ISO 3166 alpha-3)."""

    casting: Casting
    voices: Voices = field(default_factory=dict)
    days: Days = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)


class Speakers:
    """The sources of one report's statements; whoever speaks for a body is that body."""

    def __init__(self, reading: Reading, known: Known) -> None:
        self.reading, self.casting, self.states = reading, known.casting, known.states
        self._days, self._voices = known.days, known.voices

    def of(self, index: int) -> Occasion | None:
        """Who makes a statement, and when; None where its source is open."""
        source = self.reading.statements[index].source
        local = self.reading.actors.get(source.actor) if source else None
        return (self._speaker(local), self._day(index)) if local else None

    def public(self) -> Iterator[tuple[int, Occasion]]:
        """The statements of named sources other than media, by their index."""
        for index, said in enumerate(self.reading.statements):
            local = self.reading.actors.get(said.source.actor) if said.source else None
            if local and local.name and local.kind not in ("anonymous", "media"):
                yield index, (self._speaker(local), self._day(index))

    def _day(self, index: int) -> date | None:
        return self._days.get(Ref(self.reading.report.id, "statement", index)) or day_of(self.reading, index)

    def shares(self) -> Mapping[Occasion, int]:
        """Characters attributed to each; what stands inside another's statement counts for that one only."""
        shares: dict[Occasion, int] = defaultdict(int)
        for index, said in enumerate(self.reading.statements):
            occasion = self.of(index) if said.within is None else None
            if occasion:
                shares[occasion] += sum(piece.end - piece.start for piece in said.content)
        return self._joined(shares)

    def _joined(self, shares: Mapping[Occasion, int]) -> Mapping[Occasion, int]:
        """A speaker whom the report quotes with a day and without has spoken once: on the day told."""
        published = self.reading.report.published
        days: dict[str, list[date]] = defaultdict(list)
        for speaker, day in shares:
            if day and day != published:
                days[speaker].append(day)
        joined: dict[Occasion, int] = defaultdict(int)
        for (speaker, day), size in shares.items():
            other = max(days[speaker], default=None)
            joined[speaker, other if day == published and other and self._next(other) else day] += size
        return joined

    def _next(self, day: date) -> bool:
        """Whether a day is the one before publication."""
        published = self.reading.report.published
        return published is not None and (published - day).days == 1

    def _speaker(self, local: Actor) -> str:
        """Who it is in the record, or the body that they speak for."""
        known = self.casting.of(self.reading.report.id, local.id)
        return self._voices.get(known, known)


class Heard:
    """Spokespersons, with the body that most reports have them speak for.

    That is whom they act for; where that is a state, the one ministry of it that the report quotes beside them.
    """

    def __init__(self) -> None:
        self.voices: Voices = {}
        self._told: dict[str, tuple[tuple[str, str], ...]] = {}
        self._counts: dict[str, Counter[str]] = defaultdict(Counter)

    def update(self, readings: Iterable[Reading], gone: Iterable[str], casting: Casting) -> set[str]:
        """Hear some reports anew and forget others; gives the spokespersons who speak for somebody else now."""
        new = {reading.report.id: tuple(_spoken_for(reading, casting)) for reading in readings}
        for report in (*new, *gone):
            for voice, body in self._told.pop(report, ()):
                self._counts[voice][body] -= 1
        for report, told in new.items():
            self._told[report] = told
            for voice, body in told:
                self._counts[voice][body] += 1
        old, self.voices = self.voices, self._most()
        return {voice for voice in old.keys() | self.voices.keys() if old.get(voice) != self.voices.get(voice)}

    def _most(self) -> Voices:
        heard = {voice: +bodies for voice, bodies in self._counts.items()}
        most = {voice: min(bodies, key=lambda body: (-bodies[body], body)) for voice, bodies in heard.items() if bodies}
        return {voice: body for voice, body in most.items() if body not in most}


def _spoken_for(reading: Reading, casting: Casting) -> Iterator[tuple[str, str]]:
    bodies = _quoted_bodies(reading)
    for local in reading.actors.values():
        above = reading.actors.get(local.acts_for or "")
        body = (bodies.get(above.id) if above.kind == "state" else above.id) if above else None
        if body and _speaks_for_others(local):
            yield casting.of(reading.report.id, local.id), casting.of(reading.report.id, body)


def _quoted_bodies(reading: Reading) -> Mapping[str, str]:
    """By state the one ministry of it that is quoted in a report."""
    found: dict[str, set[str]] = defaultdict(set)
    for said in reading.statements:
        actor = reading.actors.get(said.source.actor) if said.source else None
        if actor and actor.kind == "government" and actor.acts_for:
            found[actor.acts_for].add(actor.id)
    return {state: next(iter(bodies)) for state, bodies in found.items() if len(bodies) == 1}


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement of many words: on the day that is told or, where it is `open`, that of its report."""

    ref: Ref
    occasion: Occasion
    about: frozenset[str]
    open: bool


class Shifted:
    """The statements that belong to the day before their report: it tells no day for them, another report does.

    The two must be of one speaker and tell much the same: a paper of the next morning often leaves the day out.
    """

    def __init__(self) -> None:
        self.days: dict[Ref, date] = {}
        self._said: dict[str, tuple[_Said, ...]] = {}
        self._told: dict[Occasion, dict[Ref, frozenset[str]]] = defaultdict(dict)
        self._open: dict[Occasion, dict[Ref, frozenset[str]]] = defaultdict(dict)

    def update(self, readings: Iterable[Reading], gone: Iterable[str], heard: Known) -> set[str]:
        """Hear some reports anew and forget others; gives those whose statements are of other days now."""
        new = {reading.report.id: tuple(_said(reading, heard)) for reading in readings}
        old = [one for report in (*new, *gone) for one in self._said.pop(report, ())]
        said = [one for told in new.values() for one in told]
        self._said |= new
        for one in old:
            self._shelf(one)[one.occasion].pop(one.ref, None)
        for one in said:
            self._shelf(one)[one.occasion][one.ref] = one.about
        changed = {one.ref.report for one in old if self.days.pop(one.ref, None) is not None}
        return changed | self._settle({one.occasion for one in (*old, *said)})

    def _shelf(self, one: _Said) -> dict[Occasion, dict[Ref, frozenset[str]]]:
        return self._open if one.open else self._told

    def _settle(self, occasions: Iterable[Occasion]) -> set[str]:
        changed = set()
        for occasion in occasions:
            told = self._told.get(occasion, {}).values()
            for ref, about in self._open.get(occasion, {}).items():
                before = self.days.pop(ref, None)
                if occasion[1] and any(likeness(about, other) >= SAME for other in told):
                    self.days[ref] = occasion[1]
                if before != self.days.get(ref):
                    changed.add(ref.report)
        return changed


def _said(reading: Reading, heard: Known) -> Iterator[_Said]:
    for index, (speaker, day) in Speakers(reading, heard).public():
        about = topic(" ".join(piece.quote(reading.report) for piece in reading.statements[index].content))
        if len(about) >= FEW and day is not None:
            is_open = day == reading.report.published
            ref = Ref(reading.report.id, "statement", index)
            yield _Said(ref, (speaker, day - timedelta(days=1) if is_open else day), about, is_open)


def _speaks_for_others(local: Actor) -> bool:
    return "spokes" in f"{local.office or ''} {local.name or ''}".casefold()
