"""Which talks there are, and which of them each event is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from parley.linking.talks.pairs import Pair, Pairs
from parley.linking.talks.word import Word

__all__ = ["Process", "Processes", "processes"]

Spoken = dict[str, tuple[Word, ...]]
"""By report what it says of a process."""


@dataclass(frozen=True)
class Process:
    """Talks between two sides, and all that is said of them, in order."""

    sides: Pair
    words: tuple[Word, ...]

    @cached_property
    def id(self) -> str:
        """Made of the sides, so that it stays as reports are added."""
        return "talks:" + "+".join(sorted(self.sides))

    def helpers(self) -> tuple[str, ...]:
        """Those who stand between the sides, the most often named first."""
        counts = Counter(helper for word in self.words for helper in word.helpers - self.sides)
        return tuple(sorted(counts, key=lambda one: (-counts[one], one)))


def processes(words: Sequence[Word]) -> list[Process]:
    """Every pair of sides of which enough is said, with the events that are about them."""
    by_report: dict[str, list[Word]] = {}
    for word in words:
        by_report.setdefault(word.ref.report, []).append(word)
    return Processes().update({report: tuple(told) for report, told in by_report.items()})


class Processes:
    """Which pair of sides each event is about, kept up as reports come and go."""

    def __init__(self) -> None:
        self._pairs = Pairs()
        self._words: Spoken = {}
        self._about: dict[str, tuple[Pair | None, ...]] = {}
        self._spoken: dict[Pair, Spoken] = {}
        self._made: dict[Pair, Process] = {}

    def update(self, changed: Spoken) -> list[Process]:
        """Take in what some reports say now, which may be nothing; gives all, those with most said of them first."""
        touched: set[Pair] = set()
        for report, told in changed.items():
            touched |= self._drop(report)
            self._pairs.put(report, told)
            if told:
                self._words[report] = told
            else:
                self._words.pop(report, None)
        for report in self._pairs.settle() & self._words.keys():
            touched |= self._put(report)
        for pair in touched:
            self._make(pair)
        return sorted(self._made.values(), key=lambda process: (-len(process.words), process.id))

    def _drop(self, report: str) -> set[Pair]:
        """Take what a report says from the processes that it is about; gives these."""
        pairs = {pair for pair in self._about.pop(report, ()) if pair is not None}
        for pair in pairs:
            del self._spoken[pair][report]
        return pairs

    def _put(self, report: str) -> set[Pair]:
        """Put what a report says to processes; gives those for which that is something new."""
        words = self._words[report]
        abouts = tuple(self._pairs.abouts(report))
        if self._about.get(report) == abouts:
            return set()
        touched = self._drop(report)
        self._about[report] = abouts
        for pair in {pair for pair in abouts if pair is not None}:
            told = tuple(word for word, about in zip(words, abouts, strict=True) if about == pair)
            self._spoken.setdefault(pair, {})[report] = told
            touched.add(pair)
        return touched

    def _make(self, pair: Pair) -> None:
        """Put together what all reports say, in the order of their days."""
        spoken = self._spoken[pair]
        if spoken:
            ordered = sorted(spoken, key=lambda report: (spoken[report][0].day or date.max, report))
            self._made[pair] = Process(pair, tuple(word for report in ordered for word in spoken[report]))
        else:
            del self._spoken[pair]
            self._made.pop(pair, None)
