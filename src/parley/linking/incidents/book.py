"""The incidents of a record, kept up as reports come."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from parley.linking.casting import Casting
from parley.linking.claims import evidence
from parley.linking.incidents.accounts import Account, accounts
from parley.linking.incidents.explaining import Explainer
from parley.linking.incidents.matching import Cluster, Matcher, Order, order
from parley.linking.incidents.naming import id_of, kind_of, what_of
from parley.linking.incidents.slots import Telling, chosen, point_of, slots
from parley.linking.incidents.story import Story, story_of
from parley.linking.incidents.tolls import tolls
from parley.record import Incident, Origin, Reading, Ref, Report

__all__ = ["Book"]


class Book:
    """Reports go in and out in any order; the incidents are those of the set of reports that are in."""

    def __init__(self) -> None:
        self._matcher = Matcher()
        self._explainer = Explainer(self._matcher)
        self._readings: dict[str, Reading] = {}
        self._stories: dict[str, tuple[Report, Story]] = {}
        self._accounts: dict[str, list[Account]] = {}
        self._made: dict[Cluster, tuple[Order, Cluster]] = {}
        self._at: dict[int, Cluster] = {}
        self._order: list[tuple[Order, Cluster]] = []
        self._listed: list[Incident] = []

    def update(
        self,
        readings: Iterable[Reading],
        casting: Casting,
        origins: Sequence[Origin] = (),
        gone: Iterable[str] = (),
    ) -> None:
        """Take in readings that are new, or whose people or origins the record knows otherwise than before."""
        told = {reading.report.id: reading for reading in readings}
        for report in gone:
            self._forget(report)
        self._readings |= told
        found = {report: accounts(told[report], casting, self._story(told[report].report)) for report in sorted(told)}
        others = {report: one for report, one in found.items() if one != self._accounts.get(report)}
        touched = self._matcher.update(others, gone)
        self._accounts |= others
        self._explainer.forget(self._matcher.gone)
        touched.update(*(self._matcher.numbers(report) for report in told))
        self._make(touched, casting, origins)

    def drop(self, report: str, casting: Casting, origins: Sequence[Origin] = ()) -> None:
        """Forget a report."""
        self.update((), casting, origins, (report,))

    def incidents(self) -> tuple[Incident, ...]:
        """All of them, in the order in which they were first told."""
        return tuple(self._listed)

    def _forget(self, report: str) -> None:
        for known in (self._readings, self._stories, self._accounts):
            known.pop(report, None)

    def _story(self, report: Report) -> Story:
        """What the report is about, which is one thing as long as the report is the same."""
        known = self._stories.get(report.id)
        if known is None or known[0] != report:
            known = self._stories[report.id] = report, story_of(report)
        return known[1]

    def _make(self, touched: Iterable[int], casting: Casting, origins: Sequence[Origin]) -> None:
        """Write anew the incidents of which something changed, and forget those that are no more."""
        clusters = self._matcher.cluster
        present = {clusters[number] for number in touched if number in clusters}
        for old in {self._at[number] for number in (*touched, *self._matcher.gone) if number in self._at} - present:
            self._drop(old)
            for number in old:
                if self._at.get(number) == old:
                    del self._at[number]
        for cluster in present:
            self._put(cluster, self._incident(cluster, casting, origins))
            self._at |= dict.fromkeys(cluster, cluster)

    def _put(self, cluster: Cluster, incident: Incident) -> None:
        """Keep what was made, in the place that it has among all."""
        place = order(self._matcher.told[cluster[0]]), cluster
        if self._made.get(cluster, place) != place:
            self._drop(cluster)
        at = bisect_left(self._order, place)
        if cluster in self._made:
            self._listed[at] = incident
        else:
            self._made[cluster] = place
            self._order.insert(at, place)
            self._listed.insert(at, incident)

    def _drop(self, cluster: Cluster) -> None:
        at = bisect_left(self._order, self._made.pop(cluster))
        del self._order[at], self._listed[at]

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
            links=self._explainer.why(cluster),
            maybe=self._explainer.why_maybe(cluster),
            point=point_of(told, place),
        )

    def _telling(self, ref: Ref, casting: Casting, origins: Sequence[Origin]) -> Telling:
        reading = self._readings[ref.report]
        return Telling(ref, reading, evidence(reading, ref, casting, origins))

    def _sides(self, cluster: Cluster) -> Iterator[str]:
        """Those that most tellings name come first."""
        counts = Counter(side for number in cluster for side in self._matcher.told[number].sides)
        yield from sorted(counts, key=lambda side: (-counts[side], side))
