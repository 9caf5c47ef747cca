"""In which state talks or a truce are: claims of the same days that cannot both be true."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.disputes.rivals import apart_from_telling
from parley.linking.talks.named import Named
from parley.record import Dispute, StatusClaim
from parley.record.talks import Track

__all__ = ["kept", "states"]

GOES_ON = frozenset("opened continued resumed extended".split())
AGREED = frozenset(("ended-deal",))
OVER = frozenset("ended-no-deal cancelled refused".split())
NEAR = 1
"""Days that may lie between two claims of one dispute."""
LONGEST = 4
"""Days that one dispute of a state spans at most."""
TRUCE_NEAR, TRUCE_LONGEST = 7, 21
"""The same of truces: whether one holds is disputed more slowly."""
CLAIMED = frozenset("actual hedged denied".split())
"""Realities of what is said to be so or not so."""
WELL = frozenset(("going on", "a deal", "holds"))
"""What is well; of what is not ("at a standstill", "over without a deal") one may be the other."""
EARLIER = frozenset(("going on", "planned", "holds"))
"""What may be so for a while and then no longer."""
KEPT = frozenset(("RETREAT",))
"""Types of what is said of keeping a truce; others tell that it was made."""


def states(talks: Sequence[Named], claims: Sequence[StatusClaim], book: Book) -> Iterator[Dispute]:
    """One dispute for each thing and run of days on which rival states are claimed of it."""
    begun = {about: one.first for named in talks for about, one in (*named.rounds.items(), *named.truces.items())}
    for (about, track), told in _by_about(claims).items():
        for run in _runs(told):
            values: dict[str, list[Line]] = defaultdict(list)
            for claim in run:
                for line in book.lines(one.ref for one in claim.evidence):
                    value = _state(claim, line, begun.get(about))
                    if value:
                        values[value].append(line)
            slot = f"{'state' if track == 'talks' else 'state of the truce'} from {run[0].day}"
            found = book.dispute(about, slot, values, apart=apart_from_telling)
            if found and _rival(values):
                yield found


def _state(claim: StatusClaim, line: Line, begun: date | None) -> str | None:
    return kept(claim, line, begun) if claim.track == "truce" else _value(claim)


def _rival(values: Mapping[str, Sequence[Line]]) -> bool:
    """Whether not all can be true: plans come true, what goes on ends, and what holds may be broken later."""
    first = [str(line.evidence.day) for value in values.keys() & EARLIER for line in values[value]]
    then = [str(line.evidence.day) for value in values.keys() - EARLIER for line in values[value]]
    rivals = max(first) >= min(then) if first and then else not first
    return bool(values.keys() & WELL and values.keys() - WELL - {"planned"}) and rivals


def _by_about(claims: Sequence[StatusClaim]) -> Mapping[tuple[str, Track], list[StatusClaim]]:
    found: dict[tuple[str, Track], list[StatusClaim]] = defaultdict(list)
    for claim in claims:
        if claim.day and (claim.as_of is None or claim.track == "truce"):
            found[claim.about, claim.track].append(claim)
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


def _value(claim: StatusClaim) -> str | None:
    """What a claim about talks comes to: that they go on, stand still, are over, are agreed."""
    denied = claim.reality == "denied"
    if claim.reality == "planned":
        return "planned" if claim.state in GOES_ON else None
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


def kept(claim: StatusClaim, line: Line, begun: date | None) -> str | None:
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
