"""Reports that credit one agency on one story, although no desk kept enough of its text to be a copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product

from parley.linking.names import words
from parley.linking.outlets import Outlets
from parley.linking.outlets_credits import AGENCIES, agencies, alike
from parley.record import Reading

__all__ = ["likeness", "one_story", "topic"]

STORY = 0.35
"""The share of the words of the shorter report that stand in the other one, from which on they tell one story."""
LONG = 4
"""Words of fewer letters say little about what a report is about."""
DAYS = 1


def topic(text: str) -> frozenset[str]:
    """The words that say what a text is about."""
    return frozenset(word for word in words(text) if len(word) >= LONG)


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that stands in the other one, 0 to 1."""
    return len(one & other) / max(1, min(len(one), len(other)))


def one_story(
    readings: Iterable[Reading], lent: Mapping[str, tuple[str, ...]], outlets: Outlets
) -> Iterator[tuple[str, str]]:
    """Pairs of reports with the text of one agency, within a day of each other, on one story.

    `lent` are the agencies that each report credits beside its own outlet and people; the agency's own report makes a
    pair with those that credit it, two of its own do not.
    """
    shelves: dict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        house = outlets.of(reading.report.outlet)
        own = agencies(reading, outlets)[:1] if house and house.is_agency else ()
        for name in dict.fromkeys((*own, *lent[reading.report.id])):
            if name != AGENCIES and reading.report.published:
                shelves[name].append(reading)
    topics: dict[str, frozenset[str]] = {}
    for one, other in _candidates(shelves):
        if not (lent[one.report.id] or lent[other.report.id]) or not _near(one, other):
            continue
        for reading in (one, other):
            topics.setdefault(reading.report.id, topic(reading.report.text))
        if likeness(topics[one.report.id], topics[other.report.id]) >= STORY:
            yield one.report.id, other.report.id


def _candidates(shelves: Mapping[str, list[Reading]]) -> Iterator[tuple[Reading, Reading]]:
    """Pairs under one name, or under two that may be one agency's."""
    for shelf in shelves.values():
        yield from combinations(shelf, 2)
    for a, b in combinations(sorted(shelves), 2):
        if alike(a, b):
            yield from ((one, other) for one, other in product(shelves[a], shelves[b]) if one is not other)


def _near(one: Reading, other: Reading) -> bool:
    first, second = one.report.published, other.report.published
    return first is not None and second is not None and abs((first - second).days) <= DAYS
