"""Where the places lie that a report names."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import cast

import numpy as np
import numpy.typing as npt

from parley.gazetteer import Gazetteer
from parley.gazetteer.folding import fold
from parley.reading.nations import nations_in
from parley.reading.places_groups import Group, grouped, named
from parley.reading.places_joined import apart
from parley.reading.places_located import Known, Names, locate
from parley.reading.places_phrases import Phrase, parse
from parley.reading.places_scores import FEATURES, Scene, Scored, Settings, scored
from parley.record import Event, Place, Reading, Report, Span

__all__ = ["Placer", "by_hand", "scene_of", "settings"]

_WORD = re.compile(r"[^\W\d_][\w'-]*(?:\.[A-Z])*")
_OWNED = re.compile(r"['’]s\b")
DATELINE = (-1, 0)
"""Where the place of the dateline is said to stand: before the text."""
NAMED, ACTOR = 1.0, 0.3
"""How much a country's name speaks for it, and an actor of that country."""


class Placer:
    """Finds where the events of a reading took place."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer

    def place(self, reading: Reading, marked: Iterable[Span] = ()) -> Reading:
        """The reading with its events' places found; `marked` are other words of the report that say where."""
        if not any(event.place for event in reading.events):
            return reading
        reading = self._apart(reading)
        spans = sorted({place.span for event in reading.events for place in event.place} | set(marked))
        text = reading.report.text
        phrases = {span: parse(text, (span.start, span.end), self.gazetteer) for span in spans}
        names = self._names(reading, phrases.values())
        found = {place.span: place for place in self._located(reading, phrases, names)}
        return replace(reading, events=tuple(_placed(event, found) for event in reading.events))

    def _apart(self, reading: Reading) -> Reading:
        """The reading with each place of two that are joined in one phrase as a place of its own."""

        def parted(event: Event) -> Event:
            spans = [part for one in event.place for part in apart(one.span, reading.report, self.gazetteer)]
            return event if len(spans) == len(event.place) else replace(event, place=tuple(map(Place, spans)))

        return replace(reading, events=tuple(map(parted, reading.events)))

    def _names(self, reading: Reading, phrases: Iterable[Phrase]) -> Names:
        """Every name of the phrases and of the dateline, weighed together."""
        text, scene = reading.report.text, scene_of(reading.report, reading, self.gazetteer)
        groups = grouped(text, [name for phrase in phrases for name in phrase.names], self.gazetteer)
        groups += self._dateline(reading.report)
        found = scored(groups, scene, settings())
        return Names.of({stretch: one for one in found for stretch in one.group.stretches}, _focus(scene, found))

    def _dateline(self, report: Report) -> list[Group]:
        name, _, holder = (report.dateline or "").partition(",")
        candidates = named(name.strip().title() if name.isupper() else name.strip(), self.gazetteer)
        holders = self.gazetteer.find(holder.strip()) if holder.strip() else ()
        group = Group(name, (DATELINE,), candidates, frozenset(), (holders,) if holders else ())
        return [group] if candidates else []

    def _located(self, reading: Reading, phrases: dict[Span, Phrase], names: Names) -> Iterable[Place]:
        for span, phrase in phrases.items():
            yield locate(Known(span, span.quote(reading.report), phrase), names, self.gazetteer)


def _placed(event: Event, found: dict[Span, Place]) -> Event:
    return replace(event, place=tuple(found[place.span] for place in event.place)) if event.place else event


def scene_of(report: Report, reading: Reading | None = None, gazetteer: Gazetteer | None = None) -> Scene:
    """What speaks for each country before any place is known: its names in the report, its actors, the outlet."""
    words = _WORD.findall(_OWNED.sub("", f"{report.dateline or ''} {report.title or ''} {report.text}"))
    counted = Counter((nation.code, fold(" ".join(words[a:b]))) for nation, a, b in nations_in(words))
    said = {word: (code, NAMED * times**0.5) for (code, word), times in counted.items()}
    weights: dict[str, float] = defaultdict(float)
    for code, weight in said.values():
        weights[code] += weight
    for actor in reading.actors.values() if reading else ():
        if actor.country:
            weights[actor.country] += ACTOR
    return Scene(weights, _published_in(report, gazetteer), said)


def _published_in(report: Report, gazetteer: Gazetteer | None) -> str | None:
    outlet = report.outlet
    if outlet is None:
        return None
    if outlet.country:
        return outlet.country
    return gazetteer.country_of_site(outlet.site) if gazetteer and outlet.site else None


def _focus(scene: Scene, found: Iterable[Scored]) -> tuple[str, ...]:
    """The countries that a report is about, the most spoken of first."""
    weights: dict[str, float] = defaultdict(float, scene.countries)
    for one in found:
        entry, chance = one.chances[0][0].entry, one.chances[0][1]
        for code in entry.countries:
            weights[code] += chance / len(entry.countries)
    return tuple(sorted(weights, key=weights.__getitem__, reverse=True))


@lru_cache(1)
def settings() -> Settings:
    """As tuned by `python -m gazetteer_build.tuning`."""
    return Settings(_weights("prior"), _weights("weights"), _shape()["nothing"]["score"])


def by_hand() -> Settings:
    """As set by hand, where tuning starts."""
    weights = _weights("by hand")
    early = np.where(np.isin(FEATURES, ("province", "near", "wide")), 0, weights)
    return Settings(early, weights, _shape()["nothing"]["score"])


def _weights(part: str) -> npt.NDArray[np.float64]:
    return np.array([_shape()[part].get(name, 0.0) for name in FEATURES])


def _shape() -> dict[str, dict[str, float]]:
    text = files("parley.reading").joinpath("places.json").read_text("utf-8")
    return cast("dict[str, dict[str, float]]", json.loads(text))
