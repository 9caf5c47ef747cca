"""All demands of a set of readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain

from parley.linking.casting import Casting
from parley.linking.demands.acts import Act, Played, played, retied
from parley.linking.demands.groups import (
    Group,
    Part,
    Season,
    Topic,
    in_order,
    is_free,
    merged,
    season_of,
    tied,
    topic_of,
)
from parley.linking.demands.moves import demand_of, joined_anew
from parley.linking.demands.settling import Settled, carried_on
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
        self._shelves: dict[Season | Topic, dict[str, tuple[Act, ...]]] = defaultdict(dict)
        self._met: dict[Topic, Group] = {}
        self._settled: dict[Season, Settled] = {}
        self._written: dict[int, _Written] = {}

    def update(
        self, readings: Iterable[Reading], gone: Iterable[str], talks: Sequence[Named], teller: Teller
    ) -> tuple[Demand, ...]:
        """Take in readings that are others than before, or of which anybody or any origin is, and forget reports.

        `talks` and `teller` are of the present already.
        """
        ties = Ties(talks, teller.casting)
        new = {reading.report.id: reading for reading in readings}
        stale: set[Season | Topic] = set()
        for report in gone:
            stale |= self._put(report, {})
            self._sides.pop(report, None)
            self._played.pop(report, None)
        for report in self._retied(talks) - new.keys():
            stale |= self._put(report, retied(teller.readings[report], teller.casting, ties, self._played[report]))
        for report, reading in new.items():
            self._sides[report] = _sides(reading, ties)
            stale |= self._put(report, played(reading, teller.casting, ties))
        self._settle(stale)
        return self._write(new.keys(), teller)

    def _retied(self, talks: Sequence[Named]) -> set[str]:
        """The reports with moves that may be about talks which are others now."""
        old, self._talks = self._talks, {named.process.id: named for named in talks}
        others = {name for name in old.keys() | self._talks.keys() if old.get(name) is not self._talks.get(name)}
        told: set[str] = set()
        sides: set[str] = set()
        for one, other in ((old.get(name), self._talks.get(name)) for name in others):
            if one and other and one.shape == other.shape and not _overtakes(one, other, talks):
                told |= {ref.report for ref in one.abouts.keys() ^ other.abouts.keys()}
            else:
                told.update(*(named.reports for named in (one, other) if named))
                sides.update(*(named.process.sides for named in (one, other) if named))
        moved = (report for report, known in self._sides.items() if not sides.isdisjoint(known)) if sides else ()
        return {*(told & self._sides.keys()), *moved}

    def _put(self, report: str, found: dict[int, Played]) -> set[Season | Topic]:
        """Keep the moves of a report; gives the quarters, truces and meetings of which anything is new."""
        old = self._played.get(report, {})
        acts, before = _shelved(found), _shelved(old)
        stale = {key for key in acts.keys() | before.keys() if acts.get(key) != before.get(key)}
        for key in stale:
            shelf = self._shelves[key]
            shelf.pop(report, None)
            if key in acts:
                shelf[report] = acts[key]
        if stale or not old:
            self._played[report] = found
        return stale

    def _settle(self, stale: Iterable[Season | Topic]) -> None:
        for key in stale:
            told = list(chain.from_iterable(self._shelves[key].values()))
            if isinstance(key, Topic):
                self._met.pop(key, None)
                group = tied(in_order(told))
                if group:
                    self._met[key] = group
            else:
                self._settled.pop(key, None)
                if told:
                    self._settled[key] = Settled(told)

    def _write(self, changed: Iterable[str], teller: Teller) -> tuple[Demand, ...]:
        """All demands in order; those of which nothing changed are as they were."""
        stale = set(changed)
        groups = [*((Part(one),) for one in self._met.values()), *carried_on(self._settled)]
        old, self._written = self._written, {}
        again: dict[Ref, _Written] | None = None
        for parts in groups:
            known = old.get(id(parts[0].group))
            if known is None:  # its quarter was settled anew, perhaps with the same groups
                again = {one.parts[0].group.acts[0].ref: one for one in old.values()} if again is None else again
                known = again.get(parts[0].group.acts[0].ref)
            if known is None or not known.reports.isdisjoint(stale) or not _of_the_same(known.parts, parts):
                known = _written(parts, teller)
            elif not _same(known.parts, parts):
                known = replace(known, parts=tuple(parts), demand=joined_anew(known.demand, merged(parts)))
            elif known.parts != parts:
                known = replace(known, parts=tuple(parts))
            self._written[id(parts[0].group)] = known
        return tuple(one.demand for one in sorted(self._written.values(), key=lambda one: one.when))


def _same(old: Sequence[Part], new: Sequence[Part]) -> bool:
    """Whether these are the same groups, or others that hold the same for the same reasons."""
    return len(old) == len(new) and all(map(_holds_the_same, old, new))


def _of_the_same(old: Sequence[Part], new: Sequence[Part]) -> bool:
    """Whether they hold the same moves, for whatever reasons."""
    return len(old) == len(new) and all(one.group.acts == other.group.acts for one, other in zip(old, new, strict=True))


def _holds_the_same(old: Part, new: Part) -> bool:
    one, other = old.group, new.group
    return old is new or (old.why == new.why and (one is other or (one.acts == other.acts and one.why == other.why)))


def _shelved(found: Mapping[int, Played]) -> dict[Season | Topic, tuple[Act, ...]]:
    """The moves by what they are told apart by: their words within a quarter, or a truce or meeting."""
    shelves: dict[Season | Topic, tuple[Act, ...]] = {}
    for one in found.values():
        key = topic_of(one.act) or (season_of(one.act) if is_free(one.act) else None)
        if key is not None:
            shelves[key] = (*shelves.get(key, ()), one.act)
    return shelves


def _written(parts: Sequence[Part], teller: Teller) -> _Written:
    group = merged(parts)
    day, first = group.first.when
    return _Written(
        parts=tuple(parts),
        when=(day, first.report, first.index),
        reports=group.reports,
        demand=demand_of(group, teller.readings, teller),
    )


def _overtakes(old: Named, new: Named, talks: Sequence[Named]) -> bool:
    """Whether talks have come to have more or fewer words than others of one of their sides, or as many."""
    low, high = sorted((len(old.process.words), len(new.process.words)))
    return any(
        low <= len(one.process.words) <= high
        for one in talks
        if one is not new and not one.process.sides.isdisjoint(new.process.sides)
    )


def _sides(reading: Reading, ties: Ties) -> frozenset[str]:
    """The sides in events that may be moves about a truce or a meeting."""
    found = (ties.sides(reading, (*one.actors, *one.recipients)) for one in reading.events if may_be_tied(one))
    return frozenset(side for sides in found for side in sides)
