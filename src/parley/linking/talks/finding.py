"""All talks of a set of readings, who claims which status, and the board."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.linking.casting import Casting
from parley.linking.claims import claimants, evidence
from parley.linking.origins_index import Origins
from parley.linking.talks.board import Counted, board
from parley.linking.talks.moments import Moments
from parley.linking.talks.named import Named, name, talks_of
from parley.linking.talks.processes import processes
from parley.linking.talks.status import Claimed, claims
from parley.linking.talks.word import words
from parley.record import BoardRow, Claimant, Evidence, Origin, Reading, Ref, StatusClaim, Talks
from parley.record.talks import Track

__all__ = ["Found", "find"]

TRACKS: tuple[Track, ...] = ("talks", "truce")


@dataclass(frozen=True, slots=True)
class Found:
    """What is said of talks: processes with their sittings, the same as the record keeps them, claims, board."""

    named: tuple[Named, ...]
    talks: tuple[Talks, ...]
    claims: tuple[StatusClaim, ...]
    board: tuple[BoardRow, ...]


def find(readings: Sequence[Reading], casting: Casting, origins: Sequence[Origin]) -> Found:
    """The processes with most said of them first; claims and rows of the board process by process, in order of days.

    The order of the readings does not matter.
    """
    known = {reading.report.id: reading for reading in readings}
    index = Origins.over(origins)
    named = tuple(map(name, processes(words(known.values(), casting))))

    def telling(ref: Ref) -> tuple[Evidence, tuple[Claimant, ...]]:
        reading = known[ref.report]
        return evidence(reading, ref, casting, index), claimants(reading, ref, casting, index)

    moments = Moments(known)
    by_process = {one.process.id: claims(one, telling, casting, moments) for one in named}
    flat = [claimed for one in named for claimed in by_process[one.process.id]]
    return Found(
        named=named,
        talks=tuple(talks_of(one, casting, lambda ref: telling(ref)[0]) for one in named),
        claims=tuple(claimed.claim for claimed in flat),
        board=tuple(_rows(named, flat, moments)),
    )


def _rows(named: Sequence[Named], claimed: Sequence[Claimed], moments: Moments) -> Iterator[BoardRow]:
    """The board of each process and track; claims are numbered as the record keeps them."""
    sorted_out: Mapping[tuple[str, Track], list[Counted]] = {
        (one.process.id, track): [] for one in named for track in TRACKS
    }
    for number, one in enumerate(claimed):
        sorted_out[one.claim.talks, one.claim.track].append(Counted(number, one.claim, moments.of(one.claim), one.due))
    for one_named in named:
        for track in TRACKS:
            yield from board(sorted_out[one_named.process.id, track], tuple(sorted(one_named.process.sides)))
