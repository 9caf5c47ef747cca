"""Why the events of an incident are held to be one, and which others may be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.linking.incidents.accounts import Account
from parley.linking.incidents.matching import OFFERED, Cluster, Matcher
from parley.linking.incidents.pairs import probability
from parley.record import Link

__all__ = ["Explainer"]

MOST = 5
"""So many are offered for one incident."""


class Explainer:
    """Says why; what was found out of two tellings is remembered as long as both are there."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher = matcher
        self._odds: dict[int, dict[int, float]] = defaultdict(dict)
        self._links: dict[int, dict[int, Link]] = defaultdict(dict)
        self._inner: dict[int, tuple[Link, ...]] = {}

    def forget(self, gone: Iterable[int]) -> None:
        """Tellings that are no more."""
        for number in gone:
            self._inner.pop(number, None)
            for other in self._odds.pop(number, ()):
                self._odds[other].pop(number, None)
            for other in self._links.pop(number, ()):
                self._links[other].pop(number, None)

    def why(self, cluster: Cluster) -> tuple[Link, ...]:
        """For every event but the first the likeliest link to one that comes before it."""
        inner = (link for number in cluster for link in self._within(number))
        outer = (self._best(number, cluster[:at]) for at, number in enumerate(cluster) if at)
        return (*inner, *outer)

    def why_maybe(self, cluster: Cluster) -> tuple[Link, ...]:
        """The likeliest links to events of other incidents that are likely enough to be looked at."""
        inside, told = set(cluster), self._matcher.told
        found = [
            (-odds, told[number].refs, told[other].refs, number, other)
            for number in cluster
            for other, odds in self._matcher.near[number].items()
            if odds >= OFFERED and other not in inside
        ]
        return tuple(_link(told[a], told[b], -odds, self._matcher) for odds, _, _, a, b in sorted(found)[:MOST])

    def _within(self, number: int) -> Sequence[Link]:
        """The same of the events of one telling."""
        known = self._inner.get(number)
        if known is None:
            events = [self._matcher.parts[ref] for ref in self._matcher.told[number].refs]
            found = (_best(one, events[:at], self._matcher) for at, one in enumerate(events) if at)
            known = self._inner[number] = tuple(found)
        return known

    def _best(self, number: int, others: Sequence[int]) -> Link:
        odds = [self._of(number, other) for other in others]
        at = max(range(len(others)), key=lambda index: (odds[index], -index))
        other = others[at]
        known = self._links[number].get(other)
        if known is None or known.a != self._matcher.told[other].refs[0]:
            told = self._matcher.told
            known = _link(told[other], told[number], odds[at], self._matcher)
            self._links[number][other] = self._links[other][number] = known
        return known

    def _of(self, number: int, other: int) -> float:
        known = self._odds[number].get(other)
        if known is None:
            told = self._matcher.told
            known = self._matcher.judge.odds(told[other], told[number])
            self._odds[number][other] = self._odds[other][number] = known
        return known


def _best(one: Account, others: Sequence[Account], matcher: Matcher) -> Link:
    odds = [matcher.judge.odds(other, one) for other in others]
    at = max(range(len(others)), key=lambda index: (odds[index], -index))
    return _link(others[at], one, odds[at], matcher)


def _link(a: Account, b: Account, odds: float, matcher: Matcher) -> Link:
    return Link(a.refs[0], b.refs[0], round(probability(odds), 4), matcher.judge.reasons(a, b))
