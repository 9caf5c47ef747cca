"""Whose dead and injured a figure counts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.linking.disputes.book import Book
from parley.linking.disputes.callings import roots
from parley.linking.disputes.lines import Line
from parley.linking.disputes.sorts import are_foes, sort_of
from parley.record import Figure

__all__ = ["SLOTS", "UNKNOWN", "Count", "counts", "states_of"]

SLOTS = ("killed", "injured", "held")
OWN = re.compile(r"\b(?:his|her|its|our|their)\b", re.IGNORECASE)
"""Words by which a speaker counts his own."""
MARTYRS = re.compile(r"martyr|shah[ae]+d", re.IGNORECASE)
"""Words for the dead of one's own side."""
UNKNOWN = "not told"


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with its line; `whose` is the side of the victims and `sort` whether they bore arms, None while nothing
    tells it."""

    slot: str
    figure: Figure
    line: Line
    whose: str | None
    sort: str | None = None

    @property
    def quote(self) -> str:
        """The words of the figure."""
        return self.figure.span.quote(self.line.reading.report)

    @property
    def bounds(self) -> tuple[int | None, int | None]:
        """The integers that it allows."""
        return self.figure.low, self.figure.high


def counts(lines: Sequence[Line], book: Book) -> list[Count]:
    """The figures of an incident, each with the side whose victims it counts.

    By the name in the figure or in whom it was done to, else the speaker's own where he says so, else by those that it
    was done to, else those whom the only other side attacks; then by the same figure told elsewhere, then by the other
    figures of its event, then by the one side of which any figure is told. Militants that a state counts are not its
    own. Whether they bore arms is told by the words of the figure, else by the same figure told elsewhere, else by the
    other figures of its event, else by most figures of that side.
    """
    states = states_of(lines, book)
    found = [
        Count(slot, figure, line, _whose(figure, line, states), sort_of(figure.span.quote(line.reading.report)))
        for line in lines
        if not line.denied
        for slot in SLOTS
        for figure in getattr(line.event, slot)
    ]
    found = _filled(found, lambda count: (count.slot, count.bounds))
    found = _filled(found, lambda count: count.line.ref)
    found = _filled(found, lambda count: None)
    found = [replace(count, whose=count.whose or UNKNOWN) for count in found]
    found = _sorted(found, lambda count: (count.slot, count.whose, count.bounds))
    found = _sorted(found, lambda count: (count.slot, count.whose, count.line.ref))
    return _sorted(found, lambda count: (count.slot, count.whose))


def states_of(lines: Iterable[Line], book: Book) -> Mapping[str, frozenset[str]]:
    """The sides that take part and are known across reports, with the beginnings of names that only they have."""
    sides = {side for line in lines for side in (*line.doers, *line.others)}
    return book.called(frozenset(sides & book.names.keys()))


def _whose(figure: Figure, line: Line, states: Mapping[str, frozenset[str]]) -> str | None:
    quote = figure.span.quote(line.reading.report)
    told = roots(f"{quote} {line.quote(party.span for party in line.event.recipients if party.span)}")
    in_figure = [side for side, names in states.items() if names & roots(quote)]
    named = [side for side, names in states.items() if names & told]
    own = line.by & states.keys() if OWN.search(quote) or MARTYRS.search(line.word) else frozenset()
    if are_foes(quote) and line.by & states.keys() and not in_figure:
        theirs = states.keys() - line.by
        return next(iter(theirs)) if len(theirs) == 1 else UNKNOWN
    hit = line.others & states.keys()
    doers = line.doers & states.keys()
    opposed = states.keys() - doers if len(doers) == 1 and len(states) == 2 else frozenset()
    return next((next(iter(sides)) for sides in (in_figure, own, named, hit, opposed) if len(sides) == 1), None)


def _filled(found: Sequence[Count], key: Callable[[Count], Hashable]) -> list[Count]:
    """The same figures, those of an unknown side put to that of the others with the same key, where that is one."""
    by_key: dict[Hashable, set[str]] = {}
    for count in found:
        if count.whose and count.whose != UNKNOWN:
            by_key.setdefault(key(count), set()).add(count.whose)
    one = {name: next(iter(sides)) for name, sides in by_key.items() if len(sides) == 1}
    return [replace(count, whose=count.whose or one.get(key(count))) for count in found]


def _sorted(found: Sequence[Count], key: Callable[[Count], Hashable]) -> list[Count]:
    """The same figures, those of an unknown sort put to that of most others with the same key."""
    sorts: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for count in found:
        if count.sort:
            sorts[key(count)][count.sort] += 1
    most = {name: max(sorted(told), key=lambda sort: told[sort]) for name, told in sorts.items()}
    return [replace(count, sort=count.sort or most.get(key(count))) for count in found]
