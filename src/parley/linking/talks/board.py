"""The board: the one state shown for talks and for a truce on each day, by a rule that can be followed by hand.

1. Only what is claimed as actual counts, and for `scheduled` also what is planned; not what looks back to another day,
   nor who proposed or helped (`proposed`, `mediated`), nor unnamed sources and outlets' own voices.
2. Of one day's claims the highest rank stands: a mediator, both sides, one side. Within a rank the later claim stands:
   by the hour that its words tell, else noon; at one hour the one that a report of a later day still tells, then the
   one whose outlet, then title, comes last in the alphabet; within one report the one told first, as news is told from
   its end. Of several states that one speaker names on one day, the one nearest to the head of a report stands.
3. A later day's claim replaces an earlier one of any rank. One that repeats the state shown can raise its rank,
   not lower it.
4. Both sides stand for a state when a claim is made by both, or when it is the last word of each.
5. `scheduled` lapses when its day comes; what outlets or unnamed sources then tell is shown as reported.
6. What one side alone says is disputed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from parley.linking.talks.moments import Moment
from parley.record import BoardRow, StatusClaim

__all__ = ["Counted", "board"]

LOOKING_ELSEWHERE = frozenset(("proposed", "mediated"))
RANKS = {"mediator": 3, "both": 2}
UNRANKED = frozenset(("source", "report"))
ONE_SIDE = 1


@dataclass(frozen=True, slots=True)
class Counted:
    """A claim with its position in the record, its moment on its day, greater for a later one, and the first day of
    what it schedules, where it does."""

    index: int
    claim: StatusClaim
    late: Moment
    due: date | None = None

    @property
    def strength(self) -> int:
        """3 for a mediator, 2 for both sides, 1 for one."""
        return RANKS.get(self.claim.rank, ONE_SIDE)


@dataclass(slots=True)
class _State:
    """What is shown, and the last word of each side."""

    row: BoardRow | None = None
    due: date | None = None
    last: dict[str, Counted] = field(default_factory=dict)


def board(claims: Sequence[Counted], sides: Sequence[str]) -> list[BoardRow]:
    """The rows of one track of one process, one for each day on which what is shown changes."""
    rows: list[BoardRow] = []
    now = _State()
    for day, today in _by_day(claims):
        before = now.row
        _lapse(now, day, claims)
        counted = sorted((one for one in today if counts(one.claim)), key=lambda one: one.late)
        for one in counted:
            if one.claim.rank in sides:
                now.last[one.claim.rank] = one
        best = _best(counted)
        if best:
            _show(now, day, best, counted, sides)
        if now.row != before and now.row is not None:
            rows.append(now.row)
    return rows


def counts(claim: StatusClaim) -> bool:
    """Whether a claim can move the board."""
    real = claim.reality == "actual" or (claim.state == "scheduled" and claim.reality == "planned")
    return real and claim.as_of is None and claim.state not in LOOKING_ELSEWHERE and claim.rank not in UNRANKED


def _by_day(claims: Sequence[Counted]) -> Iterator[tuple[date, list[Counted]]]:
    """The claims of each day on which there are any, or on which something scheduled comes due."""
    days: dict[date, list[Counted]] = {}
    for one in claims:
        if one.claim.day is not None:
            days.setdefault(one.claim.day, []).append(one)
            if one.due is not None:
                days.setdefault(one.due, [])
    yield from sorted(days.items())


def _best(today: Sequence[Counted]) -> Counted | None:
    """The claim that stands on a day: by rank, then the later; of one speaker's states the first."""
    spoken: dict[tuple[str, ...], Counted] = {}
    for one in sorted(today, key=lambda one: (one.late.lead, one.late)):
        spoken.setdefault(tuple(claimant.id for claimant in one.claim.claimants), one)
    return max(spoken.values(), key=lambda one: (one.strength, one.late), default=None)


def _show(now: _State, day: date, best: Counted, today: Sequence[Counted], sides: Sequence[str]) -> None:
    claim, agreed = best.claim, _agreed(now, best, sides)
    rank = "both" if agreed else claim.rank
    if now.row is not None and now.row.state == claim.state and now.row.about == claim.about:
        if RANKS.get(rank, ONE_SIDE) > RANKS.get(now.row.rank or "", ONE_SIDE):
            now.row = replace(now.row, day=day, rank=rank, disputed=False, claims=agreed or (best.index,), against=())
        now.due = best.due or now.due
        return
    now.row = BoardRow(
        talks=claim.talks,
        track=claim.track,
        day=day,
        state=claim.state,
        rank=rank,
        about=claim.about,
        disputed=rank not in RANKS,
        claims=tuple(sorted({*agreed, *(one.index for one in today if one.claim.state == claim.state)})),
        against=tuple(one.index for one in today if one.claim.state != claim.state),
    )
    now.due = best.due if claim.state == "scheduled" else None


def _agreed(now: _State, best: Counted, sides: Sequence[str]) -> tuple[int, ...]:
    """The last word of each side, where all of them are the state that one of them claims; else none."""
    said = [now.last[side] for side in sides if side in now.last and now.last[side].claim.state == best.claim.state]
    if best.strength != ONE_SIDE or len(sides) < 2 or len(said) < len(sides):
        return ()
    return tuple(sorted(one.index for one in said))


def _lapse(now: _State, day: date, claims: Sequence[Counted]) -> None:
    """Take down what was scheduled for this day or before, and put up what is reported of that day."""
    if now.row is None or now.due is None or day < now.due:
        return
    told = sorted((one for one in claims if _reports(one.claim, now.due)), key=lambda one: one.late)
    state = told[0].claim.state if told else None
    now.row = replace(
        now.row,
        day=day,
        state=state,
        rank="reported" if told else None,
        disputed=False,
        claims=tuple(one.index for one in told if one.claim.state == state),
        against=(),
        reported=state,
    )
    now.due = None


def _reports(claim: StatusClaim, day: date) -> bool:
    """Whether an outlet or an unnamed source tells what happened on that day, then or looking back."""
    if claim.rank not in UNRANKED or claim.reality != "actual" or claim.state in LOOKING_ELSEWHERE | {"scheduled"}:
        return False
    return claim.as_of[: len("2025-10-30")] == day.isoformat() if claim.as_of else claim.day == day
