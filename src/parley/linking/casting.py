"""Who is who across reports: the actors of single readings put to those of the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parley.linking.groups import Groups
from parley.linking.keys import Local, key_of, locals_of
from parley.linking.persons import join_persons
from parley.linking.superiors import superiors
from parley.record import Canon, Copies, Reading
from parley.registry import Registry

__all__ = ["Casting", "cast"]

Pair = tuple[str, str]
"""A report's id and an actor's id in it."""


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


def cast(readings: Sequence[Reading], copies: Sequence[Copies] = (), registry: Registry | None = None) -> Casting:
    """Put every actor of every reading to one of the record.

    By what is known of them: the registry, the state, the body or service and whose it is, the whole name, then a
    person's name that is part of another. Those without a name are one only where they stand in copies of one text
    under the same words. For whom an actor of the registry acts is told by the registry, for the last day on which it
    was mentioned; of others by their reports. The order of the readings does not matter.
    """
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    people = [local for reading in ordered for local in locals_of(reading)]
    groups: Groups[Pair] = Groups(local.pair for local in people)
    _join(groups, ((local.pair, key_of(local)) for local in people))
    _join(groups, _copied(people, copies))
    join_persons(groups, people)
    _join(groups, _collectives(people, groups))
    found = _name(people, groups)
    return _placed(found, registry, _last_days(ordered)) if registry else found


def _placed(casting: Casting, registry: Registry, days: Mapping[str, str]) -> Casting:
    actors, rules = superiors(casting.actors, registry, days)
    return replace(casting, actors=actors, rules=rules)


def _last_days(readings: Iterable[Reading]) -> Mapping[str, str]:
    return {r.report.id: r.report.published.isoformat() for r in readings if r.report.published}


def _join(groups: Groups[Pair], keyed: Iterable[tuple[Pair, str | None]]) -> None:
    first: dict[str, Pair] = {}
    for pair, key in keyed:
        if key is not None:
            groups.join(first.setdefault(key, pair), pair)


def _copied(people: Iterable[Local], copies: Iterable[Copies]) -> list[tuple[Pair, str | None]]:
    """In copies of one text the same words are the same actor."""
    text_of = {report: one.id for one in copies for report in one.reports}
    return [
        (local.pair, f"{text_of[local.report]} {local.actor.kind} {' '.join(local.words)}")
        for local in people
        if local.report in text_of and local.words
    ]


def _collectives(people: Iterable[Local], groups: Groups[Pair]) -> list[tuple[Pair, str | None]]:
    """Collectives of the same sides: "both governments" are those of the two states."""
    root = {local.pair: local.root for local in people}

    def side(report: str, member: str) -> str:
        return root.get((report, member)) or "/".join(groups.find((report, member)))

    return [
        (local.pair, f"{local.actor.kind} {' '.join(sorted(side(local.report, m) for m in local.members))}")
        for local in people
        if len(local.members) > 1 and not local.actor.registry
    ]


def _name(people: Sequence[Local], groups: Groups[Pair]) -> Casting:
    by_pair = {local.pair: local for local in people}
    gathered = [[by_pair[pair] for pair in group] for group in groups.all()]
    ids: dict[Pair, str] = {}
    taken: set[str] = set()
    for group in gathered:
        name = _unique(_id(group), taken)
        ids |= {local.pair: name for local in group}
    actors = {ids[group[0].pair]: _canon(group, ids) for group in gathered}
    return Casting(actors, ids)


def _id(group: Sequence[Local]) -> str:
    """The registry's id, else the name with the country, else the first report's own id."""
    registry = _most(local.actor.registry for local in group)
    if registry:
        return registry
    first = min(group, key=lambda local: local.pair)
    if len({local.report for local in group}) == 1:
        return "/".join(first.pair)
    country = _most(local.actor.country for local in group)
    name = "-".join(min((local.words for local in group if local.words), default=(first.actor.id,)))
    return f"{country.lower()}-{name}" if country else name


def _unique(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 2
    while name in taken:
        name, number = f"{wanted}-{number}", number + 1
    taken.add(name)
    return name


def _canon(group: Sequence[Local], ids: Mapping[Pair, str]) -> Canon:
    mine = ids[group[0].pair]
    names = Counter(local.actor.name for local in group if local.actor.name)
    shown = (
        _most(local.actor.known_as for local in group)
        or _longest(names)
        or _most(local.called for local in group)
        or mine
    )
    above = _most(ids.get((local.report, local.actor.acts_for)) for local in group if local.actor.acts_for)
    members = {ids[local.report, m] for local in group for m in local.members if (local.report, m) in ids}
    return Canon(
        id=mine,
        name=shown,
        kind=_most(local.actor.kind for local in group) or "other",
        seen=tuple(sorted(local.pair for local in group)),
        country=_most(local.actor.country for local in group),
        acts_for=above if above != mine else None,
        members=tuple(sorted(members - {mine})),
        names=tuple(name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))),
        registry=_most(local.actor.registry for local in group),
    )


def _longest(names: Counter[str]) -> str | None:
    """The fullest name among the frequent ones."""
    return max(names, key=lambda name: (names[name] > 1, len(name), name), default=None)


def _most(values: Iterable[str | None]) -> str | None:
    """The most frequent value, the first in the alphabet among equals."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
