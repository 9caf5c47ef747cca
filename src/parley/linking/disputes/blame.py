"""Who is to blame that talks came to nothing: what each side says of the other while they fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.talks.named import Named
from parley.record import Dispute, StatusClaim

__all__ = ["FAILING", "blame"]

FAILING = frozenset("ended-no-deal stalled cancelled refused".split())
AFTER = 2
"""Days around the first and last claim that talks fail, within which reproaches are about it."""


def blame(talks: Sequence[Named], claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """One dispute for each round or process that is said to fail while both sides reproach each other."""
    for named in talks:
        failing = _failing(claims, named)
        for about, (first, last) in failing.items():
            values: dict[str, list[Line]] = defaultdict(list)
            for line in book.beside("reproach", first - timedelta(AFTER), last + timedelta(AFTER)):
                blamed = _single(line, named.process.sides)
                if blamed:
                    values[blamed].append(line)
            found = book.dispute(about, "who is to blame", values)
            if found:
                yield found


def _single(line: Line, sides: frozenset[str]) -> str | None:
    """The side blamed, where it is one of the two and not the speaker's own."""
    blamed = line.doers if line.event.type != "ACCUSE" else line.others
    known = (blamed & sides) - line.by
    return next(iter(known)) if len(known) == 1 else None


def _failing(claims: Sequence[StatusClaim], named: Named) -> Mapping[str, tuple[date, date]]:
    """The days on which each round is said to fail; of talks without rounds those of the whole."""
    days: dict[str, list[date]] = defaultdict(list)
    abouts = named.rounds.keys() or {named.process.id}
    for claim in claims:
        if claim.about in abouts and claim.state in FAILING and claim.day and claim.reality in ("actual", "hedged"):
            days[claim.about].append(claim.day)
    return {about: (min(told), max(told)) for about, told in days.items()}
