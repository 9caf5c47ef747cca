"""What an id, or a part of one, stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parley.errors import NotFound
from parley.exports.record_desk import Desk
from parley.record import (
    Canon,
    Copies,
    Demand,
    Dispute,
    Incident,
    Judgement,
    Origin,
    Ref,
    Report,
    Round,
    Talks,
    Truce,
)

__all__ = ["Found", "Thing", "find", "report_id"]

_Other = Copies | Demand | Dispute | Incident | Judgement | Origin
Thing = _Other | Canon | Report | Round | Talks | Truce
_FEW = 6
_WHERE = "parley incidents, demands, disputes, actors, sources and timeline show the ids"


@dataclass(frozen=True, slots=True)
class Found:
    """A thing of the record and its id; `within` are the talks of a round or truce."""

    id: str
    thing: Thing
    within: Talks | None = None


def find(asked: str, desk: Desk) -> Found:
    """The thing of that id; a part of an id will do where only one has it.

    A finding as `a1#e3` is the incident or demand that it is part of. Raises NotFound where there is none, or where
    several may be meant.
    """
    things = {one.id: one for one in _all(desk)}
    if asked in things:
        return things[asked]
    named = [one for one in things.values() if asked.casefold() in one.id.casefold()] or list(_named(asked, desk))
    if "#" in asked and not named:
        named = list(_holding(asked, things))
    if len(named) == 1:
        return named[0]
    if named:
        shown = ", ".join(sorted(one.id for one in named)[:_FEW]) + (" …" if len(named) > _FEW else "")
        raise NotFound(asked, f"may be {len(named)} things: {shown}", "give more of the id")
    raise NotFound(asked, "nothing in the record is called so", _WHERE)


def _all(desk: Desk) -> Iterator[Found]:
    """Everything that has an id; a report goes before an actor that is called the same."""
    record = desk.record
    for actor in record.actors.values():
        yield Found(actor.id, actor)
    for talks in record.talks:
        yield Found(talks.id, talks)
        yield from (Found(one.id, one, talks) for one in talks.rounds)
        yield from (Found(one.id, one, talks) for one in talks.truces)
    others: list[_Other] = [*record.origins, *record.copies, *record.incidents, *record.demands]
    others += [*record.disputes, *desk.judgements]
    yield from (Found(one.id, one) for one in others)
    yield from (Found(one.id, one) for one in desk.heads.values())


def _named(asked: str, desk: Desk) -> Iterator[Found]:
    """Actors by their names."""
    wanted = asked.casefold()
    for actor in desk.record.actors.values():
        if wanted in (name.casefold() for name in (actor.name, *actor.names)):
            yield Found(actor.id, actor)


def _holding(asked: str, things: Mapping[str, Found]) -> Iterator[Found]:
    """What a finding is part of."""
    return (found for found in things.values() if asked in map(str, _findings(found.thing)))


def _findings(thing: Thing) -> Iterator[Ref]:
    if isinstance(thing, Incident):
        yield from thing.members
    elif isinstance(thing, Demand):
        yield from (one.ref for move in thing.moves for one in move.evidence)


def report_id(asked: str, heads: Mapping[str, Report]) -> str:
    """The id of a report, of which a part is given that no other has; raises NotFound."""
    if asked in heads:
        return asked
    found = [id_ for id_ in heads if asked in id_]
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(asked, f"may be {len(found)} reports: {', '.join(sorted(found)[:_FEW])}", "give more of the id")
    raise NotFound(asked, "no report of the record has this id", "parley sources --json lists them")
