"""The incidents of a record, kept up as reports come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from parley.linking.casting import Casting
from parley.linking.claims import evidence
from parley.linking.incidents.accounts import accounts
from parley.linking.incidents.explaining import why, why_maybe
from parley.linking.incidents.matching import Cluster, Matcher, order
from parley.linking.incidents.naming import id_of, kind_of, what_of
from parley.linking.incidents.slots import Telling, chosen, point_of, slots
from parley.linking.incidents.tolls import tolls
from parley.record import Incident, Origin, Reading, Ref

__all__ = ["Book"]


class Book:
    """Reports go in and out in any order; the incidents are those of the set of reports that are in."""

    def __init__(self) -> None:
        self._matcher = Matcher()
        self._readings: dict[str, Reading] = {}
        self._made: dict[Cluster, Incident] = {}

    def update(self, readings: Iterable[Reading], casting: Casting, origins: Sequence[Origin] = ()) -> None:
        """Take in readings that are new, or whose people or origins the record knows otherwise than before."""
        touched: set[int] = set()
        for reading in sorted(readings, key=lambda one: one.report.id):
            self._readings[reading.report.id] = reading
            touched |= self._matcher.add(reading.report.id, accounts(reading, casting))
        self._make(touched, casting, origins)

    def drop(self, report: str, casting: Casting, origins: Sequence[Origin] = ()) -> None:
        """Forget a report."""
        touched = self._matcher.drop(report)
        self._readings.pop(report, None)
        self._make(touched, casting, origins)

    def incidents(self) -> tuple[Incident, ...]:
        """All of them, in the order in which they were first told."""
        return tuple(self._made[cluster] for cluster in sorted(self._made, key=self._first))

    def _first(self, cluster: Cluster) -> tuple[object, ...]:
        return order(self._matcher.told[cluster[0]])

    def _make(self, touched: Iterable[int], casting: Casting, origins: Sequence[Origin]) -> None:
        """Write anew the incidents of which something changed, and forget those that are no more."""
        clusters = self._matcher.cluster
        present = {clusters[number] for number in touched if number in clusters}
        gone = [old for old in self._made if old not in present and any(clusters.get(n) != old for n in old)]
        for cluster in gone:
            del self._made[cluster]
        self._made |= {cluster: self._incident(cluster, casting, origins) for cluster in present}

    def _incident(self, cluster: Cluster, casting: Casting, origins: Sequence[Origin]) -> Incident:
        refs = [ref for number in cluster for ref in self._matcher.told[number].refs]
        told = [self._telling(ref, casting, origins) for ref in refs]
        versions = slots(told, casting)
        place, when = chosen(versions.get("place", ())), chosen(versions.get("when", ()))
        sides = tuple(self._sides(cluster))
        kind = kind_of(told)
        return Incident(
            id=id_of(refs[0]),
            kind=kind,
            what=what_of(kind, told, sides, place, casting),
            members=tuple(refs),
            sides=sides,
            when=when,
            place=place,
            slots=versions,
            tolls=tolls(told, casting),
            links=why(cluster, self._matcher),
            maybe=why_maybe(cluster, self._matcher),
            point=point_of(told, place),
        )

    def _telling(self, ref: Ref, casting: Casting, origins: Sequence[Origin]) -> Telling:
        reading = self._readings[ref.report]
        return Telling(ref, reading, evidence(reading, ref, casting, origins))

    def _sides(self, cluster: Cluster) -> Iterator[str]:
        """Those that most tellings name come first."""
        counts = Counter(side for number in cluster for side in self._matcher.told[number].sides)
        yield from sorted(counts, key=lambda side: (-counts[side], side))
