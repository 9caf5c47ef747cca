"""Accounts put together, report by report, in whatever order the reports come."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.linking.incidents.accounts import Account
from parley.linking.incidents.clustering import average_link
from parley.linking.incidents.comparing import Comparer
from parley.linking.incidents.pairs import Judge, judge
from parley.record import Ref

__all__ = ["Matcher"]

LIMIT = 200
"""Tellings that are put together at once."""
LEVELS = (0.0, 1.0, 2.0, 3.0, 4.0, 6.0, 9.0, math.inf)
"""Log-odds over which pairs hold a piece together: the first at which it is within the limit counts."""
OFFERED = -1.0
"""Log-odds from which two incidents are offered to a person as perhaps one."""
Cluster = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Tellings that pairs over these log-odds hold together."""

    least: float
    members: frozenset[int]


class Matcher:
    """What is told by all reports so far, and which tellings are one happening.

    Only what a new report's tellings may be part of is compared and put together again; the result is that of putting
    all reports together at once.
    """

    def __init__(self, by: Judge | None = None) -> None:
        self.judge = by or judge()
        self.parts: dict[Ref, Account] = {}
        """The accounts of single events."""
        self.near: dict[int, dict[int, float]] = {}
        """Log-odds by telling and other telling, both ways; those of which nothing is offered are left out."""
        self.cluster: dict[int, Cluster] = {}
        self.gone: set[int] = set()
        self._pieces: dict[int, Piece] = {}
        self._of: dict[str, list[int]] = {}
        self._comparer = Comparer(self.judge)
        self.told: Mapping[int, Account] = self._comparer.told

    def add(self, report: str, found: Sequence[Account]) -> set[int]:
        """Take in one report's accounts, in place of those it had; gives the tellings of which something changed."""
        return self.update({report: found})

    def update(self, found: Mapping[str, Sequence[Account]], gone: Iterable[str] = ()) -> set[int]:
        """Take in the accounts of some reports, in place of those they had, and forget others.

        Gives the tellings of which something changed; `gone` are those that are no more.
        """
        self.gone = set()
        self._comparer.reuse()
        touched: set[int] = set()
        joined: set[int] = set()
        for report in (*found, *gone):
            self._forget(report, touched, joined)
        new = self._take(found)
        beside = {other for number in new for other in self._likely(number, OFFERED)}
        known = self.told.keys()
        return (touched | beside) & known | self._cluster((joined | self._beside(new)) & known)

    def drop(self, report: str) -> set[int]:
        """Forget a report; gives the tellings of others of which something changed."""
        return self.update({}, (report,))

    def numbers(self, report: str) -> Sequence[int]:
        """The tellings of a report."""
        return self._of.get(report, ())

    def _forget(self, report: str, touched: set[int], joined: set[int]) -> None:
        """Take out a report; notes the tellings that may have been offered beside its own, and joined to them."""
        for number in self._of.pop(report, []):
            self.gone.add(number)
            touched |= self._likely(number, OFFERED)
            joined |= self._likely(number, 0) | self._pieces.pop(number).members
            for ref in self._comparer.drop(number).refs:
                del self.parts[ref]
            self.cluster.pop(number, None)
            for other in self.near.pop(number):
                del self.near[other][number]

    def _likely(self, number: int, least: float) -> set[int]:
        """The tellings that may be one with this, at these log-odds or better."""
        return {other for other, odds in self.near[number].items() if odds >= least}

    def _take(self, found: Mapping[str, Sequence[Account]]) -> set[int]:
        """The tellings of some reports, compared with all others."""
        for told in found.values():
            self.parts |= {one.refs[0]: one for one in told}
        new: set[int] = set()
        tellings = (one for report in self._comparer.tellings(list(found.values())) for one in report)
        for number, likely in self._comparer.add(tellings, OFFERED):
            new.add(number)
            self._of.setdefault(self.told[number].report, []).append(number)
            self.near[number] = dict(likely)
            for other, odds in likely:
                self.near[other][number] = odds
        return new

    def _cluster(self, seeds: Iterable[int]) -> set[int]:
        """Put together again the pieces that these are in; gives all whose piece is another than before."""
        done: set[int] = set()
        others: list[Piece] = []
        for seed in seeds:
            if seed not in done:
                piece = self._piece(seed)
                done |= piece.members
                if any(self._pieces.get(number) != piece for number in piece.members):
                    others.append(piece)
        for piece in others:
            self._pieces |= dict.fromkeys(piece.members, piece)
        for cluster in self._split([piece.members for piece in others]):
            self.cluster |= dict.fromkeys(cluster, cluster)
        return set().union(*(piece.members for piece in others))

    def _beside(self, numbers: Iterable[int]) -> frozenset[int]:
        """These and all in pieces that they are linked to so well that they may belong there."""
        new = frozenset(numbers)
        linked = ((other, odds) for number in new for other, odds in self.near[number].items() if other not in new)
        pieces = {self._pieces[other] for other, odds in linked if odds > self._pieces[other].least}
        return new.union(*(piece.members for piece in pieces))

    def _piece(self, seed: int) -> Piece:
        """All that likely pairs hold together with this one; where these are too many, only likelier pairs count."""
        for least in LEVELS[:-1]:
            found = self._component(seed, least)
            if len(found) <= LIMIT:
                return Piece(least, frozenset(found))
        return Piece(LEVELS[-1], frozenset((seed,)))

    def _component(self, seed: int, least: float) -> set[int]:
        """What pairs over these log-odds hold together; it stops beyond the limit."""
        found, waiting = {seed}, [seed]
        while waiting and len(found) <= LIMIT:
            fresh = {other for other, odds in self.near[waiting.pop()].items() if odds > least} - found
            found |= fresh
            waiting.extend(fresh)
        return found

    def _split(self, components: Iterable[frozenset[int]]) -> Iterator[Cluster]:
        """Numbered by what is told and not by when it came, so that the order of the reports does not matter."""
        ordered = [sorted(one, key=lambda number: order(self.told[number])) for one in components]
        for numbers, links in zip(ordered, self._comparer.links(ordered), strict=True):
            yield from (tuple(numbers[at] for at in group) for group in average_link(range(len(numbers)), links))


Order = tuple[bool, str, tuple[tuple[str, int], ...]]


def order(telling: Account) -> Order:
    """By day of publication, then by report and place in it; those without a day come last."""
    day = telling.published
    return day is None, day.isoformat() if day else "", tuple((ref.report, ref.index) for ref in telling.refs)
