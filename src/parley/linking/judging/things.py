"""Things of the record by their ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from parley.record import Canon, Demand, Dispute, Incident, Record, Ref, Round, Talks, Truce

__all__ = ["Thing", "find", "holding", "in_place", "kind_of", "place_of", "things"]

Thing = Canon | Demand | Dispute | Incident | Round | Talks | Truce
"""What a judgement can be about, findings and reports apart."""


def things(record: Record) -> Iterator[Thing]:
    """All of them."""
    yield from record.actors.values()
    for talks in record.talks:
        yield talks
        yield from talks.rounds
        yield from talks.truces
    yield from record.incidents
    yield from record.demands
    yield from record.disputes


def kind_of(thing: object) -> str:
    """Its name in words: actor, demand, dispute, incident, round, talks, truce."""
    return type(thing).__name__.lower().replace("canon", "actor")


def find(record: Record, id_: str, ref: Ref | None = None) -> Thing | None:
    """The thing of an id; with the finding that it was made of, the thing of that kind that has it now."""
    known = _named(record, id_)
    if ref is None:
        return known
    kind, _, _ = id_.partition(":")
    if known is not None and _is_of(known, kind, id_) and _holds(known, ref, record):
        return known
    return next((one for one in _of_kind(record, kind) if _is_of(one, kind, id_) and _holds(one, ref, record)), None)


def _named(record: Record, id_: str) -> Thing | None:
    if id_ in record.actors:
        return record.actors[id_]
    kind, _, _ = id_.partition(":")
    if kind == "talks":
        return next((one for one in _of_kind(record, kind) if one.id == id_), None)
    row: Sequence[Incident | Demand | Dispute] = _row(record, kind)
    at = place_of(row, id_)
    return None if at is None else row[at]


def _of_kind(record: Record, kind: str) -> Iterator[Thing]:
    if kind == "talks":
        for talks in record.talks:
            yield talks
            yield from talks.rounds
            yield from talks.truces
    yield from _row(record, kind)


def _row(record: Record, kind: str) -> Sequence[Incident | Demand | Dispute]:
    rows: Mapping[str, Sequence[Incident | Demand | Dispute]] = {
        "incident": record.incidents,
        "demand": record.demands,
        "dispute": record.disputes,
    }
    return rows.get(kind, ())


Row = TypeVar("Row", Incident, Demand, Dispute)


@dataclass(frozen=True, slots=True)
class _Index:
    """Where in a row the thing of each id stands, and of incidents the one that holds each event."""

    row: Sequence[Incident | Demand | Dispute]
    ids: Mapping[str, int]
    refs: dict[Ref, int]


class _Indexed:
    """The rows that were looked through last: a log is replayed over the same ones."""

    last: tuple[_Index, ...] = ()

    @classmethod
    def of(cls, row: Sequence[Incident | Demand | Dispute]) -> _Index:
        """Where everything stands in a row."""
        known = next((one for one in cls.last if one.row is row), None)
        return known or cls.keep(_Index(row, {one.id: at for at, one in reversed(list(enumerate(row)))}, {}))

    @classmethod
    def keep(cls, index: _Index) -> _Index:
        """Remember a row; in place of the one that was kept longest."""
        cls.last = (*cls.last[-5:], index)
        return index


def place_of(row: Sequence[Incident | Demand | Dispute], id_: str) -> int | None:
    """Where in a row the thing of an id stands; None where it is not there."""
    return _Indexed.of(row).ids.get(id_)


def holding(row: tuple[Incident, ...], refs: Iterable[Ref]) -> list[Incident]:
    """The incidents that hold some events, each once."""
    index = _Indexed.of(row)
    if not index.refs:
        index.refs.update((ref, at) for at, one in enumerate(row) for ref in one.members)
    return [row[at] for at in sorted({index.refs[ref] for ref in refs if ref in index.refs})]


def in_place(row: tuple[Row, ...], new: Row) -> tuple[Row, ...]:
    """The row with a thing in the place of that which has its id."""
    index = _Indexed.of(row)
    at: int | None = index.ids.get(new.id)
    if at is None:
        return row
    items = list(row)
    items[at] = new
    made = tuple(items)
    same = _members(new) == _members(row[at])
    _Indexed.keep(_Index(made, index.ids, index.refs if same else {}))
    return made


def _members(one: Incident | Demand | Dispute) -> tuple[Ref, ...]:
    return one.members if isinstance(one, Incident) else ()


def _is_of(thing: Thing, kind: str, id_: str) -> bool:
    if isinstance(thing, Dispute):
        return kind == "dispute" and id_.endswith(f":{thing.slot}")
    return kind_of(thing) == kind


def _holds(thing: Thing, ref: Ref, record: Record) -> bool:
    match thing:
        case Incident():
            return ref in thing.members
        case Demand():
            return any(one.ref == ref for move in thing.moves for one in move.evidence)
        case Dispute():
            about = _named(record, thing.about)
            told = (one.ref for version in thing.versions for one in version.evidence)
            return ref in told or (about is not None and not isinstance(about, Dispute) and _holds(about, ref, record))
        case _:
            return False
