"""Who is who across reports: the actors of single readings put to those of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from parley.linking.caster import Caster
from parley.linking.classes import Pair
from parley.linking.superiors import Placer
from parley.record import Canon, Copies, Reading
from parley.registry import Registry

__all__ = ["OFFICIAL", "Cast", "Casting", "Recast", "cast"]

OFFICIAL = frozenset(
    "official officials member members delegate delegates minister ministers adviser aide commander".split()
)
"""Words that make an unnamed speaker one of his side; any other unnamed source is only a source."""


@dataclass(frozen=True, slots=True)
class Casting:
    """The actors of the record, and which of them each report's actor is."""

    actors: Mapping[str, Canon] = field(default_factory=dict)
    ids: Mapping[Pair, str] = field(default_factory=dict)
    rules: Mapping[str, str] = field(default_factory=dict)
    """Of an authority the state that it rules: in talks the two speak for one side."""

    def of(self, report: str, actor: str) -> str:
        """The id of a report's actor in the record."""
        return self.ids.get((report, actor), f"{report}/{actor}")

    def side(self, actor: str) -> str:
        """The one at the end of the chain of those it acts for, or rules."""
        passed = {actor}
        while (above := self._above(actor)) and above not in passed:
            actor = above
            passed.add(actor)
        return actor

    def _above(self, actor: str) -> str | None:
        known = self.actors.get(actor)
        return (known.acts_for if known else None) or self.rules.get(actor)

    def sides(self, actor: str) -> frozenset[str]:
        """The sides of an actor: one, or those of its members where it is a collective."""
        known = self.actors.get(actor)
        members = known.members if known else ()
        return frozenset(self.side(member) for member in members) or frozenset((self.side(actor),))


def cast(readings: Iterable[Reading], copies: Sequence[Copies] = (), registry: Registry | None = None) -> Casting:
    """Put every actor of every reading to one of the record.

    By what is known of them: the registry, the state, the body or service and whose it is, the whole name, then a
    person's name that is part of another. Those without a name are one only where they stand in copies of one text
    under the same words. For whom an actor of the registry acts is told by the registry, for the last day on which it
    was mentioned; of others by their reports. The order of the readings does not matter.
    """
    return Cast(registry).update(readings, (), copies).casting


@dataclass(frozen=True, slots=True)
class Recast:
    """Who is who now; the actors who are others, or known otherwise, than before, and the reports that tell of them.

    `rewritten` are all actors of whom anything is another, be it only a name that a further report has for them.
    """

    casting: Casting
    reports: frozenset[str]
    actors: frozenset[str]
    rewritten: frozenset[str] = frozenset()


class Cast:
    """Who is who, kept up as reports come and go."""

    def __init__(self, registry: Registry | None = None) -> None:
        self._caster, self._placer = Caster(), Placer(registry)
        self._days: dict[str, str] = {}
        self._below: dict[str, set[str]] = defaultdict(set)

    def update(self, readings: Iterable[Reading], gone: Iterable[str], copies: Sequence[Copies]) -> Recast:
        """Take in readings that are new or others than before, and forget reports.

        The Casting made before holds no longer: its ids are those of the present one.
        """
        new, gone = list(readings), set(gone)
        for report in gone.union(one.report.id for one in new):
            self._days.pop(report, None)
        self._days |= {r.report.id: r.report.published.isoformat() for r in new if r.report.published}
        changed = self._caster.update(new, gone, copies)
        others = self._placer.update(self._caster.base, self._caster.first, changed, self._days)
        casting = Casting(self._placer.actors(), self._caster.ids, self._placer.rules)
        known = self._beyond({id_ for id_, old in others.items() if _face(old) != _face(self._placer.get(id_))})
        reports = self._caster.reports(known).union(self._caster.moved, (one.report.id for one in new))
        return Recast(casting, frozenset(reports), frozenset(known), frozenset(known | others.keys()))

    def _beyond(self, ids: set[str]) -> set[str]:
        """These and all whose side is told by them."""
        for id_ in ids:
            canon = self._placer.get(id_)
            rules = self._placer.rules.get(id_)
            for above in (canon.acts_for, rules, *canon.members) if canon else ():
                if above:
                    self._below[above].add(id_)
        found, waiting = set(ids), list(ids)
        while waiting:
            fresh = self._below.get(waiting.pop(), set()) - found
            found |= fresh
            waiting.extend(fresh)
        return found


def _face(canon: Canon | None) -> tuple[object, ...] | None:
    """All that is asked of an actor but for where it is seen and by which names."""
    if canon is None:
        return None
    official = OFFICIAL.intersection(word for name in canon.names for word in name.casefold().split())
    side = canon.acts_for, canon.members
    return canon.name, canon.kind, canon.country, canon.registry, side, bool(canon.names), official
