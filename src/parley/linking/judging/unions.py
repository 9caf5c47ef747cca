"""Things made one, or parted, by a person."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from parley.linking.judging.replacing import with_thing
from parley.linking.judging.talks import joined_talks
from parley.linking.judging.things import Thing, holding, in_place, place_of
from parley.linking.talks.moments import Moments
from parley.record import Demand, Dispute, Incident, Judgement, Link, Move, Reason, Record, Ref, Talks

__all__ = ["joined", "parted"]

Remake = Callable[[Sequence[Ref]], Incident]
Aliases = Mapping[str, str]


def joined(
    record: Record, parts: Sequence[Thing], one: Judgement, remake: Remake, moments: Moments
) -> tuple[Record, Aliases]:
    """The record with several things made one, and what those that are no more are called now.

    Things of different kinds, or of a kind that cannot be merged, stay as they are; so do actors, which are one before
    anything is linked (`castings.py`).
    """
    parts = list({part.id: part for part in parts}.values())
    if len(parts) < 2:
        return record, {}
    if all(isinstance(part, Incident) for part in parts):
        return _joined_incidents(record, [part for part in parts if isinstance(part, Incident)], one, remake)
    if all(isinstance(part, Demand) for part in parts):
        return _joined_demands(record, [part for part in parts if isinstance(part, Demand)], one)
    if all(isinstance(part, Talks) for part in parts):
        return joined_talks(record, [part for part in parts if isinstance(part, Talks)], moments)
    return record, {}


def parted(record: Record, target: Thing, refs: Sequence[Ref], remake: Remake) -> Record:
    """The record with those findings of an incident or demand made another one; nothing where none or all are meant.

    Findings of other incidents are apart already: nothing says any more that they may belong to this one.
    """
    if isinstance(target, Incident):
        if not set(refs) & set(target.members):
            return _kept_apart(record, target, set(refs))
        return _parted_incident(record, target, set(refs), remake)
    if isinstance(target, Demand):
        return _parted_demand(record, target, set(refs))
    return record


def _joined_incidents(
    record: Record, parts: Sequence[Incident], one: Judgement, remake: Remake
) -> tuple[Record, Aliases]:
    members = [ref for incident in parts for ref in incident.members]
    said = Reason("judgement", f"{one.user}: {one.why or 'the same'}", 0.0)
    links = tuple(Link(parts[0].members[0], part.members[0], 1.0, (said,)) for part in parts[1:])
    made = replace(remake(members), links=(*(link for part in parts for link in part.links), *links), maybe=())
    maybe = tuple(link for part in parts for link in part.maybe if not {link.a, link.b} <= set(members))
    incidents = _in_place(record.incidents, parts, replace(made, maybe=maybe))
    aliases = {part.id: made.id for part in parts if part.id != made.id}
    return _readdressed(replace(record, incidents=incidents)), aliases


def _in_place(incidents: Sequence[Incident], gone: Sequence[Incident], new: Incident) -> tuple[Incident, ...]:
    """The new one stands where the first of those that it is made of stood."""
    ids = {one.id for one in gone}
    first = next(one for one in incidents if one.id in ids)
    return tuple(new if one is first else one for one in incidents if one is first or one.id not in ids)


def _parted_incident(record: Record, target: Incident, refs: set[Ref], remake: Remake) -> Record:
    rest = [ref for ref in target.members if ref not in refs]
    apart = [ref for ref in target.members if ref in refs]
    if not rest or not apart:
        return record
    halves = sorted((rest, apart), key=lambda part: target.members.index(part[0]))
    made = [_linked(remake(members), target) for members in halves]
    at = place_of(record.incidents, target.id) or 0
    return _readdressed(replace(record, incidents=(*record.incidents[:at], *made, *record.incidents[at + 1 :])))


def _kept_apart(record: Record, target: Incident, refs: set[Ref]) -> Record:
    """Without the doubts whether the incidents of those findings are the target."""
    others = holding(record.incidents, refs)
    mine, theirs = set(target.members), {ref for one in others for ref in one.members}
    incidents = record.incidents
    for one in (target, *others):
        incidents = in_place(incidents, _sure(one, mine, theirs))
    return replace(record, incidents=incidents)


def _sure(one: Incident, mine: set[Ref], theirs: set[Ref]) -> Incident:
    kept = tuple(link for link in one.maybe if not _joins(link, mine, theirs))
    return one if len(kept) == len(one.maybe) else replace(one, maybe=kept)


def _joins(link: Link, mine: set[Ref], theirs: set[Ref]) -> bool:
    return (link.a in mine and link.b in theirs) or (link.a in theirs and link.b in mine)


def _linked(made: Incident, was: Incident) -> Incident:
    """With the links that lie within it."""
    mine = set(made.members)
    within = tuple(link for link in was.links if {link.a, link.b} <= mine)
    return replace(made, links=within, maybe=tuple(link for link in was.maybe if {link.a, link.b} & mine))


def _readdressed(record: Record) -> Record:
    """Disputes about an incident that is no more are about the one that their first evidence is in."""
    ids = {one.id for one in record.incidents}
    homeless = {one.id for one in record.disputes if one.about.startswith("incident:") and one.about not in ids}
    if not homeless:
        return record
    at = {ref: one.id for one in record.incidents for ref in one.members}
    return replace(record, disputes=tuple(_about(one, at) if one.id in homeless else one for one in record.disputes))


def _about(dispute: Dispute, at: Mapping[Ref, str]) -> Dispute:
    told = (one.ref for version in dispute.versions for one in version.evidence)
    return replace(dispute, about=next((at[ref] for ref in told if ref in at), dispute.about))


def _joined_demands(record: Record, parts: Sequence[Demand], one: Judgement) -> tuple[Record, Aliases]:
    ordered = sorted(parts, key=lambda part: _first(part.moves))
    keeps = ordered[0]
    moves = tuple(sorted((move for part in ordered for move in part.moves), key=_when))
    made = replace(
        keeps,
        by=_all(part.by for part in ordered),
        to=_all(part.to for part in ordered),
        criteria=_all(part.criteria for part in ordered),
        moves=_in_turn(moves),
        talks=next((part.talks for part in ordered if part.talks), None),
        links=(*(link for part in ordered for link in part.links), *_said(ordered, one)),
    )
    gone = {part.id for part in ordered[1:]}
    record = replace(record, demands=tuple(one for one in record.demands if one.id not in gone))
    aliases = dict.fromkeys(gone, keeps.id)
    about = tuple(replace(one, about=aliases.get(one.about, one.about)) for one in record.disputes)
    return with_thing(replace(record, disputes=about), made), aliases


def _said(parts: Sequence[Demand], one: Judgement) -> Iterator[Link]:
    """Why a person holds several demands to be one."""
    firsts = [ref for part in parts for ref in islice(_refs(part), 1)]
    why = Reason("judgement", f"{one.user}: {one.why or 'the same'}", 0.0)
    yield from (Link(firsts[0], ref, 1.0, (why,)) for ref in firsts[1:])


def _refs(demand: Demand) -> Iterator[Ref]:
    return (one.ref for move in demand.moves for one in move.evidence)


def _first(moves: Sequence[Move]) -> tuple[object, ...]:
    return min(map(_when, moves), default=(date.max, ""))


def _when(move: Move) -> tuple[object, ...]:
    return move.day or date.max, str(move.evidence[0].ref) if move.evidence else "~"


def _in_turn(moves: Sequence[Move]) -> tuple[Move, ...]:
    """What is raised again is repeated."""
    first = next((move for move in moves if move.kind == "raised"), None)
    return tuple(replace(m, kind="repeated") if m.kind == "raised" and m is not first else m for m in moves)


def _all(rows: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for row in rows for item in row))


def _parted_demand(record: Record, target: Demand, refs: set[Ref]) -> Record:
    apart = tuple(move for move in target.moves if move.evidence and all(one.ref in refs for one in move.evidence))
    rest = tuple(move for move in target.moves if move not in apart)
    if not apart or not any(move.evidence for move in rest):
        return record
    halves = [_half(target, moves) for moves in (rest, apart)]
    at = record.demands.index(target)
    return replace(record, demands=(*record.demands[:at], *halves, *record.demands[at + 1 :]))


def _id(moves: Sequence[Move]) -> str:
    first = next(move for move in moves if move.evidence)
    return f"demand:{first.evidence[0].ref}"


def _half(target: Demand, moves: tuple[Move, ...]) -> Demand:
    mine = {one.ref for move in moves for one in move.evidence}
    links = tuple(link for link in target.links if {link.a, link.b} <= mine)
    return replace(target, id=_id(moves), moves=moves, links=links)
