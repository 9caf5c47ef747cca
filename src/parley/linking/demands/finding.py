"""All demands of a set of readings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date

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
from parley.linking.demands.speaking import Speakers
from parley.linking.demands.ties import Ties
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
        self._speakers = Speakers()
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
            self._speakers.put(report, None)
            self._played.pop(report, None)
        retold = self._speakers.turn(talks)
        again, partly = retold.reports - new.keys(), retold.partly - new.keys()
        ties = Ties(talks, teller.casting, {*again, *partly, *new})
        for report in again | partly:
            reading, shaped = teller.readings[report], retold.shaped if report in partly else None
            if shaped is None:
                self._speakers.put(report, ties.speaking(reading))
            self._put(report, retied(reading, teller.casting, ties, self._played[report], shaped), moved)
        for report, reading in new.items():
            self._speakers.put(report, ties.speaking(reading))
            self._put(report, played(reading, teller.casting, ties), moved)
        for key, one in moved.items():
            if isinstance(key, Topic):
                self._meet(key, one)
        self._quarters.update({key: one for key, one in moved.items() if isinstance(key, Season)})
        return self._write(new.keys(), teller)

    def _put(self, report: str, found: dict[int, Played], moved: dict[Season | Topic, Moved]) -> None:
        """Keep the moves of a report, and note those that are gone and new."""
        old = self._played.get(report, {})
        self._played[report] = found
        for index in old.keys() | found.keys():
            before, now = (played[index].act if index in played else None for played in (old, found))
            if before is not now and before != now:
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
        before: dict[tuple[str, int], _Written] | None = None
        for parts in (*self._met.values(), *self._quarters.demands()):
            root = parts[0].group
            known = old.get(root)
            if known is None or known.parts != parts or not known.reports.isdisjoint(changed):
                if before is None:
                    before = {_opening(group): one for group, one in old.items()}
                known = _again(before.get(_opening(root)), parts, changed, teller)
            self._written[root] = known
        return tuple(one.demand for one in sorted(self._written.values(), key=lambda one: one.when))


def _opening(group: Group) -> tuple[str, int]:
    """The place of the move that a group was opened by; compared faster than its reference."""
    ref = group.acts[0].ref
    return ref.report, ref.index


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
