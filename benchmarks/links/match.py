"""What links.yaml speaks of, in readings: its events by their triggers, its actors by their mentions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from benchmarks.links.gold import linked
from corpus import standoff
from parley.linking.casting import Casting
from parley.record import Reading, Ref, Span

LINKS = Path(__file__).parents[2] / "corpus/links.yaml"
Links = Mapping[str, Any]
"""links.yaml as it is; its head says what stands in it."""


def load() -> Links:
    """What people found the 44 reports to say about the same things."""
    found: Links = yaml.safe_load(LINKS.read_text(encoding="utf-8"))
    return found


class Match:
    """Readings of the linked reports beside their annotation.

    An annotated event is found by the event of the reading whose trigger overlaps its own, the longest overlap first;
    an annotated actor by the actor of the reading to whom most of its mentions go."""

    def __init__(self, readings: Sequence[Reading], links: Links) -> None:
        self.links = links
        self.readings = {reading.report.id: reading for reading in readings}
        self.annotated: Mapping[str, standoff.Report] = {report["id"]: report for report in linked()}

    def ref(self, told: str) -> Ref | None:
        """The event of a reading that REPORT:SENTENCE:WORD names; None where the reader missed it."""
        if ":says:" in told:
            return None
        report, number, word = told.split(":", 2)
        gold = self._trigger(report, int(number), word)
        reading = self.readings.get(report)
        if gold is None or reading is None:
            return None
        overlaps = [(_shared(event.trigger, gold), -index) for index, event in enumerate(reading.events)]
        best = max(overlaps, default=(0, 0))
        return Ref(report, "event", -best[1]) if best[0] else None

    def inside(self, told: str) -> list[Ref]:
        """The events of a reading inside the statement that REPORT:SENTENCE:says:NUMBER names: those whose triggers
        stand in its annotated content and in some statement."""
        report, content = self._said(told)
        reading = self.readings.get(report)
        return [
            Ref(report, "event", index)
            for index, event in enumerate(reading.events if reading else ())
            if event.statement is not None and any(_shared(event.trigger, (a, b)) for a, b in content)
        ]

    def statements(self, told: str) -> list[Ref]:
        """The statement of a reading that shares most with that which REPORT:SENTENCE:says:NUMBER names."""
        report, content = self._said(told)
        reading = self.readings.get(report)
        overlaps = [
            (sum(_shared(piece, (a, b)) for piece in one.content for a, b in content), -index)
            for index, one in enumerate(reading.statements if reading else ())
        ]
        best = max(overlaps, default=(0, 0))
        return [Ref(report, "statement", -best[1])] if best[0] else []

    def _said(self, told: str) -> tuple[str, Sequence[standoff.Offsets]]:
        """The report and the annotated content of a statement."""
        report, number, _, at = told.split(":")
        said = [one for one in self.annotated[report]["statements"] if one["sentence"] == int(number)][int(at)]
        return report, said["content"]

    def refs(self, told: Sequence[str]) -> list[Ref]:
        """Those of several that were found."""
        return [ref for one in told if (ref := self.ref(one))]

    def _trigger(self, report: str, number: int, word: str) -> tuple[int, int] | None:
        """The characters of an annotated trigger; "let#2" is the second of that word in the sentence."""
        gold = self.annotated[report]
        word, _, count = word.partition("#")
        found = [
            event["trigger"]
            for event in gold["events"]
            if event["trigger"] and event["sentence"] == number and gold["text"][slice(*event["trigger"])] == word
        ]
        at = int(count or 1) - 1
        return (found[at][0], found[at][1]) if at < len(found) else None

    def actor(self, canonical: str, casting: Casting) -> str | None:
        """The actor of the record to whom most mentions of one of links.yaml go."""
        return _most(vote for pair in self._seen.get(canonical, ()) for vote in self._votes(pair, casting))

    def seen(self, pair: str, casting: Casting) -> str | None:
        """The same for what one report says of it; `pair` is REPORT/local-id."""
        return _most(self._votes(pair, casting))

    def _votes(self, pair: str, casting: Casting) -> Iterator[str]:
        report, _, local = pair.partition("/")
        spans = {tuple(told["span"]) for told in self.annotated[report]["mentions"] if told["actor"] == local}
        for mention in self.readings[report].mentions if report in self.readings else ():
            if (mention.span.start, mention.span.end) in spans:
                yield casting.of(report, mention.actor)

    @cached_property
    def _seen(self) -> Mapping[str, Sequence[str]]:
        return {actor["id"]: actor["seen"] for actor in self.links["actors"]}


def _most(votes: Iterable[str]) -> str | None:
    counts = Counter(votes)
    return min(counts, key=lambda one: (-counts[one], one), default=None)


def _shared(span: Span, other: tuple[int, int]) -> int:
    return max(0, min(span.end, other[1]) - max(span.start, other[0]))
