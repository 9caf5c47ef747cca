"""From what a phrase says and what its names stand for to a point, with UCDP's precision."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parley.gazetteer import Candidate, Entry, Gazetteer
from parley.gazetteer.distance import kilometres, shifted
from parley.reading.places_groups import Stretch
from parley.reading.places_phrases import Phrase, Relation
from parley.reading.places_scores import Scored
from parley.reading.places_words import kinds_of
from parley.record import Place, PlaceCandidate, Span

__all__ = ["Known", "Names", "locate"]

LEAST, CLOSE = 0.4, 0.1
"""How likely the likeliest must be to be taken, and others to be kept beside it."""
NEAR, FAR = 25.0, 60.0
"""UCDP's limit of "near" in kilometres; and how far off a point in a given direction may be to be as good as near."""
AGAIN, LOOSE = 0.7, 0.9
"""How sure it is that "the city" is the one named before, and that a relation is read rightly."""
_WIDE: Mapping[Relation, int] = {"near": 2, "road": 5, "waters": 7, "part": 5, "side": 5}
_POINTS = ("place", "capital", "site", "area")
_HERE = frozenset("there here scene site spot area vicinity region zone place locality ground front".split())
_WITHIN = frozenset(
    "airport port market hospital hotel square stadium university prison camp checkpoint mosque church school embassy"
    " courthouse court palace parliament headquarters barracks base station bazaar neighbourhood neighborhood district"
    " centre center outskirts suburbs streets street border crossing".split()
)
_SMALL = frozenset("place capital site area".split())


@dataclass(frozen=True, slots=True)
class Known:
    """A phrase with its words."""

    span: Span
    words: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of a report stand for: by where they stand, and in the order of the text; and the countries that
    the report is about."""

    by_stretch: Mapping[Stretch, Scored]
    order: Sequence[tuple[int, Entry, float]]
    focus: tuple[str, ...]

    @classmethod
    def of(cls, by_stretch: Mapping[Stretch, Scored], focus: tuple[str, ...]) -> Names:
        """From the names by where they stand."""
        best = ((stretch[0], *scored.chances[0]) for stretch, scored in by_stretch.items())
        order = sorted((at, one.entry, chance) for at, one, chance in best if chance >= LEAST and one.way != "demonym")
        return cls(by_stretch, order, focus)

    def before(self, at: int) -> Sequence[tuple[int, Entry, float]]:
        """The places named before a character, the nearest first; where there is none, the first of the report."""
        return self.order[: bisect_left(self.order, (at,))][::-1] or self.order[:1]


def locate(known: Known, names: Names, gazetteer: Gazetteer) -> Place:
    """The place that a phrase speaks of; one that is not found says why."""
    stretches = known.phrase.names
    if not stretches:
        return _again(known, names, gazetteer)
    meant = [names.by_stretch[stretch] for stretch in stretches if stretch in names.by_stretch]
    if not meant:
        return Place(known.span, why="names no place of the gazetteer")
    if known.phrase.relation == "border":
        line = _border(known, meant, names, gazetteer)
        if line:
            return line
    if known.phrase.relation == "between" and len(meant) > 1:
        return _between(known, meant[0].chances[0], meant[1].chances[0])
    main = _main(known, meant)
    seat = _capital(known, main, gazetteer)
    return seat or _named(known, main)


def _main(known: Known, meant: Sequence[Scored]) -> Scored:
    """The name that is spoken of, not the one that it lies in: "the Iraqi city of Kirkuk", "Balochistan's Kech"."""
    if len(meant) > 1:
        end = known.phrase.names[0][1] - known.span.start
        owned = known.words[end : end + 1] in "'’" or known.words[end - 2 : end] in ("'s", "’s")
        if owned or meant[0].chances[0][0].way == "demonym":
            return meant[1]
    return meant[0]


def _capital(known: Known, meant: Scored, gazetteer: Gazetteer) -> Place | None:
    """Kabul for "the Afghan capital"."""
    best, chance = meant.chances[0]
    if best.entry.kind != "country" or "capital" not in known.words.split():
        return None
    entry = gazetteer.capital(best.entry.countries[0])
    return replace(_at(known.span, entry, chance), why=f"the capital of {best.entry.name}") if entry else None


def _named(known: Known, meant: Scored) -> Place:
    best, chance = meant.chances[0]
    others = tuple(_candidate(one, c) for one, c in meant.chances[1:6] if c >= CLOSE)
    if chance < LEAST:
        why = f"{len(meant.chances)} places are called {meant.group.name}, and nothing tells which is meant"
        if sum(one for _, one in meant.chances) < 0.5:
            why = f"no {meant.group.name} that the gazetteer has fits the report"
        return Place(known.span, why=why, candidates=(_candidate(best, chance), *others))
    place = replace(_at(known.span, best.entry, chance), candidates=others)
    return _related(known, place, best.entry)


def _at(span: Span, entry: Entry, chance: float) -> Place:
    return Place(
        span,
        entry.id,
        entry.name,
        entry.latitude,
        entry.longitude,
        entry.countries[0] if len(entry.countries) == 1 else None,
        entry.precision,
        chance,
    )


def _candidate(one: Candidate, chance: float) -> PlaceCandidate:
    entry = one.entry
    country = entry.countries[0] if len(entry.countries) == 1 else None
    return PlaceCandidate(entry.id, entry.name, entry.latitude, entry.longitude, country, chance)


def _related(known: Known, place: Place, entry: Entry) -> Place:
    """The place, moved or made less precise by what the phrase says of it."""
    phrase = known.phrase
    if phrase.relation == "offset" and phrase.distance is not None:
        return _offset(place, entry, phrase.distance, phrase.bearing)
    if phrase.unknown and place.precision == 1 and phrase.relation == "at":
        return replace(place, precision=2, why=f"{phrase.unknown} is not in the gazetteer; what it lies in is")
    least = _WIDE.get(phrase.relation)
    if least is None or (phrase.relation == "part" and entry.kind != "country"):
        return place
    if entry.kind == "country" and phrase.relation in ("part", "side"):
        return replace(place, precision=5, confidence=place.confidence * LOOSE, why=f"a part of {entry.name}")
    precision = (
        max(least, place.precision or 0) if entry.kind in _POINTS or phrase.relation == "waters" else place.precision
    )
    return replace(
        place, precision=precision, confidence=place.confidence * LOOSE, why=f"{phrase.relation} {entry.name}"
    )


def _offset(place: Place, entry: Entry, distance: float, bearing: float | None) -> Place:
    point = (entry.latitude, entry.longitude)
    if bearing is not None:
        point = shifted(point, bearing, distance)
    near = distance <= NEAR or (bearing is not None and distance <= FAR)
    return replace(
        place,
        latitude=round(point[0], 3),
        longitude=round(point[1], 3),
        precision=max(2 if near else 5, min(5, entry.precision if entry.precision > 2 else 2)),
        confidence=place.confidence * LOOSE,
        why=f"{distance:.0f} km from {entry.name}",
    )


def _between(known: Known, one: tuple[Candidate, float], other: tuple[Candidate, float]) -> Place:
    """The middle of two places: a line where they are further apart than UCDP's "near" allows."""
    a, b = one[0].entry, other[0].entry
    apart = kilometres((a.latitude, a.longitude), (b.latitude, b.longitude))
    return Place(
        known.span,
        name=f"{a.name} – {b.name}",
        latitude=round((a.latitude + b.latitude) / 2, 3),
        longitude=round((a.longitude + b.longitude) / 2, 3),
        country=a.countries[0] if len(a.countries) == 1 and a.countries == b.countries else None,
        precision=2 if apart <= 2 * NEAR else 5,
        confidence=one[1] * other[1] * LOOSE,
        why=f"the middle of {a.name} and {b.name}",
    )


