"""Things of the record by their ids."""

from __future__ import annotations

from collections.abc import Iterator

from parley.record import Canon, Demand, Dispute, Incident, Record, Ref, Round, Talks, Truce

__all__ = ["Thing", "find", "kind_of", "things"]

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
    if ref is not None:
        kind, _, _ = id_.partition(":")
        return next((one for one in things(record) if _is_of(one, kind, id_) and _holds(one, ref, record)), None)
    return next((one for one in things(record) if one.id == id_), None)


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
            about = next((one for one in things(record) if one.id == thing.about), None)
            told = (one.ref for version in thing.versions for one in version.evidence)
            return ref in told or (about is not None and not isinstance(about, Dispute) and _holds(about, ref, record))
        case _:
            return False
