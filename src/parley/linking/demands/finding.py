"""All demands of a set of readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from parley.linking.casting import Casting
from parley.linking.demands.acts import Act, Played, played
from parley.linking.demands.groups import Part, Season, Settled, carried_on, is_free, merged, season_of, tied
from parley.linking.demands.moves import demand_of
from parley.linking.demands.ties import Ties, may_be_tied
from parley.linking.talks.named import Named
from parley.linking.telling import Teller
from parley.record import Demand, Origin, Reading, Ref

__all__ = ["DemandBook", "demands"]


def demands(
    readings: Iterable[Reading], casting: Casting, origins: Sequence[Origin], talks: Sequence[Named]
) -> tuple[Demand, ...]:
    """Every distinct demand, guarantee, pledge, appeal and piece of evidence, with its moves, by the day it was raised.

    The order of the readings does not matter.
    """
    given = list(readings)
    return DemandBook().update(given, (), talks, Teller(given, casting, origins))


@dataclass(frozen=True, slots=True)
class _Written:
    """A demand with the groups and reports that it was made of, and its first move's place in the order."""

    parts: tuple[Part, ...]
    when: tuple[date, str, int]
    reports: frozenset[str]
    demand: Demand


class DemandBook:
    """The demands of the reports that are in, kept up as these come and go."""

    def __init__(self) -> None:
        self._played: dict[str, dict[int, Played]] = {}
        self._sides: dict[str, frozenset[str]] = {}
        self._talks: dict[str, Named] = {}
        self._free: dict[Season, dict[str, tuple[Act, ...]]] = defaultdict(dict)
        self._tied: dict[str, tuple[Act, ...]] = {}
        self._settled: dict[Season, Settled] = {}
        self._written: dict[Ref, _Written] = {}

    def update(
        self, readings: Iterable[Reading], gone: Iterable[str], talks: Sequence[Named], teller: Teller
    ) -> tuple[Demand, ...]:
        """Take in readings that are others than before, or of which anybody or any origin is, and forget reports.

        `talks` and `teller` are of the present already.
        """
        ties = Ties(talks, teller.casting)
        new = {reading.report.id: reading for reading in readings}
        stale: set[Season] = set()
        for report in gone:
            stale |= self._put(report, {})
            self._sides.pop(report, None)
        for report in self._retied(talks) - new.keys():
            reading = teller.readings[report]
            stale |= self._put(report, played(reading, teller.casting, ties, self._played.get(report, {})))
        for report, reading in new.items():
            self._sides[report] = _sides(reading, ties)
            stale |= self._put(report, played(reading, teller.casting, ties, {}))
        self._settle(stale)
        return self._write(new.keys(), teller)

    def _retied(self, talks: Sequence[Named]) -> set[str]:
        """The reports with moves that may be about talks which are others now."""
        old, self._talks = self._talks, {named.process.id: named for named in talks}
        others = {name for name in old.keys() | self._talks.keys() if old.get(name) is not self._talks.get(name)}
        named = [one for name in others for one in (old.get(name), self._talks.get(name)) if one]
        told = {word.ref.report for one in named for word in one.process.words} & self._sides.keys()
        sides = frozenset[str]().union(*(one.process.sides for one in named))
        return told | {report for report, known in self._sides.items() if not sides.isdisjoint(known)}

    def _put(self, report: str, found: dict[int, Played]) -> set[Season]:
        """Keep the moves of a report; gives the quarters of which anything is new."""
        acts = tuple(one.act for one in found.values())
        old = self._played.pop(report, {})
        if found:
            self._played[report] = found
        if acts == tuple(one.act for one in old.values()):
            if old:
                self._played[report] = old
            return set()
        seasons = {season_of(act) for act in acts} | {season_of(one.act) for one in old.values()}
        for season in seasons:
            free = tuple(act for act in acts if is_free(act) and season_of(act) == season)
            before = self._free[season].pop(report, ())
            if free:
                self._free[season][report] = free
            if free == before:
                seasons = seasons - {season}
        self._tied.pop(report, None)
        if any(act.tie for act in acts):
            self._tied[report] = tuple(act for act in acts if act.tie)
        return seasons

    def _settle(self, seasons: Iterable[Season]) -> None:
        for season in seasons:
            free = sorted(chain.from_iterable(self._free[season].values()), key=lambda act: act.when)
            self._settled.pop(season, None)
            if free:
                self._settled[season] = Settled(free)

    def _write(self, changed: Iterable[str], teller: Teller) -> tuple[Demand, ...]:
        """All demands in order; those of which nothing changed are as they were."""
        stale = set(changed)
        told = sorted(chain.from_iterable(self._tied.values()), key=lambda act: act.when)
        groups = [*((Part(one),) for one in tied(told)), *carried_on(self._settled)]
        old, self._written = self._written, {}
        for parts in groups:
            name = parts[0].group.acts[0].ref
            known = old.get(name)
            if known is None or not known.reports.isdisjoint(stale) or not _same(known, parts):
                known = _written(parts, teller)
            self._written[name] = known
        return tuple(one.demand for one in sorted(self._written.values(), key=lambda one: one.when))


def _written(parts: Sequence[Part], teller: Teller) -> _Written:
    group = merged(parts)
    day, first = group.first.when
    return _Written(
        parts=tuple(parts),
        when=(day, first.report, first.index),
        reports=group.reports,
        demand=demand_of(group, teller.readings, teller),
    )


def _same(known: _Written, parts: Sequence[Part]) -> bool:
    """Whether a demand is made of the same groups, or of others that hold the same for the same reasons."""
    return len(known.parts) == len(parts) and all(map(_holds_the_same, known.parts, parts))


def _holds_the_same(old: Part, new: Part) -> bool:
    one, other = old.group, new.group
    return old.why == new.why and (one is other or (one.acts == other.acts and one.why == other.why))


def _sides(reading: Reading, ties: Ties) -> frozenset[str]:
    """The sides in events that may be moves about a truce or a meeting."""
    found = (ties.sides(reading, (*one.actors, *one.recipients)) for one in reading.events if may_be_tied(one))
    return frozenset(side for sides in found for side in sides)
