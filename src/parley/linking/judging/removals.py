"""The record without what a person rejected."""

from __future__ import annotations

from dataclasses import replace

from parley.linking.judging.things import Thing
from parley.record import BoardRow, Demand, Dispute, Incident, Record, Talks

__all__ = ["without"]


def without(record: Record, target: Thing) -> Record:
    """Without an incident, demand, dispute or talks, and the disputes about it; others cannot be rejected."""
    match target:
        case Incident():
            record = replace(record, incidents=tuple(one for one in record.incidents if one.id != target.id))
        case Demand():
            record = replace(record, demands=tuple(one for one in record.demands if one.id != target.id))
        case Dispute():
            return replace(record, disputes=tuple(one for one in record.disputes if one.id != target.id))
        case Talks():
            record = _without_talks(record, target)
        case _:
            return record
    gone = {target.id, *_sittings(target)}
    return replace(record, disputes=tuple(one for one in record.disputes if one.about not in gone))


def _sittings(target: Thing) -> tuple[str, ...]:
    if not isinstance(target, Talks):
        return ()
    return (*(one.id for one in target.rounds), *(one.id for one in target.truces))


def _without_talks(record: Record, target: Talks) -> Record:
    kept = [number for number, claim in enumerate(record.claims) if claim.talks != target.id]
    place = {old: new for new, old in enumerate(kept)}
    demands = (replace(one, talks=None) if one.talks == target.id else one for one in record.demands)
    return replace(
        record,
        talks=tuple(one for one in record.talks if one.id != target.id),
        claims=tuple(record.claims[number] for number in kept),
        board=tuple(_moved(row, place) for row in record.board if row.talks != target.id),
        demands=tuple(demands),
    )


def _moved(row: BoardRow, place: dict[int, int]) -> BoardRow:
    """The row with the new positions of its claims."""
    return replace(row, claims=tuple(place[n] for n in row.claims), against=tuple(place[n] for n in row.against))
