"""Whether a truce is kept: fighting in spite of it, and breaches that are told otherwise by those who are blamed."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date, timedelta

from parley.linking.days import told_to_the_day
from parley.linking.disputes.lines import Book, Line
from parley.linking.disputes.rivals import dispute
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
    fights = [line for line in book.all if line.told and line.event.type == "ASSAULT"]
    for named in talks:
        for about in named.truces:
            own = [claim for claim in claims if claim.about == about]
            yield from _fighting(about, named, own, fights, book)
            for side in sorted(named.process.sides):
                yield from _breach(about, side, own, fights, book)


def _fighting(
    about: str, named: Named, claims: Sequence[StatusClaim], fights: Sequence[Line], book: Book
) -> Iterator[Dispute]:
    """That it is kept against fighting between the sides on those days."""
    keeping = [line for claim in claims for line in _lines(claim, book) if kept(claim, line, None) == "holds"]
    days = {line.evidence.day for line in keeping}
    first = named.truces[about].first
    since = [line for line in fights if _against(line, days, named) and _days(line)[0] >= first]
    found = dispute(about, "whether it is kept", {"kept": keeping, "fighting": since})
    if found:
        yield found


def _against(fight: Line, days: Container[date | None], named: Named) -> bool:
    """Whether a fight in which a side takes part lies on or just before a day on which it is said to be kept."""
    near = (told + timedelta(after) for told in _days(fight) for after in range(CLOSE + 1))
    return not named.process.sides.isdisjoint(fight.doers | fight.others) and any(day in days for day in near)


def _breach(
    about: str, side: str, claims: Sequence[StatusClaim], fights: Sequence[Line], book: Book
) -> Iterator[Dispute]:
    """That one side broke it, as others say, against its denial and its own account of the fight."""
    told = [line for claim in claims if claim.state == "violated" for line in _lines(claim, book)]
    broken = [line for line in told if line.told and line.doers == {side} and side not in line.by]
    denied = [line for line in told if line.denied and side in line.doers]
    own = [fight for fight in fights if any(_own_account(fight, line, side) for line in broken)]
    values = {"broken": broken, "denied": denied, "as those tell it who did it": own}
    found = dispute(about, f"whether {side} broke it", values)
    if found:
        yield found


def _own_account(fight: Line, breach: Line, side: str) -> bool:
    """Whether those who are said to have broken a truce tell of a fight of those days themselves, or in answer."""
    if side not in fight.doers or side not in fight.by:
        return False
    day, apart = breach.evidence.day, fight.event.sentence - breach.event.sentence
    answered = fight.ref.report == breach.ref.report and 0 <= apart <= NEXT
    return answered or bool(day and any(0 <= (day - told).days <= CLOSE for told in _days(fight)))


def _lines(claim: StatusClaim, book: Book) -> list[Line]:
    return book.lines(one.ref for one in claim.evidence)


def _days(line: Line) -> list[date]:
    return [days[0] for when in line.event.when if when.date and (days := told_to_the_day(when.date))]
