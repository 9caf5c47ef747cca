"""Which reports speak of which talks in what may be moves about a truce or a meeting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from parley.linking.demands.ties import Speaking, rank
from parley.linking.talks.named import Named

__all__ = ["Retold", "Speakers"]


@dataclass(frozen=True, slots=True)
class Retold:
    """The reports that may speak of other talks than before, and those that speak of the same, of which the `shaped`
    have other rounds or truces."""

    reports: frozenset[str]
    partly: frozenset[str]
    shaped: frozenset[str]


class Speakers:
    """The reports that are in, by the talks of which they speak."""

    def __init__(self) -> None:
        self._talks: dict[str, Named] = {}
        self._speaking: dict[str, Speaking] = {}

    def put(self, report: str, speaking: Speaking | None) -> None:
        """Keep of what a report speaks, or forget it."""
        self._speaking.pop(report, None)
        if speaking:
            self._speaking[report] = speaking

    def turn(self, talks: Sequence[Named]) -> Retold:
        """Take these for the talks of the present; gives the reports that this may concern."""
        old, self._talks = self._talks, {named.process.id: named for named in talks}
        others = {name for name in old.keys() | self._talks.keys() if old.get(name) is not self._talks.get(name)}
        both = [(old[name], self._talks[name]) for name in others & old.keys() & self._talks.keys()]
        came = others.difference(other.process.id for _, other in both)
        sides = {side for name in came for side in (old.get(name) or self._talks[name]).process.sides}
        told = {ref.report for one, other in both for ref in one.abouts.keys() ^ other.abouts.keys()}
        passed: dict[str, set[str]] = defaultdict(set)
        for ahead, by in chain.from_iterable(_passed(one, other, old, self._talks) for one, other in both):
            passed[ahead] |= by.process.sides
        reports = frozenset(
            report
            for report, known in self._speaking.items()
            if report in told
            or not sides.isdisjoint(known.sides)
            or any(not known.sides.isdisjoint(passed[name]) for name in known.talks & passed.keys())
        )
        shaped = frozenset(other.process.id for one, other in both if one.shape != other.shape)
        partly = frozenset(report for report, known in self._speaking.items() if not shaped.isdisjoint(known.talks))
        return Retold(reports, partly - reports, shaped)


def _passed(
    one: Named, other: Named, old: Mapping[str, Named], new: Mapping[str, Named]
) -> Iterator[tuple[str, Named]]:
    """The ids of talks that an event of both would have been put to before, with those to which it is now, where words
    came to one or left it."""
    name = other.process.id
    for at, rival in new.items():
        if at != name and at in old:
            ahead = rank(old[at]) < rank(one)
            if ahead != (rank(rival) < rank(other)):
                yield (name, rival) if ahead else (at, other)
