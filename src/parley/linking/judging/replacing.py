"""A record with one of its things replaced."""

from __future__ import annotations

from dataclasses import replace

from parley.linking.judging.things import Thing
from parley.record import Canon, Demand, Dispute, Incident, Record, Round, Talks, Truce

__all__ = ["with_thing"]


def with_thing(record: Record, new: Thing) -> Record:
    """The record with a thing in the place of that which has its id."""
    match new:
        case Canon():
            return replace(record, actors={**record.actors, new.id: new})
        case Incident():
            return replace(record, incidents=tuple(new if one.id == new.id else one for one in record.incidents))
        case Demand():
            return replace(record, demands=tuple(new if one.id == new.id else one for one in record.demands))
        case Dispute():
            return replace(record, disputes=tuple(new if one.id == new.id else one for one in record.disputes))
        case Talks():
            return replace(record, talks=tuple(new if one.id == new.id else one for one in record.talks))
        case _:
            return replace(record, talks=tuple(_with_sitting(one, new) for one in record.talks))


def _with_sitting(talks: Talks, new: Round | Truce) -> Talks:
    if isinstance(new, Round):
        return replace(talks, rounds=tuple(new if one.id == new.id else one for one in talks.rounds))
    return replace(talks, truces=tuple(new if one.id == new.id else one for one in talks.truces))
