"""When a side made known what can be made known once: reports of it that name different days."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from parley.linking.claims import statement_of
from parley.linking.days import told_to_the_day
from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.record import Dispute, StatusClaim

__all__ = ["announced"]

ONCE = frozenset("ceasefire ended-deal ended-no-deal cancelled".split())
"""States of which a side makes known only once that they have come."""
NEAR = 1
"""Days; who says it again after a longer while makes it known anew."""


def announced(claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """One dispute for each thing and side of whose announcement two reports name neighbouring days."""
    by_side: dict[tuple[str, str, str], dict[str, list[Line]]] = defaultdict(lambda: defaultdict(list))
    for claim in claims:
        if claim.state in ONCE and claim.reality == "actual":
            for line in book.lines(one.ref for one in claim.evidence):
                day = _day(line)
                if day and not line.evidence.claimant.own_voice:
                    by_side[claim.about, claim.state, "+".join(sorted(line.by))][day.isoformat()].append(line)
    seen: set[frozenset[tuple[str, int]]] = set()
    for (about, state, side), values in sorted(by_side.items()):
        days = sorted(map(date.fromisoformat, values))
        found = book.dispute(about, f"when {side} announced it ({state})", values, apart=_told_elsewhere)
        words = frozenset((line.ref.report, line.event.sentence) for told in values.values() for line in told)
        if found and (days[-1] - days[0]).days <= NEAR and words not in seen:
            seen.add(words)
            yield found


def _told_elsewhere(one: Line, other: Line) -> bool:
    return one.ref.report != other.ref.report


def _day(line: Line) -> date | None:
    """The day told for the statement that it stands in."""
    said = statement_of(line.reading, line.ref)
    told = line.reading.statements[said].when if said is not None else ()
    days = [days for when in told if when.date and (days := told_to_the_day(when.date))]
    return days[0][0] if len(days) == 1 and days[0][0] == days[0][1] else None
