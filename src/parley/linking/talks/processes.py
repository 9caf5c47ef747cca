"""Which talks there are, and which of them each event is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from parley.linking.talks.word import Word

__all__ = ["Process", "processes"]

Pair = frozenset[str]
LEAST = 2
"""So many events must name both sides before there is a process."""


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
    """Every pair of sides of which enough is said, with the events that are about them.

    An event that names both is about them; one that names a side, or none at all, is about the pair of that side,
    or any, that its report says most about.
    """
    known = _pairs(words)
    by_side: dict[str, list[Pair]] = {}
    for pair in known:
        for side in pair:
            by_side.setdefault(side, []).append(pair)
    spoken: dict[Pair, list[Word]] = {pair: [] for pair in known}
    for report in _by_report(words).values():
        votes: Counter[Pair] | None = None
        for word in report:
            if word.sides in known:
                spoken[word.sides].append(word)
                continue
            votes = _votes(report, known) if votes is None else votes
            about = _about(word, votes, known, by_side)
            if about is not None:
                spoken[about].append(word)
    found = [Process(pair, tuple(about)) for pair, about in spoken.items() if about]
    return sorted(found, key=lambda process: (-len(process.words), process.id))


def _pairs(words: Sequence[Word]) -> Counter[Pair]:
    """Pairs of sides by how many events name them and nobody else; two who mediate more often than that are none."""
    mediators = Counter(helper for word in words for helper in word.helpers)
    counts: Counter[Pair] = Counter()
    for word in words:
        for pair in _named(word, mediators):
            counts[pair] += 1
    return Counter(
        {
            pair: count
            for pair, count in counts.items()
            if count >= LEAST and not all(mediators[one] >= count for one in pair)
        }
    )


def _named(word: Word, mediators: Mapping[str, int]) -> Iterable[Pair]:
    """The pair that an event is between; where it names more than two, those who mediate elsewhere are left out."""
    sides = word.sides
    if len(sides) > 2:
        sides = frozenset(side for side in sides if not mediators.get(side))
    return [frozenset(sides)] if len(sides) == 2 else []


def _by_report(words: Iterable[Word]) -> dict[str, list[Word]]:
    found: dict[str, list[Word]] = {}
    for word in words:
        found.setdefault(word.ref.report, []).append(word)
    return found


def _votes(report: Iterable[Word], known: Mapping[Pair, int]) -> Counter[Pair]:
    """How often a report names each known pair; pairs within larger company count too."""
    votes: Counter[Pair] = Counter()
    for word in report:
        for two in combinations(sorted(word.sides), 2):
            if frozenset(two) in known:
                votes[frozenset(two)] += 1
    return votes


def _about(
    word: Word, votes: Counter[Pair], known: Mapping[Pair, int], by_side: Mapping[str, Sequence[Pair]]
) -> Pair | None:
    """The pair that a word is about; of several the one that its report, then everybody, speaks of most."""
    candidates = [pair for two in combinations(word.sides, 2) if (pair := frozenset(two)) in known]
    candidates = candidates or [pair for pair in votes if pair & word.sides]
    candidates = candidates or [pair for pair in votes if not word.sides]
    candidates = candidates or [pair for side in word.sides for pair in by_side.get(side, ())]
    return min(candidates, key=lambda pair: (-votes[pair], -known[pair], sorted(pair)), default=None)
