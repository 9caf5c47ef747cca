"""In which state talks or a truce are: claims of the same days that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, timedelta

from parley.linking.days import told_to_the_day
from parley.linking.disputes.lines import Book, Line, by_day
from parley.linking.disputes.rivals import dispute
from parley.linking.talks.named import Named
from parley.record import Dispute, StatusClaim

__all__ = ["fighting", "states"]

GOES_ON = frozenset("opened continued resumed extended".split())
AGREED = frozenset(("ended-deal",))
OVER = frozenset("ended-no-deal cancelled refused".split())
NEAR = 1
"""Days that may lie between two claims of one dispute."""
LONGEST = 4
"""Days that one dispute of a state spans at most."""
TRUCE_NEAR, TRUCE_LONGEST = 7, 21
"""The same of truces: whether one holds is disputed more slowly."""
CLOSE = 1
"""Days between a fight and the claim that the truce is kept."""
CLAIMED = frozenset("actual hedged denied".split())
"""Realities of what is said to be so or not so."""
KEPT = frozenset(("RETREAT",))
"""Types of what is said of keeping a truce; others tell that it was made."""


def states(talks: Sequence[Named], claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """One dispute for each thing and run of days on which rival states are claimed of it."""
    begun = {about: one.first for named in talks for about, one in (*named.rounds.items(), *named.truces.items())}
    for about, told in _by_about(claims).items():
        for run in _runs(told):
            values: dict[str, list[Line]] = defaultdict(list)
            for claim in run:
                for line in book.lines(one.ref for one in claim.evidence):
                    value = _state(claim, line, begun.get(about))
                    if value:
                        values[value].append(line)
            found = dispute(about, f"state from {run[0].day}", values) if _rival(values) else None
            if found:
                yield found


def _state(claim: StatusClaim, line: Line, begun: date | None) -> str | None:
    return _kept(claim, line, begun) if claim.track == "truce" else _value(claim, begun)


def _rival(values: Mapping[str, Sequence[Line]]) -> bool:
    """Whether not all can be true: plans come true, and what holds may be broken later."""
    if set(values) == {"holds", "broken"}:
        return max(map(by_day, values["holds"])) >= min(map(by_day, values["broken"]))
    return len(values) > 1 and not set(values) <= {"going on", "planned"}


def _by_about(claims: Sequence[StatusClaim]) -> Mapping[str, list[StatusClaim]]:
    found: dict[str, list[StatusClaim]] = defaultdict(list)
    for claim in claims:
        if claim.day and (claim.as_of is None or claim.track == "truce"):
            found[claim.about].append(claim)
    return found


def _runs(claims: Sequence[StatusClaim]) -> Iterator[list[StatusClaim]]:
    """Claims in runs of days without a gap."""
    run: list[StatusClaim] = []
    for claim in sorted(claims, key=lambda one: (one.day or date.max, one.evidence[0].ref)):
        if run and not _follows(run, claim):
            yield run
            run = []
        run.append(claim)
    if run:
        yield run


def _follows(run: Sequence[StatusClaim], claim: StatusClaim) -> bool:
    first, last, day = run[0].day, run[-1].day, claim.day
    near, longest = (TRUCE_NEAR, TRUCE_LONGEST) if claim.track == "truce" else (NEAR, LONGEST)
    return bool(first and last and day and (day - last).days <= near and (day - first).days < longest)


def _value(claim: StatusClaim, begun: date | None) -> str | None:
    """What a claim about talks comes to: that they go on, stand still, are over, are agreed."""
    denied = claim.reality == "denied"
    if claim.reality == "planned" or claim.state == "scheduled":
        again = claim.state == "scheduled" and bool(begun and claim.day and claim.day >= begun)
        return "planned" if claim.state in GOES_ON or again else None
    if claim.reality not in CLAIMED:
        return None
    if claim.state in GOES_ON:
        return "not going on" if denied else "going on"
    if claim.state == "stalled":
        return "going on" if denied else "at a standstill"
    if claim.state in OVER:
        return "going on" if denied else "over without a deal"
    if claim.state in AGREED:
        return "no deal" if denied else "a deal"
    return None


def _kept(claim: StatusClaim, line: Line, begun: date | None) -> str | None:
    """Of a truce only what is said of how it is kept, not that it was made or begins that day."""
    day = line.evidence.day
    if claim.reality not in CLAIMED or (begun and day and day <= begun):
        return None
    denied = claim.reality == "denied"
    if claim.state == "violated":
        return "holds" if denied else "broken"
    if line.event.type in KEPT:
        return "broken" if denied else "not certain" if claim.reality == "hedged" else "holds"
    return None


def fighting(talks: Sequence[Named], claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """One dispute for each truce that some say is kept while others tell of fighting between the sides."""
    fights = [line for line in book.all if line.told and line.event.type == "ASSAULT" and _days(line)]
    for named in talks:
        for about, truce in named.truces.items():
            kept = [line for claim in claims if claim.about == about for line in _keeping(claim, book)]
            days = {line.evidence.day for line in kept}
            since = [line for line in fights if _against(line, days, named) and _days(line)[0] >= truce.first]
            found = dispute(about, "whether it is kept", {"kept": kept, "fighting": since})
            if found:
                yield found
        yield from _breaches(named, claims, book, fights)


def _breaches(named: Named, claims: Sequence[StatusClaim], book: Book, fights: Sequence[Line]) -> Iterator[Dispute]:
    """One dispute for each truce that one side is said to have broken by what it tells otherwise itself."""
    for about in named.truces:
        broken = [
            line
            for claim in claims
            if claim.about == about and claim.state == "violated"
            for line in book.lines(one.ref for one in claim.evidence)
            if line.told and len(line.doers & named.process.sides) == 1
        ]
        own = [fight for fight in fights if any(_own_account(fight, line) for line in broken)]
        found = dispute(about, "whether it was broken", {"broken": broken, "as those tell it who did it": own})
        if found:
            yield found


def _own_account(fight: Line, breach: Line) -> bool:
    """Whether those who are said to have broken a truce themselves tell of a fight of those days."""
    day = breach.evidence.day
    theirs = bool(fight.doers & breach.doers) and bool(fight.by & breach.doers)
    return theirs and bool(day and any(0 <= (day - told).days <= CLOSE for told in _days(fight)))


def _keeping(claim: StatusClaim, book: Book) -> list[Line]:
    return [line for line in book.lines(one.ref for one in claim.evidence) if _kept(claim, line, None) == "holds"]


def _against(fight: Line, kept: Container[date | None], named: Named) -> bool:
    """Whether a fight in which a side takes part lies on or just before a day on which it is said to be kept."""
    near = (told + timedelta(days) for told in _days(fight) for days in range(CLOSE + 1))
    return not named.process.sides.isdisjoint(fight.doers | fight.others) and any(day in kept for day in near)


def _days(line: Line) -> list[date]:
    return [days[0] for when in line.event.when if when.date and (days := told_to_the_day(when.date))]
