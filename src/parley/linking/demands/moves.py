"""A demand and its moves, from the events that are one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from parley.linking.demands.acts import Act
from parley.linking.demands.groups import Group
from parley.linking.demands.likeness import logit
from parley.record import Claimant, Demand, Evidence, Link, Move, Reading, Reason, Ref
from parley.record.demand import DemandKind, MoveKind

__all__ = ["Telling", "demand_of", "joined_anew"]

Telling = Callable[[Ref], tuple[Evidence, tuple[Claimant, ...]]]
"""Of an event, the evidence and all who answer for it."""
WEIGHT: Mapping[DemandKind, int] = {"evidence": 5, "guarantee": 4, "demand": 3, "appeal": 2, "offer": 1, "pledge": 0}
"""Of several kinds a demand is called by the strongest that opens it."""
MARKS = "“”‘’\"',. "
"""What may stand around a criterion without being part of it."""


def demand_of(group: Group, readings: Mapping[str, Reading], telling: Telling) -> Demand:
    """The demand that a group of moves is."""
    acts = sorted(group.acts, key=lambda act: act.when)
    opening = [act for act in acts if act.part.move in ("raised", "withheld", "repeated")] or acts
    makers = _makers(opening)
    return Demand(
        id=f"demand:{acts[0].ref}",
        kind=max((act.part.kind for act in opening), key=WEIGHT.__getitem__),
        by=makers,
        to=tuple(side for side in _addressees(opening) if side not in makers),
        content=_content(opening, readings),
        criteria=_criteria(acts, readings),
        moves=_moves(acts, readings, telling),
        talks=_most(act.tie.talks for act in acts if act.tie),
        links=_links(acts, group),
    )


def joined_anew(demand: Demand, group: Group) -> Demand:
    """The demand that the same moves are for other reasons."""
    return replace(demand, links=_links(sorted(group.acts, key=lambda act: act.when), group))


def _links(acts: Sequence[Act], group: Group) -> tuple[Link, ...]:
    return tuple(_link(acts[0], act, group.why[act.ref]) for act in acts[1:])


def _link(first: Act, act: Act, why: tuple[Reason, ...]) -> Link:
    return Link(first.ref, act.ref, round(1 / (1 + math.exp(-logit(why))), 3), why)


def _makers(acts: Iterable[Act]) -> tuple[str, ...]:
    return _sides((act.ref.report, act.others if act.part.voice == "ask" else act.doers) for act in acts)


def _addressees(acts: Iterable[Act]) -> tuple[str, ...]:
    return _sides((act.ref.report, act.doers if act.part.voice == "ask" else act.others) for act in acts)


def _sides(told: Iterable[tuple[str, frozenset[str]]]) -> tuple[str, ...]:
    """The sides that most reports name; of those named as often, such as are known beyond one report."""
    counts = Counter(sides for _, sides in set(told) if sides)
    most = sorted(counts, key=lambda sides: (-counts[sides], any("/" in side for side in sides), sorted(sides)))
    return tuple(sorted(most[0])) if most else ()


def _content(acts: Sequence[Act], readings: Mapping[str, Reading]) -> str:
    """The fullest content in a report's own words, else the sentence of the first move."""
    quotes = [
        " … ".join(span.quote(readings[act.ref.report].report) for span in act.event.content)
        for act in acts
        if act.own and act.event.content
    ]
    return max(quotes, key=lambda quote: (len(quote), quote), default="") or _sentence(acts[0], readings)


def _sentence(act: Act, readings: Mapping[str, Reading]) -> str:
    reading = readings[act.ref.report]
    inside = reading.sentences[act.at].span if act.at < len(reading.sentences) else act.event.trigger
    return inside.quote(reading.report)


def _criteria(acts: Iterable[Act], readings: Mapping[str, Reading]) -> tuple[str, ...]:
    return once(span.quote(readings[act.ref.report].report) for act in acts for span in act.event.criteria)


def once(told: Iterable[str]) -> tuple[str, ...]:
    """Criteria in the order they are told, each once, whatever marks and capitals a report prints it with."""
    first: dict[str, str] = {}
    for one in told:
        first.setdefault(one.strip(MARKS).casefold(), one)
    return tuple(first.values())


def _moves(acts: Sequence[Act], readings: Mapping[str, Reading], telling: Telling) -> tuple[Move, ...]:
    """Moves of one kind by one claimant on one day are one; what is raised again on a later day is repeated."""
    grouped: dict[tuple[object, ...], list[Move]] = {}
    asked = False
    for act in acts:
        evidence, claimants = telling(act.ref)
        asked = asked or act.part.voice == "ask"
        kind: MoveKind = "accepted" if asked and _promises(act) else act.part.move
        made = Move(kind, evidence.day, claimants, (evidence,), _criteria((act,), readings))
        grouped.setdefault((made.kind, made.day, claimants[0].id), []).append(made)
    moves = [_joined(same) for same in grouped.values()]
    return _in_turn(sorted(moves, key=lambda move: (move.day is None, str(move.day), move.evidence[0].ref)))


def _promises(act: Act) -> bool:
    return act.part.voice == "give" and act.part.move == "raised"


def _joined(same: Sequence[Move]) -> Move:
    claimants = tuple(dict.fromkeys(one for move in same for one in move.claimants))
    criteria = once(one for move in same for one in move.criteria)
    return replace(
        same[0], claimants=claimants, criteria=criteria, evidence=tuple(e for move in same for e in move.evidence)
    )


def _in_turn(moves: Sequence[Move]) -> tuple[Move, ...]:
    first = next((move.day for move in moves if move.kind == "raised"), None)

    def kind(move: Move) -> MoveKind:
        return "repeated" if move.kind == "raised" and move.day != first else move.kind

    return tuple(replace(move, kind=kind(move)) for move in moves)


def _most(values: Iterable[str]) -> str | None:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default=None)
