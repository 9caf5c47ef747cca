"""All demands of a set of readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
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
from parley.linking.demands.settling import Moved, Quarters
from parley.linking.demands.ties import Speaking, Ties, rank
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
        self._speaking: dict[str, Speaking] = {}
        self._talks: dict[str, Named] = {}
        self._about: dict[Topic, dict[Ref, Act]] = defaultdict(dict)
        self._met: dict[Topic, tuple[Part, ...]] = {}
        self._quarters = Quarters()
        self._written: dict[Group, _Written] = {}

    def update(
        self, readings: Iterable[Reading], gone: Iterable[str], talks: Sequence[Named], teller: Teller
    ) -> tuple[Demand, ...]:
        """Take in readings that are others than before, or of which anybody or any origin is, and forget reports.

        `talks` and `teller` are of the present already.
        """
        new = {reading.report.id: reading for reading in readings}
        moved: dict[Season | Topic, Moved] = defaultdict(Moved)
        for report in gone:
            self._put(report, {}, moved)
            self._speaking.pop(report, None)
            self._played.pop(report, None)
        again = self._retied(talks) - new.keys()
        ties = Ties(talks, teller.casting, again | new.keys())
        for report in again:
            reading = teller.readings[report]
            self._speaking[report] = ties.speaking(reading)
            self._put(report, retied(reading, teller.casting, ties, self._played[report]), moved)
        for report, reading in new.items():
            self._speaking[report] = ties.speaking(reading)
            self._put(report, played(reading, teller.casting, ties), moved)
        for key, one in moved.items():
            if isinstance(key, Topic):
                self._meet(key, one)
        self._quarters.update({key: one for key, one in moved.items() if isinstance(key, Season)})
        return self._write(new.keys(), teller)

    def _retied(self, talks: Sequence[Named]) -> set[str]:
        """The reports with moves that may be about talks which are others now."""
        old, self._talks = self._talks, {named.process.id: named for named in talks}
        others = {name for name in old.keys() | self._talks.keys() if old.get(name) is not self._talks.get(name)}
        both = [(old[name], self._talks[name]) for name in others & old.keys() & self._talks.keys()]
        told = {ref.report for one, other in both for ref in one.abouts.keys() ^ other.abouts.keys()}
        shaped = {other.process.id for one, other in both if one.shape != other.shape}
        passed: dict[str, set[str]] = defaultdict(set)
        for ahead, by in chain.from_iterable(_passed(one, other, old, self._talks) for one, other in both):
            passed[ahead] |= by.process.sides
        sides = {
            side
            for name in others.difference(other.process.id for _, other in both)
            for side in (old.get(name) or self._talks[name]).process.sides
        }
        return {
            report
            for report, known in self._speaking.items()
            if report in told
            or not shaped.isdisjoint(known.talks)
            or not sides.isdisjoint(known.sides)
            or any(not known.sides.isdisjoint(passed[name]) for name in known.talks & passed.keys())
        }

    def _put(self, report: str, found: dict[int, Played], moved: dict[Season | Topic, Moved]) -> None:
        """Keep the moves of a report, and note those that are gone and new."""
        old = self._played.get(report, {})
        self._played[report] = found
        for index in old.keys() | found.keys():
            before, now = (played[index].act if index in played else None for played in (old, found))
            if before != now:
                for act, acts in ((before, "gone"), (now, "new")):
                    key = _key(act) if act else None
                    if act and key:
                        getattr(moved[key], acts).append(act)

    def _meet(self, topic: Topic, moved: Moved) -> None:
        """Put the moves about a truce or meeting together anew."""
        told = self._about[topic]
        for act in moved.gone:
            del told[act.ref]
        told |= {act.ref: act for act in moved.new}
        self._met.pop(topic, None)
        group = tied(in_order(told.values()))
        if group:
            self._met[topic] = (Part(group),)

    def _write(self, changed: Set[str], teller: Teller) -> tuple[Demand, ...]:
        """All demands in order; those of which nothing changed are as they were."""
        old, self._written = self._written, {}
        before: dict[Ref, _Written] | None = None
        for parts in (*self._met.values(), *self._quarters.demands()):
            root = parts[0].group
            known = old.get(root)
            if known is None or known.parts != parts or not known.reports.isdisjoint(changed):
                if before is None:
                    before = {one.parts[0].group.acts[0].ref: one for one in old.values()}
                known = _again(before.get(root.acts[0].ref), parts, changed, teller)
            self._written[root] = known
        return tuple(one.demand for one in sorted(self._written.values(), key=lambda one: one.when))


def _again(known: _Written | None, parts: tuple[Part, ...], changed: Set[str], teller: Teller) -> _Written:
    """A demand of which something may be another; where the moves are the same it is written from what it was."""
    if known is None or not known.reports.isdisjoint(changed) or not _of_the_same(known.parts, parts):
        return _written(parts, teller)
    if not _same(known.parts, parts):
        return replace(known, parts=parts, demand=joined_anew(known.demand, merged(parts)))
    return replace(known, parts=parts)


def _same(old: Sequence[Part], new: Sequence[Part]) -> bool:
    """Whether these are the same groups, or others that hold the same for the same reasons."""
    return len(old) == len(new) and all(map(_holds_the_same, old, new))


def _of_the_same(old: Sequence[Part], new: Sequence[Part]) -> bool:
    """Whether they hold the same moves, for whatever reasons."""
    return len(old) == len(new) and all(one.group.acts == other.group.acts for one, other in zip(old, new, strict=True))


def _holds_the_same(old: Part, new: Part) -> bool:
    one, other = old.group, new.group
    return old is new or (old.why == new.why and (one is other or (one.acts == other.acts and one.why == other.why)))


def _key(act: Act) -> Season | Topic | None:
    """By what a move is told apart from others: the truce or meeting that it is about, or the quarter."""
    return topic_of(act) or (season_of(act) if is_free(act) else None)


def _written(parts: tuple[Part, ...], teller: Teller) -> _Written:
    group = merged(parts)
    day, first = group.first.when
    return _Written(
        parts=parts,
        when=(day, first.report, first.index),
        reports=group.reports,
        demand=demand_of(group, teller.readings, teller),
    )


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
