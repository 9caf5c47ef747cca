"""Passages that rest on another origin than their report: what one speaker said on one day, wherever it is told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from parley.linking.casting import Casting
from parley.linking.origins_speakers import Known, Occasion, Speakers
from parley.linking.origins_texts import Mains, occasion_id, spoken_name
from parley.record import Origin, Reading, Ref

__all__ = ["Passages"]


class Passages:
    """The statements of named sources, by who made them and when, and the origins that they make."""

    def __init__(self) -> None:
        self._said: dict[str, tuple[tuple[Occasion, Ref], ...]] = {}
        self._spoken: dict[str, dict[str, list[Ref]]] = defaultdict(dict)
        self._occasions: dict[str, Occasion] = {}
        self._made: dict[str, Origin] = {}
        self._alone: set[str] = set()

    def update(
        self, readings: Iterable[Reading], gone: Iterable[str], changed: set[str], mains: Mains, known: Known
    ) -> set[str]:
        """Hear some reports anew and forget others; gives the ids of the origins that are others now.

        `changed` are the ids of those of whole reports that are.
        """
        new = {reading.report.id: reading for reading in readings}
        names = set(changed)
        for report in (*new, *gone):
            names |= self._forget(report)
        for report, reading in new.items():
            names |= self._hear(report, reading, known)
        for name in changed:
            for report in mains.made[name].reports if name in mains.made else ():
                names |= {occasion_id(occasion) for occasion, _ in self._said.get(report, ())}
        for name in names:
            self._write(name, mains, known.casting)
        return names

    def of(self, report: str) -> Iterator[Ref]:
        """The statements of named sources in a report."""
        return (ref for _, ref in self._said.get(report, ()))

    def over(self, mains: Iterable[Origin]) -> Iterator[Origin]:
        """The origins of whole reports with the passages that rest on them."""
        return (self._made.get(one.id, one) for one in mains)

    def alone(self) -> Iterator[Origin]:
        """Those that passages alone rest on."""
        return (self._made[name] for name in sorted(self._alone))

    def _forget(self, report: str) -> set[str]:
        names = {occasion_id(occasion) for occasion, _ in self._said.pop(report, ())}
        for name in names:
            self._spoken[name].pop(report, None)
        return names

    def _hear(self, report: str, reading: Reading, known: Known) -> set[str]:
        said = self._said[report] = tuple(
            (occasion, Ref(report, "statement", index)) for index, occasion in Speakers(reading, known).public()
        )
        for occasion, ref in said:
            name = occasion_id(occasion)
            self._occasions[name] = occasion
            self._spoken[name].setdefault(report, []).append(ref)
        return {occasion_id(occasion) for occasion, _ in said}

    def _write(self, name: str, mains: Mains, casting: Casting) -> None:
        told: Mapping[str, list[Ref]] = self._spoken.get(name, {})
        main = mains.made.get(name)
        self._made.pop(name, None)
        self._alone.discard(name)
        if not told:
            self._spoken.pop(name, None)
        elif main or len({mains.of_report[report] for report in told}) > 1:
            occasion = self._occasions[name]
            base = main or Origin(name, "statement", spoken_name(occasion, casting), (), by=(occasion[0],))
            refs = tuple(ref for report in sorted(told) for ref in told[report])
            self._made[name] = replace(base, also=tuple(sorted(told.keys() - set(base.reports))), passages=refs)
            if not main:
                self._alone.add(name)
