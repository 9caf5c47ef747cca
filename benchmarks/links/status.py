"""Status claims and the board against links.yaml; docs/linking.md has the protocol."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from benchmarks.links.match import Links, Match
from parley.linking.casting import Casting
from parley.record import BoardRow, Ref, StatusClaim

SIDES = ("pakistan", "afghanistan")
TRACKS = ("talks", "truce")


@dataclass(frozen=True, slots=True)
class Board:
    """How many of the days are right: all of them, and those on which the board changes."""

    days: tuple[int, int]
    changes: tuple[int, int]


def ranks(match: Match, casting: Casting) -> dict[str, str]:
    """The rank that the record gives for each rank of links.yaml."""
    found = {name: casting.side(match.actor(name, casting) or name) for name in SIDES}
    return found | {name: name for name in ("mediator", "both", "source", "report")}


def claims(match: Match, casting: Casting, made: Sequence[StatusClaim]) -> tuple[float, float]:
    """Recall and precision in points.

    A claim is found where one of the record shares an event with it and agrees on state, reality, day and rank (who
    claims it: a mediator, both sides, which side, a source, an outlet). A claim of the record is right where it finds
    one.
    """
    known = ranks(match, casting)
    by_ref: dict[Ref, set[int]] = {}
    for index, claim in enumerate(made):
        for evidence in claim.evidence:
            by_ref.setdefault(evidence.ref, set()).add(index)
    hits = 0
    right: set[int] = set()
    told = match.links["status_claims"]
    for gold in told:
        shared = {index for ref in match.refs(gold["refs"]) for index in by_ref.get(ref, ())}
        good = {index for index in shared if _agree(gold, made[index], known)}
        hits += bool(good)
        right |= good
    return 100 * hits / len(told), 100 * len(right) / max(1, len(made))


def _agree(gold: Links, claim: StatusClaim, known: dict[str, str]) -> bool:
    return (
        claim.state == gold["state"]
        and claim.reality == gold["reality"]
        and claim.rank == known[gold["rank"]]
        and claim.day == gold["date"]
    )


def board(match: Match, rows: Sequence[BoardRow], last: date) -> Board:
    """How often the state shown is the one that links.yaml shows, for talks and truce, each day up to the last.

    A row of links.yaml that leaves a track out lets it stand; a change is a row that names the track.
    """
    told = {row["day"]: row for row in match.links["board"]}
    days = [min(told) + timedelta(n) for n in range((last - min(told)).days + 1)]
    all_right = changed_right = changed = 0
    for track in TRACKS:
        mine = [row for row in rows if row.track == track]
        state = None
        for day in days:
            named = day in told and track in told[day]
            state = told[day][track]["state"] if named else state
            right = state == _shown(mine, day)
            all_right += right
            changed += named
            changed_right += named and right
    return Board((all_right, len(days) * len(TRACKS)), (changed_right, changed))


def _shown(rows: Sequence[BoardRow], day: date) -> str | None:
    past = [row for row in rows if row.day <= day]
    return past[-1].state if past else None
