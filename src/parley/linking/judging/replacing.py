"""A record with one of its things replaced."""

from __future__ import annotations

from dataclasses import replace

from parley.linking.judging.things import Thing, in_place
from parley.record import Canon, Demand, Dispute, Incident, Record, Round, Talks, Truce

__all__ = ["with_thing"]


def with_thing(record: Record, new: Thing) -> Record:
    """The record with a thing in the place of that which has its id."""
    match new:
        case Canon():
            return replace(record, actors={**record.actors, new.id: new})
        case Incident():
            return replace(record, incidents=in_place(record.incidents, new))
        case Demand():
            return replace(record, demands=in_place(record.demands, new))
        case Dispute():
            return replace(record, disputes=in_place(record.disputes, new))
        case Talks():
            return replace(record, talks=tuple(new if one.id == new.id else one for one in record.talks))
        case _:
            return replace(record, talks=tuple(_with_sitting(one, new) for one in record.talks))


def _with_sitting(talks: Talks, new: Round | Truce) -> Talks:
    if isinstance(new, Round):
        return replace(talks, rounds=tuple(new if one.id == new.id else one for one in talks.rounds))
    return replace(talks, truces=tuple(new if one.id == new.id else one for one in talks.truces))
