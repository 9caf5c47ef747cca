"""A process with its rounds and truces, each under a name that stays as reports are added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from parley.linking.casting import Casting
from parley.linking.days import iso
from parley.linking.talks.processes import Process
from parley.linking.talks.sittings import Sitting, dates, rounds, truces, which
from parley.linking.talks.word import Word
from parley.record import Evidence, Ref, Round, Talks, Truce, Version
from parley.record.talks import Track

__all__ = ["Named", "name", "talks_of"]

Telling = Callable[[Ref], Evidence]
OFTEN = 2
"""So many events must put somebody between the sides before he counts as their mediator."""


@dataclass(frozen=True)
class Named:
    """A process, its sittings by id, and who mediates it; `told` are its words in order, each with what it is about."""

    process: Process
    rounds: Mapping[str, Sitting]
    truces: Mapping[str, Sitting]
    told: Sequence[tuple[Word, str]] = field(default=(), compare=False)

    @cached_property
    def mediators(self) -> frozenset[str]:
        """Those who stand between the sides in several tellings."""
        counts = Counter(helper for word in self.process.words for helper in word.helpers - self.process.sides)
        return frozenset(one for one, count in counts.items() if count >= OFTEN)

    def sittings(self, track: Track) -> Mapping[str, Sitting]:
        """The rounds or the truces."""
        return self.rounds if track == "talks" else self.truces

    @cached_property
    def shape(self) -> object:
        """All that what a word is about depends on, the word apart."""
        sittings = (*self.rounds.items(), *self.truces.items())
        return self.process.sides, [(id_, one.days, one.venue, one.begun) for id_, one in sittings]

    @cached_property
    def reports(self) -> frozenset[str]:
        """Those that say something of it."""
        return frozenset(word.ref.report for word in self.process.words)

    @cached_property
    def abouts(self) -> Mapping[Ref, str]:
        """By event what each of its words is about."""
        return {word.ref: about for word, about in self.told}

    def words_on(self, about: str) -> Sequence[Word]:
        """Those that are about a round or truce or, with the id of the process, about none."""
        return self._on.get(about, ())

    @cached_property
    def _on(self) -> Mapping[str, Sequence[Word]]:
        found: dict[str, list[Word]] = {}
        for word, about in self.told:
            found.setdefault(about, []).append(word)
        return found

    def about(self, word: Word) -> str:
        """The id of the round or truce that a word is about, be it not one of its own, else that of the process."""
        sittings = self.sittings(word.track)
        found = which(word, list(sittings.values()))
        return next((id_ for id_, one in sittings.items() if one is found), self.process.id)

    def days_of(self, about: str) -> tuple[date, date] | None:
        """The days of a round or truce."""
        found = self.rounds.get(about) or self.truces.get(about)
        return found.days if found else None


def name(process: Process, before: Named | None = None) -> Named:
    """Find the rounds and truces of a process; their ids are made of its own and their first day.

    `before` is what it was last: where it sat on the same days, words are about what they were about.
    """
    named = Named(process, _ids(process, "round", rounds(process)), _ids(process, "truce", truces(process)))
    same = before if before and before.shape == named.shape else None
    known = {id(word): about for word, about in same.told} if same else {}
    return replace(named, told=[(word, known.get(id(word)) or named.about(word)) for word in process.words])


def _ids(process: Process, what: str, sittings: Sequence[Sitting]) -> Mapping[str, Sitting]:
    return {f"{process.id}:{what}:{one.first.isoformat()}": one for one in sittings}


def talks_of(named: Named, casting: Casting, telling: Telling) -> Talks:
    """What the record keeps of a process; `telling` says who answers for an event."""
    process = named.process
    sides = tuple(sorted(process.sides))
    between = tuple(one for one in process.helpers() if one in named.mediators)
    by_about = named.words_on
    return Talks(
        id=process.id,
        name=f"{_called(sides[0], casting)} – {_called(sides[1], casting)}",
        sides=sides,
        mediators=between,
        rounds=tuple(
            _round(id_, number, one, by_about(id_), telling)
            for number, (id_, one) in enumerate(named.rounds.items(), 1)
        ),
        truces=tuple(
            Truce(id_, iso(one.days), _helpers(by_about(id_)), _by_state(by_about(id_)))
            for id_, one in named.truces.items()
        ),
        others=tuple(word.ref for word in by_about(process.id)),
    )


def _round(id_: str, number: int, sitting: Sitting, words: Sequence[Word], telling: Telling) -> Round:
    told: dict[str, list[Evidence]] = {}
    for word in words:
        for words_for_it in word.numbers if dates(word, sitting) else ():
            told.setdefault(words_for_it, []).append(telling(word.ref))
    versions = (Version(value, tuple(found)) for value, found in told.items())
    by_most = tuple(sorted(versions, key=lambda one: (-len(one.origins), one.value)))
    return Round(id_, number, sitting.venue, iso(sitting.days), _helpers(words), by_most, _by_state(words))


def _called(actor: str, casting: Casting) -> str:
    known = casting.actors.get(actor)
    return known.name if known else actor


def _helpers(words: Sequence[Word]) -> tuple[str, ...]:
    counts = Counter(helper for word in words for helper in word.helpers)
    return tuple(sorted(counts, key=lambda one: (-counts[one], one)))


def _by_state(words: Sequence[Word]) -> Mapping[str, tuple[Ref, ...]]:
    found: dict[str, list[Ref]] = {}
    for word in words:
        found.setdefault(word.state, []).append(word.ref)
    return {state: tuple(refs) for state, refs in found.items()}
