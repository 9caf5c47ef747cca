"""A record with one of its things replaced, or with other ids."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from parley.linking.judging.things import Thing
from parley.record import Canon, Demand, Dispute, Incident, Record, Round, Talks, Truce

__all__ = ["renamed", "with_thing"]

Made = TypeVar("Made")
_WORDS = frozenset("name names content what detail place venue quote".split())
"""Fields of words, never of ids."""


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


def renamed(made: Made, ids: Mapping[str, str]) -> Made:
    """The same with other ids wherever they stand; in a row of ids each stands once."""
    return cast("Made", _renamed(made, ids))


def _renamed(made: object, ids: Mapping[str, str]) -> object:
    if isinstance(made, str):
        return ids.get(made, made)
    if isinstance(made, tuple):
        return _row(made, ids)
    if isinstance(made, dict):
        return {key: _renamed(value, ids) for key, value in made.items()}
    if is_dataclass(made) and not isinstance(made, type):
        new = {
            field.name: _renamed(value, ids)
            for field in fields(made)
            if field.init and field.name not in _WORDS and (value := getattr(made, field.name)) is not None
        }
        changed = {name: value for name, value in new.items() if value is not getattr(made, name)}
        return replace(made, **changed) if changed else made
    return made


def _row(row: tuple[object, ...], ids: Mapping[str, str]) -> tuple[object, ...]:
    new = tuple(_renamed(item, ids) for item in row)
    if all(one is other for one, other in zip(row, new, strict=True)):
        return row
    return tuple(dict.fromkeys(new)) if all(isinstance(item, str) for item in new) else new
