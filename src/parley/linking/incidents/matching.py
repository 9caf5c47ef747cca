"""Accounts put together, report by report, in whatever order the reports come."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from parley.linking.incidents.accounts import Account, merged
from parley.linking.incidents.blocking import Shelves
from parley.linking.incidents.clustering import FLOOR, NEVER, Pair, average_link
from parley.linking.incidents.pairs import Judge, judge
from parley.record import Ref

__all__ = ["Matcher", "tellings"]

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


def tellings(found: Sequence[Account], by: Judge) -> list[Account]:
    """The accounts of one report, those of one happening made one."""
    links = {(i, j): by.odds(found[i], found[j]) for i, j in combinations(range(len(found)), 2)}
    return [merged([found[i] for i in group]) for group in average_link(range(len(found)), links)]


class Matcher:
    """What is told by all reports so far, and which tellings are one happening.

    Only what a new report's tellings may be part of is compared and put together again; the result is that of putting
    all reports together at once.
    """

    def __init__(self, by: Judge | None = None) -> None:
        self.judge = by or judge()
        self.told: dict[int, Account] = {}
        self.parts: dict[Ref, Account] = {}
        """The accounts of single events."""
        self.near: dict[int, dict[int, float]] = {}
        """Log-odds by telling and other telling, both ways; those at the floor are left out."""
        self.cluster: dict[int, Cluster] = {}
        self.gone: set[int] = set()
        self._pieces: dict[int, Piece] = {}
        self._of: dict[str, list[int]] = {}
        self._shelves = Shelves()
        self._next = 0

    def add(self, report: str, found: Sequence[Account]) -> set[int]:
        """Take in one report's accounts, in place of those it had; gives the tellings of which something changed."""
        return self.update({report: found})

    def update(self, found: Mapping[str, Sequence[Account]], gone: Iterable[str] = ()) -> set[int]:
        """Take in the accounts of some reports, in place of those they had, and forget others.

        Gives the tellings of which something changed; `gone` are those that are no more.
        """
        self.gone = set()
        touched: set[int] = set()
        joined: set[int] = set()
        for report in (*found, *gone):
            self._forget(report, touched, joined)
        new: set[int] = set()
        for report, told in found.items():
            self.parts |= {one.refs[0]: one for one in told}
            new.update([self._take(report, telling) for telling in tellings(told, self.judge)])
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
            self._shelves.drop(number)
            for ref in self.told.pop(number).refs:
                del self.parts[ref]
            self.cluster.pop(number, None)
            for other in self.near.pop(number):
                del self.near[other][number]

    def _likely(self, number: int, least: float) -> set[int]:
        """The tellings that may be one with this, at these log-odds or better."""
        return {other for other, odds in self.near[number].items() if odds >= least}

    def _take(self, report: str, telling: Account) -> int:
        number, self._next = self._next, self._next + 1
        compared = {other: self.judge.odds(telling, self.told[other]) for other in self._shelves.candidates(telling)}
        self.near[number] = {other: odds for other, odds in compared.items() if odds > FLOOR or odds <= NEVER}
        for other, odds in self.near[number].items():
            self.near[other][number] = odds
        self.told[number] = telling
        self._of.setdefault(report, []).append(number)
        self._shelves.add(number, telling)
        return number

    def _cluster(self, seeds: Iterable[int]) -> set[int]:
        """Put together again the pieces that these are in; gives all whose piece is another than before."""
        done: set[int] = set()
        changed: set[int] = set()
        for seed in seeds:
            if seed in done:
                continue
            piece = self._piece(seed)
            done |= piece.members
            if any(self._pieces.get(number) != piece for number in piece.members):
                changed |= piece.members
                self._pieces |= dict.fromkeys(piece.members, piece)
                for cluster in self._split(piece.members):
                    self.cluster |= dict.fromkeys(cluster, cluster)
        return changed

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

    def _split(self, component: frozenset[int]) -> Iterator[Cluster]:
        """Numbered by what is told and not by when it came, so that the order of the reports does not matter."""
        ordered = sorted(component, key=lambda number: order(self.told[number]))
        place = {number: at for at, number in enumerate(ordered)}
        links: dict[Pair, float] = {
            (place[a], place[b]): odds
            for a in ordered
            for b, odds in self.near[a].items()
            if b in place and place[a] < place[b]
        }
        return (tuple(ordered[at] for at in group) for group in average_link(range(len(ordered)), links))


Order = tuple[bool, str, tuple[tuple[str, int], ...]]


def order(telling: Account) -> Order:
    """By day of publication, then by report and place in it; those without a day come last."""
    day = telling.published
    return day is None, day.isoformat() if day else "", tuple((ref.report, ref.index) for ref in telling.refs)
