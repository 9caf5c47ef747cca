"""Whose words a quotation is, as far as the mentions around it show."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.reading.occurrences import Occurrence, Offsets, Scene

__all__ = ["speakers"]

PREPOSITIONS = frozenset("of by with in from to against for at on between over under about near than among".split())


def speakers(scene: Scene) -> dict[int, int]:
    """For each quotation that somebody seems to speak: its index → the index of the mention."""
    outside = _outside(scene.occurrences)
    found: dict[int, int] = {}
    last: tuple[Occurrence, int] | None = None
    for quote, (start, end) in enumerate(scene.quotes):
        first, final = scene.sentence(start), scene.sentence(end - 1)
        near = [here for sentence in range(first, final + 1) for here in outside.get(sentence, ())]
        running = last[0] if last and first - last[1] <= 1 else None
        opens = start - scene.starts[first] <= 2 if scene.starts else False
        speaker = _beside(near, (start, end), running, opens) or _first(outside.get(first - 1, ()))
        if speaker:
            found[quote], last = speaker.index, (speaker, final)
    return found


def _outside(occurrences: Sequence[Occurrence]) -> Mapping[int, list[Occurrence]]:
    """The mentions of each sentence that stand in no quotation."""
    outside: dict[int, list[Occurrence]] = {}
    for here in occurrences:
        if here.quote < 0:
            outside.setdefault(here.sentence, []).append(here)
    return outside


def _beside(near: Sequence[Occurrence], quote: Offsets, running: Occurrence | None, opens: bool) -> Occurrence | None:
    """The nearest mention with a verb of saying; else, for a quotation that opens its sentence, who spoke before; else
    the first mention before it."""
    start, end = quote
    speaking = [here for here in near if here.speaks]
    if speaking:
        return min(speaking, key=lambda here: min(abs(here.start - end), abs(start - here.end)))
    if running and (opens or not near):
        return running
    before = [here for here in near if here.end <= start and here.before not in PREPOSITIONS]
    return next(iter([*before, *near]), None)


def _first(occurrences: Sequence[Occurrence]) -> Occurrence | None:
    """The first mention that speaks, else the first."""
    return next((here for here in occurrences if here.speaks), occurrences[0] if occurrences else None)
