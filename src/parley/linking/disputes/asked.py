"""Who asked for something."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.disputes.rivals import dispute, others
from parley.record import Demand, Dispute
from parley.record.dispute import Verdict

__all__ = ["asked"]

SOON = 14
"""Days within which two tellings are of one request."""


def asked(demands: Sequence[Demand], book: Book) -> Iterator[Dispute]:
    """The disputes about each demand."""
    for demand in demands:
        found = _who(demand, book)
        if found:
            yield found


def _who(demand: Demand, book: Book) -> Dispute | None:
    """Who asked, where different people name different askers; those that share one may both be right."""
    values: dict[frozenset[str], list[Line]] = defaultdict(list)
    for line in _lines(demand, book, frozenset(("raised", "repeated"))):
        if line.event.type == "REQUEST" and line.doers:
            values[line.doers].append(line)
    sets = list(values)
    apart = any(not one & other for at, one in enumerate(sets) for other in sets[at + 1 :])
    kind: Verdict = "conflict" if apart else "different-scope"
    told = {"+".join(sorted(who)): lines for who, lines in values.items()}
    return dispute(demand.id, "who asked", told, kind, _at_one_time)


def _at_one_time(one: Line, other: Line) -> bool:
    """Whether different people tell it within weeks: what was asked once can be asked again by others."""
    days = one.evidence.day, other.evidence.day
    return others(one, other) and bool(days[0] and days[1] and abs((days[0] - days[1]).days) <= SOON)


def _lines(demand: Demand, book: Book, moves: frozenset[str]) -> list[Line]:
    return [book.line(one.ref) for move in demand.moves if move.kind in moves for one in move.evidence]
