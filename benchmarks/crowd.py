"""A crowd of readings: as many as wanted, made of few by rule, with copies and incidents as often as in real news.

Every round tells all reports over again in another conflict (its own states, names and places) and other months, and
those of the linked story once a month more. Within one round a word is changed into the same word everywhere, so that
what was one happening, or one text, still is; between rounds they differ as reports of different matters do. Words
keep their length, so that everything that was found in a text stands where it stood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache
from random import Random
from typing import TypeVar, cast

from parley.linking.incidents.words import FUNCTION
from parley.record import Actor, Figure, Place, Reading, Report, Span, When

__all__ = ["crowd"]

Made = TypeVar("Made")

CONFLICTS = 5
MONTHS = 11
"""So many times more in a round the linked story is told, each time a month later."""
MONTH = timedelta(days=30)
STATES = "arm aze eth eri ind chn sdn ssd srb ukr rus ven col tha khm mar dza isr lbn irn irq syr yem".split()
STAYS = FUNCTION | frozenset("today yesterday monday tuesday wednesday thursday friday saturday sunday".split())
FIRST, LAST = date(1990, 1, 1), date(2090, 1, 1)

_WORD = re.compile(r"[A-Za-z]{4,}")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_VOWELS, _CONSONANTS = "aeiou", "bcdfghklmnprstv"


def crowd(readings: Sequence[Reading], number: int, linked: tuple[str, ...] = ("ist-", "pakoct-")) -> Iterator[Reading]:
    """So many readings, always the same ones, each under an id of its own; `linked` are how ids of the story begin."""
    story = [one for one in readings if one.report.id.startswith(linked)]
    kept = STAYS | {
        word for one in readings for told in _telling(one) for word in _WORD.findall(told) if word.islower()
    }
    made = 0
    for turn in range(number):
        for month in range(MONTHS + 1):
            told = _Telling(turn, month, kept)
            for one in readings if month == 0 else story:
                if made == number:
                    return
                made += 1
                yield told.again(one)


def _telling(one: Reading) -> Iterator[str]:
    """Words by which happenings and people are known; those that are no names are the same everywhere."""
    yield from (event.trigger.quote(one.report) for event in one.events)
    yield from (mention.span.quote(one.report) for mention in one.mentions)


@dataclass(frozen=True)
class _Telling:
    """One round, or a further month of it."""

    turn: int
    month: int
    kept: frozenset[str]

    @property
    def conflict(self) -> int:
        """Which of the conflicts it is about; the first is the real one."""
        return self.turn % CONFLICTS

    @property
    def later(self) -> timedelta:
        """How much later everything is."""
        return self.turn // CONFLICTS * 12 * MONTH + self.month * MONTH

    def again(self, one: Reading) -> Reading:
        """The reading told so."""
        report = one.report
        new = replace(
            report,
            id=f"{report.id}.{self.turn}.{self.month}",
            text=self._words(report.text),
            title=self._words(report.title) if report.title else None,
            published=self._day(report.published) if report.published else None,
            url=None,
        )
        return replace(cast("Reading", self._moved(replace(one, report=None), new)), report=new)  # type: ignore[arg-type]

    def _moved(self, made: object, to: Report) -> object:
        match made:
            case Span():
                return Span(to.id, made.start, made.end)
            case tuple():
                return tuple(self._moved(one, to) for one in made)
            case dict():
                return {name: self._moved(one, to) for name, one in made.items()}
            case Actor():
                return self._actor(made)
            case When() if made.date:
                span = Span(to.id, made.span.start, made.span.end)
                return replace(made, span=span, date=_DAY.sub(self._shifted, made.date))
            case Figure() if made.low is not None and made.low > 3:
                span = Span(to.id, made.span.start, made.span.end)
                more = self.turn + self.month
                return replace(made, span=span, low=made.low + more, high=made.high + more if made.high else None)
            case Place():
                return self._place(made, to)
        if is_dataclass(made) and not isinstance(made, type):
            return replace(made, **{name: self._moved(getattr(made, name), to) for name in _parts(type(made))})
        return made

    def _actor(self, one: Actor) -> Actor:
        """Of the other conflicts only states are in the registry."""
        if self.conflict == 0:
            return one
        state = self._state(one.country)
        known = state.lower() if one.kind == "state" and one.registry and state else None
        return replace(
            one, name=self._words(one.name) if one.name else None, country=state, registry=known, candidates=()
        )

    def _state(self, country: str | None) -> str | None:
        return self._states.setdefault(country, self._next_state(country)) if country else None

    @cached_property
    def _states(self) -> dict[str, str]:
        return {}

    def _next_state(self, country: str) -> str:
        """The two of the story are others in every conflict."""
        chosen = {"PAK": 0, "AFG": 1}.get(country)
        at = 2 + sum(map(ord, country)) % 7 if chosen is None else chosen
        return STATES[(self.conflict * 4 + at) % len(STATES)].upper()

    def _place(self, one: Place, to: Report) -> Place:
        moved = replace(one, span=Span(to.id, one.span.start, one.span.end), candidates=())
        if self.conflict == 0 or one.latitude is None:
            return moved
        name = self._words(one.name) if one.name else None
        north = one.latitude * 0.8 + self.conflict
        return replace(
            moved, id=f"{one.id}.{self.conflict}", name=name, latitude=north, country=self._state(one.country)
        )

    def _day(self, day: date) -> date:
        """Brought into few years: reports of a record are of one time."""
        return day.replace(year=2024 + day.year % 2, day=min(day.day, 28)) + self.later

    def _shifted(self, match: re.Match[str]) -> str:
        try:
            return self._day(date.fromisoformat(match.group())).isoformat()
        except ValueError:
            return match.group()

    def _words(self, text: str) -> str:
        return _WORD.sub(lambda match: self._word(match.group()), text)

    def _word(self, word: str) -> str:
        if word.casefold() in self.kept:
            return word
        if word[0].isupper():
            return _other(word, f"{self.conflict}") if self.conflict else word
        return _other(word, f"{self.turn} {self.month}")


@lru_cache(1 << 20)
def _other(word: str, seed: str) -> str:
    """Another word of the same length and case with the same ending, always the same one."""
    chance = Random(f"{seed} {word.casefold()}")  # nothing secret
    made = "".join(chance.choice(_VOWELS if letter in _VOWELS else _CONSONANTS) for letter in word[:-2].lower())
    made += word[-2:].lower()
    return made.upper() if word.isupper() else made.capitalize() if word[0].isupper() else made


@lru_cache
def _parts(kind: type) -> tuple[str, ...]:
    """The fields in which there may be spans or what else is changed."""
    plain = ("str", "int", "float", "bool")
    return tuple(one.name for one in fields(kind) if not str(one.type).startswith(plain))
