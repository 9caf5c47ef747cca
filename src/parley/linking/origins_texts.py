"""Reports of one text, and the origins that whole reports rest on."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parley.linking.casting import Casting
from parley.linking.origins_sources import Rests
from parley.linking.origins_speakers import Occasion
from parley.record import Copies, Origin, Reading, Reason
from parley.record.origin import OriginKind

__all__ = ["Mains", "Text", "age", "occasion_id", "outlet_of", "spoken_name", "text_of"]

WEIGHTS = {"copies": 6.0, "credit": 3.0, "source": 3.0, "issued": 5.0, "own": 1.0}
"""What each ground adds to the log-odds that the reports of an origin have one origin."""


@dataclass(frozen=True, slots=True)
class Text:
    """Reports of one text, the earliest first: what the fullest of them rests on, and why they are together."""

    readings: tuple[Reading, ...]
    rests: Rests
    copies: Copies | None
    agency: str | None

    @property
    def first(self) -> Reading:
        return self.readings[0]

    @property
    def id(self) -> str:
        """That of the origin: texts with one id share it."""
        if self.rests.occasion:
            return occasion_id(self.rests.occasion)
        if self.copies or self.agency:
            return self.copies.id if self.copies else f"agency/{self.first.report.id}"
        published = self.first.report.published
        return f"outlet:{outlet_of(self.first)}/{published}" if published else f"report/{self.first.report.id}"


def text_of(ordered: Sequence[Reading], told: Mapping[str, Rests], copies: Copies | None) -> Text:
    """The text of some reports, the earliest first."""
    fullest = max(ordered, key=lambda reading: (len(reading.report.text), reading.report.id))
    credited = [name for reading in ordered for name in told[reading.report.id].credits]
    agency = (copies.agency if copies else None) or next(iter(credited), None)
    return Text(tuple(ordered), told[fullest.report.id], copies, agency)


def age(reading: Reading) -> tuple[date, str]:
    """The order of publication; reports without a day come last."""
    return reading.report.published or date.max, reading.report.id


def occasion_id(occasion: Occasion) -> str:
    """That of the origin that one speaker is on one day."""
    speaker, day = occasion
    return f"{speaker}/{day}" if day else speaker


class Mains:
    """The origins that whole reports rest on, by their ids."""

    def __init__(self) -> None:
        self.made: dict[str, Origin] = {}
        self.of_report: dict[str, str] = {}
        self._shelves: dict[str, dict[str, Text]] = defaultdict(dict)
        self._at: dict[str, str] = {}
        self._place: dict[str, tuple[tuple[date, str], str]] = {}
        self._order: list[tuple[tuple[date, str], str]] = []

    def update(self, texts: Mapping[str, Text | None], casting: Casting) -> set[str]:
        """Put texts, by their first reports, in place of those that were there; gives the ids of what changed."""
        changed = {self._at.pop(first) for first in texts if first in self._at}
        for name in changed:
            for first in texts.keys() & self._shelves[name].keys():
                del self._shelves[name][first]
        for first, text in texts.items():
            if text is not None:
                self._shelves[text.id][first] = text
                self._at[first] = text.id
                changed.add(text.id)
        for name in changed:
            self._forget(name)
        for name in changed:
            self._write(name, casting)
        return changed

    def in_order(self) -> Iterator[Origin]:
        """Those that are told first come first."""
        return (self.made[name] for _, name in self._order)

    def _forget(self, name: str) -> None:
        old = self.made.pop(name, None)
        if old is not None:
            del self._order[bisect_left(self._order, self._place.pop(name))]
            for report in old.reports:
                self.of_report.pop(report, None)

    def _write(self, name: str, casting: Casting) -> None:
        texts = sorted(self._shelves[name].values(), key=lambda text: age(text.first))
        if not texts:
            del self._shelves[name]
            return
        made = self.made[name] = _main(name, texts, casting)
        self.of_report |= dict.fromkeys(made.reports, name)
        self._place[name] = age(texts[0].first), name
        insort(self._order, self._place[name])


def _main(name: str, texts: Sequence[Text], casting: Casting) -> Origin:
    first = texts[0]
    return Origin(
        id=name,
        kind=_kind(first),
        name=_name(first, casting),
        reports=tuple(reading.report.id for text in texts for reading in text.readings),
        reasons=tuple(reason for text in texts for reason in _reasons(text)),
        by=first.rests.by,
    )


def _kind(text: Text) -> OriginKind:
    if text.rests.occasion:
        return text.rests.kind
    return "agency text" if text.copies or text.agency else text.rests.kind


def _name(text: Text, casting: Casting) -> str:
    """Who it is from, and of which day."""
    occasion = text.rests.occasion
    if occasion:
        return spoken_name(occasion, casting)
    who = text.agency or outlet_of(text.first)
    published = text.first.report.published
    return f"{who}, {published}" if published else who


def spoken_name(occasion: Occasion, casting: Casting) -> str:
    """Who spoke, and on which day."""
    known = casting.actors.get(occasion[0])
    who = known.name if known else occasion[0].removeprefix("outlet:")
    return f"{who}, {occasion[1]}" if occasion[1] else who


def _reasons(text: Text) -> list[Reason]:
    """Why the text has this origin, in words for people."""
    first, rest = text.first.report.id, text.rests
    found = list(text.copies.reasons) if text.copies else []
    if text.agency:
        found.append(Reason("credit", f"text of {text.agency}, as credited", WEIGHTS["credit"]))
    if rest.occasion and rest.share == 1.0 and rest.kind == "statement":
        found.append(Reason("issued", f"{first} is a statement as issued", WEIGHTS["issued"]))
    elif rest.occasion:
        found.append(Reason("source", f"{rest.share:.0%} of what {first} attributes", WEIGHTS["source"]))
    return found or [Reason("own", f"{first} rests on no one source", WEIGHTS["own"])]


def outlet_of(reading: Reading) -> str:
    """What an outlet is called: by its name, its site, or its report."""
    outlet = reading.report.outlet
    return (outlet and (outlet.name or outlet.site)) or reading.report.id
