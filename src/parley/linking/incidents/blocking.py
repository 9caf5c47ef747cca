"""Which accounts are worth comparing at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parley.linking.days import Days, widened
from parley.linking.incidents.accounts import Account
from parley.linking.incidents.grounds_when import LASTING
from parley.linking.incidents.story import kinship

__all__ = ["Shelves", "touch"]

BACK = 21
"""How many days before its publication a report tells of things without telling their day."""
BACK_LASTING = 63
"""The same for what lasts."""
KIN = 0.4
"""So like must two reports be, in words and names together, that accounts without anything in common are compared."""
WEEK = 7
LONGEST = 60
"""Weeks: what is told of a longer period stands under its first ones."""
Key = tuple[str, int]
"""A family of events and a week; -1 for accounts without any date."""


class Shelves:
    """Accounts by family and weeks, so that only those of one family whose days may meet are compared."""

    def __init__(self) -> None:
        self._shelves: dict[Key, set[int]] = defaultdict(set)
        self._keys: dict[int, frozenset[Key]] = {}

    def add(self, number: int, account: Account) -> None:
        """Put one on its shelves."""
        keys = self._keys[number] = frozenset(_keys(account))
        for key in keys:
            self._shelves[key].add(number)

    def drop(self, number: int) -> None:
        """Take one off."""
        for key in self._keys.pop(number):
            self._shelves[key].discard(number)

    def beside(self, number: int) -> set[int]:
        """All on the same shelves, itself among them."""
        return set().union(*(self._shelves[key] for key in self._keys[number]))

    def meet(self, one: int, other: int) -> bool:
        """Whether two are on one shelf."""
        return not self._keys[one].isdisjoint(self._keys[other])


def _keys(account: Account) -> Iterator[Key]:
    for family in account.families:
        for week in _weeks(account):
            yield family, week


def _weeks(account: Account) -> list[int]:
    spans = [widened(days, 1, 1) for days in account.days] or _news(account)
    return sorted({week for span in spans for week in _covered(span)}) or [-1]


def _news(account: Account) -> list[Days]:
    back = BACK_LASTING if account.types & LASTING else BACK
    return [widened((account.published, account.published), back)] if account.published else []


def _covered(span: Days) -> range:
    first, last = (day.toordinal() // WEEK for day in span)
    return range(first, min(last, first + LONGEST) + 1)


def touch(a: Account, b: Account) -> bool:
    """Whether they share a side, a person, a place or a word, or one names nobody and the reports are alike."""
    if a.sides & b.sides or a.known & b.known or a.places & b.places or a.stems & b.stems:
        return True
    return not (a.sides and b.sides) and (not a.story or not b.story or sum(kinship(a.story, b.story)) >= KIN)
