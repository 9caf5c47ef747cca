"""Things of the record with a field set by a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

from parley.linking.judging.fields import DEGREES, FIELDS, NONE, VERDICTS, figures
from parley.linking.judging.replacing import with_thing
from parley.linking.judging.things import Thing, kind_of
from parley.record import Canon, Claimant, Demand, Dispute, Incident, Judgement, Move, Record, Talks, Toll
from parley.record.dispute import Verdict

__all__ = ["corrected", "fulfilled", "named", "resolved"]

_TOLLS = frozenset(("killed", "injured", "held"))
JUDGED = "judged"
"""The rule by which a figure stands that a person set."""


def corrected(record: Record, target: Thing, one: Judgement) -> Record:
    """A field set to a value; the versions that reports give stay as they are."""
    field, value = one.field or "", one.value or ""
    allowed = FIELDS.get(kind_of(target), {}).get(field)
    if allowed is None or not allowed.fits(value):
        return record
    if isinstance(target, Incident) and field in _TOLLS:
        low, high = figures(value) or (0, 0)
        tolls: Mapping[str, Toll] = {**target.tolls, field: Toll(low, low if low == high else None, high, JUDGED)}
        return with_thing(record, replace(target, tolls=tolls))
    new: dict[str, str | None] = {field: None if value == NONE else value}
    if isinstance(target, Incident) and field == "place":
        new["point"] = None  # where it lies is known of the place that reports name
    return with_thing(record, replace(target, **new))  # type: ignore[arg-type]  # FIELDS has only fields of words


def named(record: Record, target: Thing, one: Judgement) -> Record:
    """Talks, an actor or an incident under another name; an actor's former name stays among its names."""
    name = one.value or ""
    match target:
        case Talks():
            return with_thing(record, replace(target, name=name))
        case Incident():
            return with_thing(record, replace(target, what=name))
        case Canon():
            names = tuple(dict.fromkeys((*target.names, target.name)))
            return with_thing(record, replace(target, name=name, names=names))
        case _:
            return record


def resolved(record: Record, target: Thing, one: Judgement) -> Record:
    """A dispute with a person's verdict; every version stays."""
    if isinstance(target, Dispute) and one.value in VERDICTS:
        return with_thing(record, replace(target, kind=cast("Verdict", one.value)))
    return record


def fulfilled(record: Record, target: Thing, one: Judgement) -> Record:
    """A demand with one move more: how far it was fulfilled, by the account of the person who judged it."""
    if not isinstance(target, Demand) or one.value not in DEGREES:
        return record
    by = Claimant(f"user:{one.user}", one.user)
    moves = tuple(move for move in target.moves if not _is_judged(move))  # the latest judgement stands alone
    move = Move("fulfilled", one.at.date(), (by,), (), degree=int(one.value))
    return with_thing(record, replace(target, moves=(*moves, move)))


def _is_judged(move: Move) -> bool:
    return any(claimant.id.startswith("user:") for claimant in move.claimants)
