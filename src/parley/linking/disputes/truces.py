"""Whether a truce is kept: fighting in spite of it, and breaches that are told otherwise by those who are blamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.disputes.states import kept
from parley.linking.talks.named import Named
from parley.record import Dispute, StatusClaim

__all__ = ["truces"]

CLOSE = 1
"""Days between a fight and the claim that the truce is kept."""
NEXT = 2
"""Sentences of one report within which a fight is the answer to the charge of a breach."""


def truces(talks: Sequence[Named], claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """One dispute for each truce kept in spite of fighting, and one for each side that is said to have broken it."""
    by_about: dict[str, list[StatusClaim]] = defaultdict(list)
    for claim in claims:
        by_about[claim.about].append(claim)
    for named in talks:
        for about in named.truces:
            yield from _fighting(about, named, by_about[about], book)
            for side in sorted(named.process.sides):
                yield from _breach(about, side, by_about[about], book)


def _fighting(about: str, named: Named, claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """That it is kept against fighting between the sides on those days or just before."""
    keeping = [line for claim in claims for line in _lines(claim, book) if kept(claim, line, None) == "holds"]
    first = named.truces[about].first
    since = [line for line in _around(keeping, book) if line.days[0] >= first]
    found = book.dispute(about, "whether it is kept", {"kept": keeping, "fighting": since})
    if found:
        yield found


def _around(told: Iterable[Line], book: Book) -> set[Line]:
    """The fights of the days on which something is told, and of those just before."""
    days = {line.evidence.day for line in told if line.evidence.day}
    return {fight for day in days for fight in book.beside("fight", day - timedelta(CLOSE), day)}


def _breach(about: str, side: str, claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """That one side broke it, as others say, against its denial and its own account of the fight."""
    told = [line for claim in claims if claim.state == "violated" for line in _lines(claim, book)]
    broken = [line for line in told if line.told and line.doers == {side} and side not in line.by]
    denied = [line for line in told if line.denied and side in line.doers]
    answers = (fight for line in broken for fight in book.of(line.ref.report) if _answers(fight, line))
    own = {fight for fight in (*_around(broken, book), *answers) if side in fight.doers and side in fight.by}
    values = {"broken": broken, "denied": denied, "as those tell it who did it": list(own)}
    found = book.dispute(about, f"whether {side} broke it", values)
    if found:
        yield found


def _answers(fight: Line, breach: Line) -> bool:
    """Whether an event of a report is a fight that is told right after the charge of a breach, as the answer to it."""
    return 0 <= fight.event.sentence - breach.event.sentence <= NEXT and "fight" in fight.bearings


def _lines(claim: StatusClaim, book: Book) -> list[Line]:
    return book.lines(one.ref for one in claim.evidence)
