"""Who is who, kept up as reports come and go."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import chain, count, pairwise

from parley.linking.actors_told import Told, actors_told
from parley.linking.classes import Class, Node, Pair, Place, canon_of, wanted_id
from parley.linking.growing import Ties
from parley.linking.persons import Called, one_person
from parley.record import Canon, Copies, Reading

__all__ = ["Caster"]


@dataclass(slots=True, eq=False)
class _One:
    """One actor of the record: its classes, the id that it would have if no other wanted it, and the one it has."""

    nodes: frozenset[Node]
    first: Place
    wanted: str
    id: str = ""


class Caster:
    """Actors before the registry is asked whom they serve; reports go in and out in any order."""

    def __init__(self) -> None:
        self.base: dict[str, Canon] = {}
        self.ids: dict[Pair, str] = {}
        self.first: dict[str, Place] = {}
        """By id where the actor is told first: the order of actors."""
        self.moved: set[str] = set()
        """The reports of which the last update gave an actor another id."""
        self._told: dict[str, tuple[Told, ...]] = {}
        self._classes: dict[Node, Class] = {}
        self._ones: dict[Node, _One] = {}
        self._wanted: dict[str, list[_One]] = defaultdict(list)
        self._refers: dict[Node, set[Node]] = defaultdict(set)
        self._shelves: dict[str, Counter[Called]] = defaultdict(Counter)
        self._copies: dict[str, Copies] = {}
        self._text_of: dict[str, str] = {}
        self._surely: Ties[Node] = Ties()
        self._also: Ties[Node] = Ties()
        self._loose: set[str] = set()
        """The reports with collectives of which somebody's side is not known."""
        self._sided: dict[str, tuple[tuple[Node, str], ...]] = {}
        self._collectives: dict[str, Counter[Node]] = defaultdict(Counter)

    def update(self, readings: Iterable[Reading], gone: Iterable[str], copies: Sequence[Copies]) -> set[str]:
        """Take in readings that are new or others than before, and forget reports; gives the ids that are others."""
        new = {reading.report.id: reading for reading in readings}
        nodes: set[Node] = set()
        shelves: set[str] = set()
        for report in {*new, *gone}:
            self._forget(report, nodes, shelves)
        for report, reading in new.items():
            self._take(report, reading, nodes, shelves)
        for last in shelves:
            self._tie(("people", last), one_person(_in_order(self._shelves[last])))
        self._tie_copies(copies, {*new, *gone})
        self._surely.settle()
        self._tie_collectives({*new, *gone})
        self.moved.clear()
        changed = self._made(nodes | self._also.settle())
        self.ids |= {told.local.pair: self._ones[told.node].id for report in new for told in self._told[report]}
        return changed

    def reports(self, ids: Iterable[str]) -> set[str]:
        """Those that tell of these actors."""
        return {report for id_ in ids if id_ in self.base for report, _ in self.base[id_].seen}

    def _forget(self, report: str, nodes: set[Node], shelves: set[str]) -> None:
        self._loose.discard(report)
        for told in self._told.pop(report, ()):
            one = self._classes[told.node]
            one.drop(told.local, told.at, told.above, told.members)
            if not one.places:
                del self._classes[told.node]
            self.ids.pop(told.local.pair, None)
            nodes.add(told.node)
            if told.called:
                shelf = self._shelves[told.called.name[-1]]
                shelf[told.called] -= 1
                if not shelf[told.called]:
                    del shelf[told.called]
                    shelves.add(told.called.name[-1])

    def _take(self, report: str, reading: Reading, nodes: set[Node], shelves: set[str]) -> None:
        self._told[report] = tuple(actors_told(reading))
        if any(told.collective and not all(told.sides) for told in self._told[report]):
            self._loose.add(report)
        for told in self._told[report]:
            self._classes.setdefault(told.node, Class()).take(told.local, told.at, told.above, told.members)
            nodes.add(told.node)
            for other in (*told.members, *(() if told.above is None else (told.above,))):
                self._refers[other].add(told.node)
            if told.called:
                shelf = self._shelves[told.called.name[-1]]
                if not shelf[told.called]:
                    shelves.add(told.called.name[-1])
                shelf[told.called] += 1

    def _tie(self, source: tuple[str, str], pairs: Iterable[tuple[Node, Node]]) -> None:
        ties = list(pairs)
        self._surely.tie(source, ties)
        self._also.tie(source, ties)

    def _tie_copies(self, copies: Sequence[Copies], changed: set[str]) -> None:
        """In copies of one text the same words are the same actor."""
        present = {one.id: one for one in copies}
        for gone in self._copies.keys() - present.keys():
            self._tie(("copies", gone), ())
        for name, one in present.items():
            before = self._copies.get(name)
            if before is None or before.reports != one.reports or not changed.isdisjoint(one.reports):
                self._tie(("copies", name), self._copied(one))
        self._copies = present

    def _copied(self, one: Copies) -> Iterator[tuple[Node, Node]]:
        """Collectives are told apart by their sides; one of unknown sides is that of which most of the copies tell."""
        by_words: dict[tuple[str, tuple[str, ...]], dict[frozenset[str], list[Node]]] = defaultdict(dict)
        for told in (told for report in one.reports for told in self._told.get(report, ())):
            if told.local.words:
                same = by_words[told.local.actor.kind, told.local.words]
                same.setdefault(frozenset(filter(None, told.sides)), []).append(told.node)
        for same in by_words.values():
            most = min(same, key=lambda sides: (not sides, -len(same[sides]), sorted(sides)))
            for sides, nodes in same.items():
                yield from pairwise(nodes if sides else [*nodes, same[most][0]])

    def _tie_collectives(self, reports: Set[str]) -> None:
        """Collectives of the same sides: "both governments" are those of the two states. What stands for somebody of no
        known side may be another each time."""
        changed: set[str] = set()
        for report in reports | self._loose:
            sided = tuple((one.node, self._sides(one)) for one in self._told.get(report, ()) if one.collective)
            if sided != self._sided.get(report, ()):
                changed |= self._uncount(report) | {key for _, key in sided}
                self._sided[report] = sided
                for node, key in sided:
                    self._collectives[key][node] += 1
        for key in changed:
            self._also.tie(("collective", key), pairwise(_in_order(+self._collectives[key])))

    def _uncount(self, report: str) -> set[str]:
        told = self._sided.pop(report, ())
        for node, key in told:
            self._collectives[key][node] -= 1
        return {key for _, key in told}

    def _sides(self, one: Told) -> str:
        sides = (side or self._apart(node) for side, node in zip(one.sides, one.members, strict=True))
        return f"{one.local.actor.kind} {' '.join(sorted(sides))}"

    def _apart(self, node: Node) -> str:
        """What stands for somebody of no known side."""
        return min(map(str, self._surely.group(node)))

    def _made(self, touched: set[Node]) -> set[str]:
        """Put together anew what has one of these classes; gives the ids that are gone, new, or of other actors now."""
        old = {one.id: one for node in touched if (one := self._ones.get(node))}
        before = {node: one.id for one in old.values() for node in one.nodes}
        for one in old.values():
            self._wanted[one.wanted].remove(one)
            for node in one.nodes:
                self._ones.pop(node, None)
        waiting = {node for node in touched.union(*(one.nodes for one in old.values())) if node in self._classes}
        new: list[_One] = []
        while waiting:
            nodes = frozenset(node for node in self._also.group(waiting.pop()) if node in self._classes)
            waiting -= nodes
            new.append(self._one(nodes))
        gone = {one.id for one in old.values()}
        renamed = self._named({one.wanted for one in (*old.values(), *new)}, gone)
        return self._written(gone, new, renamed, before)

    def _one(self, nodes: frozenset[Node]) -> _One:
        classes = [self._classes[node] for node in nodes]
        made = _One(nodes, min(one.places[0] for one in classes), wanted_id(classes))
        self._ones |= dict.fromkeys(nodes, made)
        self._wanted[made.wanted].append(made)
        return made

    def _named(self, wanted: set[str], gone: set[str]) -> list[_One]:
        """Give those who want the same ids theirs; gives all whose id is another. What was given up goes to `gone`.

        Who is told first has the bare one; the others have the report in which they are told first behind it, so that
        they keep theirs whoever else comes.
        """
        renamed = []
        for name in wanted:
            taken: set[str] = set()
            for one in sorted(self._wanted[name], key=lambda one: one.first):
                id_ = _free(f"{name}~{one.first[0]}", taken) if taken else name
                taken.add(id_)
                if one.id != id_:
                    gone.add(one.id)
                    one.id = id_
                    renamed.append(one)
            if not self._wanted[name]:
                del self._wanted[name]
        return renamed

    def _written(
        self, gone: set[str], new: Sequence[_One], renamed: Sequence[_One], before: Mapping[Node, str]
    ) -> set[str]:
        """Write the actors of which anything is new; gives their ids and those that are gone.

        Those who act for others, or have them for members, are other actors only where the id of these is another than
        `before`.
        """
        for id_ in gone:
            self.base.pop(id_, None)
            self.first.pop(id_, None)
        for one in (*new, *renamed):
            for node in one.nodes:
                if before.get(node) != one.id:
                    for report, _, actor in self._classes[node].places:
                        self.ids[report, actor] = one.id
                        self.moved.add(report)
        others = {id(one): one for one in (*new, *renamed)}
        for one in renamed:
            for node in one.nodes:
                if before.get(node) != one.id:
                    referring = (self._ones.get(at) for at in self._refers.get(node, ()))
                    others |= {id(each): each for each in referring if each}
        for one in others.values():
            self.base[one.id] = canon_of(one.id, [self._classes[node] for node in one.nodes], self._id)
            self.first[one.id] = one.first
        return gone | {one.id for one in others.values()}

    def _id(self, node: Node) -> str | None:
        one = self._ones.get(node)
        return one.id if one else None


def _free(wanted: str, taken: set[str]) -> str:
    """An id, numbered where several are told first in one report."""
    return next(id_ for id_ in chain((wanted,), (f"{wanted}~{at}" for at in count(2))) if id_ not in taken)


def _in_order(items: Iterable[Node] | Iterable[Called]) -> list:  # type: ignore[type-arg]
    return sorted(items, key=str)