def _border(known: Known, meant: Sequence[Scored], names: Names, gazetteer: Gazetteer) -> Place | None:
    """The line between two countries, where the gazetteer has it; None where a border is spoken of only in passing."""
    entries = [one.chances[0][0].entry for one in meant]
    if any(entry.kind != "country" for entry in entries):
        return None
    return _line(known, [entry.countries[0] for entry in entries], names, gazetteer)


def _line(known: Known, codes: Sequence[str], names: Names, gazetteer: Gazetteer) -> Place:
    """The border of the countries named, or of the one named and those that the report is about."""
    pairs = [(codes[0], codes[1])] if len(codes) > 1 else [(codes[0], other) for other in names.focus[:3]]
    for pair in pairs:
        ends = [entry.name for code in pair if (entry := gazetteer.row(code))]
        for a, b in (ends, ends[::-1]) if len(ends) == 2 and pair[0] != pair[1] else ():
            found = gazetteer.find(f"{a}-{b} border")
            if found:
                return replace(_at(known.span, found[0].entry, LOOSE), why=f"the border of {a} and {b}")
    return Place(known.span, why="the gazetteer has no line for this border")


def _again(known: Known, names: Names, gazetteer: Gazetteer) -> Place:
    """What a phrase without a name speaks of: a place named before, the capital, the country."""
    noun = known.phrase.noun or ""
    if known.phrase.unknown:
        return Place(known.span, why=f"no place named {known.phrase.unknown} is in the gazetteer")
    focus = names.focus[0] if names.focus else None
    seat = next((e for _, e, _ in names.before(known.span.start) if e.kind == "capital"), None)
    if noun == "capital" and seat:
        return replace(_at(known.span, seat, AGAIN), why=f"{seat.name}, named before")
    if noun in ("capital", "country") and focus:
        entry = gazetteer.capital(focus) if noun == "capital" else gazetteer.row(focus)
        if entry:
            return replace(_at(known.span, entry, AGAIN), why=f"the {noun} that the report is about")
    if noun in ("border", "frontier") and focus:
        return _line(known, [focus], names, gazetteer)
    return _before(known, noun, names)


def _before(known: Known, noun: str, names: Names) -> Place:
    kinds = kinds_of(noun)
    for _, entry, chance in names.before(known.span.start):
        if noun in _HERE or (kinds and entry.kind in kinds):
            return replace(_at(known.span, entry, chance * AGAIN), why=f"{entry.name}, named before")
        if noun in _WITHIN and entry.kind in _SMALL:
            place = _at(known.span, entry, chance * AGAIN)
            return replace(place, precision=max(2, entry.precision), why=f"in or near {entry.name}, named before")
    return Place(known.span, why="names no place")
