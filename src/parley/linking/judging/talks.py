"""Talks made one by a person, with their sittings, claims and board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from parley.linking.talks.board import Counted, board
from parley.linking.talks.moments import Moments
from parley.record import BoardRow, Record, StatusClaim, Talks
from parley.record.talks import Track

__all__ = ["joined_talks"]

_TRACKS: tuple[Track, ...] = ("talks", "truce")
_DAY = len("2025-10-30")


def joined_talks(record: Record, parts: Sequence[Talks], moments: Moments) -> tuple[Record, Mapping[str, str]]:
    """The first talks with what belongs to the others, the board by the same rule over all claims; and the aliases."""
    keeps, gone = parts[0], {part.id for part in parts[1:]}
    aliases = dict.fromkeys(gone, keeps.id)
    made = _made(parts)
    claims = tuple(replace(one, talks=keeps.id) if one.talks in gone else one for one in record.claims)
    return replace(
        record,
        talks=tuple(made if one.id == keeps.id else one for one in record.talks if one.id not in gone),
        claims=claims,
        board=(*(row for row in record.board if row.talks not in {keeps.id, *gone}), *_board(made, claims, moments)),
        demands=tuple(replace(one, talks=keeps.id) if one.talks in gone else one for one in record.demands),
        disputes=tuple(replace(one, about=aliases.get(one.about, one.about)) for one in record.disputes),
    ), aliases


def _made(parts: Sequence[Talks]) -> Talks:
    rounds = sorted((one for part in parts for one in part.rounds), key=lambda one: (one.dates or "~", one.id))
    truces = sorted((one for part in parts for one in part.truces), key=lambda one: (one.dates or "~", one.id))
    return replace(
        parts[0],
        sides=tuple(sorted({side for part in parts for side in part.sides})),
        mediators=tuple(dict.fromkeys(one for part in parts for one in part.mediators)),
        hosts=tuple(dict.fromkeys(one for part in parts for one in part.hosts)),
        rounds=tuple(replace(one, number=number) for number, one in enumerate(rounds, 1)),
        truces=tuple(truces),
        others=tuple(sorted({ref for part in parts for ref in part.others})),
    )


def _board(talks: Talks, claims: Sequence[StatusClaim], moments: Moments) -> Iterator[BoardRow]:
    starts = {one.id: _first(one.dates) for one in talks.rounds} | {one.id: _first(one.dates) for one in talks.truces}
    for track in _TRACKS:
        mine = [
            Counted(number, claim, moments.of(claim), starts.get(claim.about) if claim.state == "scheduled" else None)
            for number, claim in enumerate(claims)
            if claim.talks == talks.id and claim.track == track
        ]
        yield from board(mine, talks.sides)


def _first(dates: str | None) -> date | None:
    day = (dates or "").partition("/")[0]
    return date.fromisoformat(day) if len(day) == _DAY else None
