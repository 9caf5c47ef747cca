"""Why the events of an incident are held to be one, and which others may be."""

from __future__ import annotations

from collections.abc import Iterator

from parley.linking.incidents.accounts import Account
from parley.linking.incidents.matching import OFFERED, Cluster, Matcher
from parley.linking.incidents.pairs import probability
from parley.record import Link

__all__ = ["why", "why_maybe"]

MOST = 5
"""So many are offered for one incident."""


def why(cluster: Cluster, matcher: Matcher) -> tuple[Link, ...]:
    """For every event but the first the likeliest link to one that comes before it."""
    tellings = [matcher.told[number] for number in cluster]
    inner = (link for telling in tellings for link in _inner(telling, matcher))
    outer = (_best(one, tellings[:at], matcher) for at, one in enumerate(tellings) if at)
    return (*inner, *outer)


def _inner(telling: Account, matcher: Matcher) -> Iterator[Link]:
    events = [matcher.parts[ref] for ref in telling.refs]
    return (_best(one, events[:at], matcher) for at, one in enumerate(events) if at)


def _best(one: Account, others: list[Account], matcher: Matcher) -> Link:
    odds = [matcher.judge.odds(other, one) for other in others]
    at = max(range(len(others)), key=lambda index: (odds[index], -index))
    return _link(others[at], one, odds[at], matcher)


def why_maybe(cluster: Cluster, matcher: Matcher) -> tuple[Link, ...]:
    """The likeliest links to events of other incidents that are likely enough to be looked at."""
    inside = set(cluster)
    found = [
        (-odds, matcher.told[number].refs, matcher.told[other].refs, number, other)
        for number in cluster
        for other, odds in matcher.near[number].items()
        if odds >= OFFERED and other not in inside
    ]
    return tuple(_link(matcher.told[a], matcher.told[b], -odds, matcher) for odds, _, _, a, b in sorted(found)[:MOST])


def _link(a: Account, b: Account, odds: float, matcher: Matcher) -> Link:
    return Link(a.refs[0], b.refs[0], round(probability(odds), 4), matcher.judge.reasons(a, b))
