"""All talks of a set of readings, who claims which status, and the board."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from parley.linking.casting import Casting
from parley.linking.talks.board import Counted, board
from parley.linking.talks.moments import Moment, Moments
from parley.linking.talks.named import Named, name, talks_of
from parley.linking.talks.processes import Process, Processes
from parley.linking.talks.status import Claimed, Claims
from parley.linking.talks.word import Word, words_of
from parley.linking.telling import Teller
from parley.record import BoardRow, Origin, Reading, StatusClaim, Talks
from parley.record.talks import Track

__all__ = ["Found", "TalksBook", "find"]

TRACKS: tuple[Track, ...] = ("talks", "truce")


@dataclass(frozen=True, slots=True)
class Found:
    """What is said of talks: processes with their sittings, the same as the record keeps them, claims, board; and the
    claims of each process."""

    named: tuple[Named, ...]
    talks: tuple[Talks, ...]
    claims: tuple[StatusClaim, ...]
    board: tuple[BoardRow, ...]
    by_process: tuple[tuple[StatusClaim, ...], ...] = ()


def find(readings: Iterable[Reading], casting: Casting, origins: Sequence[Origin]) -> Found:
    """The processes with most said of them first; claims and rows of the board process by process, in order of days.

    The order of the readings does not matter.
    """
    given = list(readings)
    return TalksBook().update(given, (), Teller(given, casting, origins))


@dataclass(frozen=True, slots=True)
class _Followed:
    """A process with what is made of it; the rows of its board number its own claims from 0, `book` keeps these up."""

    named: Named
    book: Claims
    talks: Talks
    claims: tuple[StatusClaim, ...]
    rows: tuple[BoardRow, ...]


class TalksBook:
    """All that is said of talks, kept up as reports come and go."""

    def __init__(self) -> None:
        self._words: dict[str, tuple[Word, ...]] = {}
        self._processes = Processes()
        self._followed: dict[str, _Followed] = {}

    def update(self, readings: Iterable[Reading], gone: Iterable[str], teller: Teller) -> Found:
        """Take in readings that are others than before, or of which anybody or any origin is, and forget reports.

        `teller` is of the present already.
        """
        new = {reading.report.id: reading for reading in readings}
        said = {report: tuple(words_of(reading, teller.casting)) for report, reading in new.items()}
        said |= dict.fromkeys(gone, ())
        changed = {report: told for report, told in said.items() if told != self._words.get(report, ())}
        self._words |= changed
        found = self._processes.update(changed)
        known, self._followed = self._followed, {}
        for process in found:
            old = known.get(process.id)
            same = old is not None and old.named.process == process and new.keys().isdisjoint(old.named.reports)
            self._followed[process.id] = old if old and same else _follow(process, old, teller)
        return _found(list(self._followed.values()))


def _follow(process: Process, old: _Followed | None, teller: Teller) -> _Followed:
    named = old.named if old and old.named.process == process else name(process, old.named if old else None)
    book = old.book if old else Claims()
    claimed = book.update(named, teller, teller.casting, Moments(teller.readings))
    return _Followed(
        named=named,
        book=book,
        talks=talks_of(named, teller.casting, teller.evidence),
        claims=tuple(one.claim for one, _ in claimed),
        rows=tuple(_rows(named, claimed)),
    )


def _rows(named: Named, claimed: Sequence[tuple[Claimed, Moment]]) -> Iterator[BoardRow]:
    """The board of each track."""
    for track in TRACKS:
        counted = [
            Counted(at, one.claim, moment, one.due)
            for at, (one, moment) in enumerate(claimed)
            if one.claim.track == track
        ]
        yield from board(counted, tuple(sorted(named.process.sides)))


def _found(followed: Sequence[_Followed]) -> Found:
    """All together; the rows number the claims as the record keeps them."""
    starts = accumulate((len(one.claims) for one in followed), initial=0)
    rows = (_moved(row, start) for start, one in zip(starts, followed, strict=False) for row in one.rows)
    return Found(
        named=tuple(one.named for one in followed),
        talks=tuple(one.talks for one in followed),
        claims=tuple(claim for one in followed for claim in one.claims),
        board=tuple(rows),
        by_process=tuple(one.claims for one in followed),
    )


def _moved(row: BoardRow, by: int) -> BoardRow:
    claimed, against = (tuple(number + by for number in numbers) for numbers in (row.claims, row.against))
    return replace(row, claims=claimed, against=against) if by else row
