"""Whether a truce is kept: fighting in spite of it, and breaches that are told otherwise by those who are blamed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

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
    by_about: dict[str, list[StatusClaim]] = defaultdict(list)
    for claim in claims:
        by_about[claim.about].append(claim)
    for named in talks:
        fights = book.beside("fight") if named.truces else []
        between = _by_day(fight for fight in fights if not named.process.sides.isdisjoint(fight.doers | fight.others))
        for about in named.truces:
            yield from _fighting(about, named, by_about[about], between, book)
            for side in sorted(named.process.sides):
                yield from _breach(about, side, by_about[about], fights, book)


def _by_day(fights: Iterable[Line]) -> Mapping[date, list[Line]]:
    found: dict[date, list[Line]] = defaultdict(list)
    for fight in fights:
        for day in fight.days:
            found[day].append(fight)
    return found


def _fighting(
    about: str, named: Named, claims: Sequence[StatusClaim], fights: Mapping[date, list[Line]], book: Book
) -> Iterator[Dispute]:
    """That it is kept against fighting between the sides on those days or just before."""
    keeping = [line for claim in claims for line in _lines(claim, book) if kept(claim, line, None) == "holds"]
    days = {day - timedelta(before) for line in keeping if (day := line.evidence.day) for before in range(CLOSE + 1)}
    first = named.truces[about].first
    since = {line: None for day in sorted(days) for line in fights.get(day, ()) if line.days[0] >= first}
    found = dispute(about, "whether it is kept", {"kept": keeping, "fighting": list(since)})
    if found:
        yield found


def _breach(
    about: str, side: str, claims: Sequence[StatusClaim], fights: Sequence[Line], book: Book
) -> Iterator[Dispute]:
    """That one side broke it, as others say, against its denial and its own account of the fight."""
    told = [line for claim in claims if claim.state == "violated" for line in _lines(claim, book)]
    broken = [line for line in told if line.told and line.doers == {side} and side not in line.by]
    denied = [line for line in told if line.denied and side in line.doers]
    days = {day - timedelta(before) for line in broken if (day := line.evidence.day) for before in range(CLOSE + 1)}
    reports = {line.ref.report for line in broken}
    own = [
        fight
        for fight in (fights if broken else ())
        if side in fight.doers and side in fight.by
        if not days.isdisjoint(fight.days) or (fight.ref.report in reports and _answers(fight, broken))
    ]
    values = {"broken": broken, "denied": denied, "as those tell it who did it": own}
    found = dispute(about, f"whether {side} broke it", values)
    if found:
        yield found


def _answers(fight: Line, breaches: Sequence[Line]) -> bool:
    """Whether those who are said to have broken a truce tell of a fight in answer, right after it."""
    mine = (line for line in breaches if line.ref.report == fight.ref.report)
    return any(0 <= fight.event.sentence - line.event.sentence <= NEXT for line in mine)


def _lines(claim: StatusClaim, book: Book) -> list[Line]:
    return book.lines(one.ref for one in claim.evidence)
