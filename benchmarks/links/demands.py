"""Demands and their moves against links.yaml; docs/linking.md has the protocol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.links.match import Links, Match
from parley.record import Demand, Ref

LEAST = 1 / 3
"""Of the events of a demand, how many must be in one of the record."""
FAMILIES: Mapping[str, frozenset[str]] = {
    "demand": frozenset(("asked",)),
    "appeal": frozenset(("asked",)),
    "guarantee": frozenset(("asked", "given")),
    "pledge": frozenset(("given",)),
    "offer": frozenset(("given",)),
    "evidence": frozenset(("shown",)),
}
"""What kinds are alike enough: a guarantee may be asked for or given."""


@dataclass(frozen=True, slots=True)
class Score:
    """Points: demands found and how many of the record's are right; moves told right of all; and how many demands."""

    recall: float
    precision: float
    moves: float
    gold: int
    made: int


def score(match: Match, made: Sequence[Demand]) -> Score:
    """How many demands of links.yaml the record has."""
    told = match.links["demands"]
    pairs = pairing(match, made)
    moves = [(gold, move) for gold in told for move in gold["moves"]]
    right = sum(_has(match, made[pairs[gold["id"]]], move) for gold, move in moves if gold["id"] in pairs)
    return Score(
        recall=100 * len(pairs) / len(told),
        precision=100 * len(pairs) / max(1, len(made)),
        moves=100 * right / len(moves),
        gold=len(told),
        made=len(made),
    )


def pairing(match: Match, made: Sequence[Demand]) -> Mapping[str, int]:
    """Each found demand of links.yaml with the place of the record's; each of those serves once, the likest first."""
    ranked = sorted(_likeness(match, made), key=lambda one: (-one[0], one[1], one[2]))
    pairs: dict[str, int] = {}
    for _, gold, at in ranked:
        if gold not in pairs and at not in pairs.values():
            pairs[gold] = at
    return pairs


def _likeness(match: Match, made: Sequence[Demand]) -> Iterator[tuple[float, str, int]]:
    """Every pair of kinds alike that shares enough events, and the share (Dice)."""
    mine = [refs_of(demand) for demand in made]
    for gold in match.links["demands"]:
        named = [ref for move in gold["moves"] for ref in move["refs"]]
        refs = set(match.refs(named))
        for at, demand in enumerate(made):
            shared = len(refs & mine[at])
            if shared and shared >= LEAST * len(set(named)) and FAMILIES[demand.kind] & FAMILIES[gold["kind"]]:
                yield 2 * shared / (len(refs) + len(mine[at])), gold["id"], at


def refs_of(demand: Demand) -> frozenset[Ref]:
    """The events that the moves of a demand rest on."""
    return frozenset(evidence.ref for move in demand.moves for evidence in move.evidence)


def _has(match: Match, demand: Demand, gold: Links) -> bool:
    """Whether a demand has the move: the same kind, resting on one of its events."""
    refs = set(match.refs(gold["refs"]))
    same = {"raised": {"raised", "repeated"}, "repeated": {"raised", "repeated"}}.get(gold["move"], {gold["move"]})
    return any(move.kind in same and any(one.ref in refs for one in move.evidence) for move in demand.moves)


def by_kind(match: Match, made: Sequence[Demand]) -> Mapping[str, tuple[int, int]]:
    """How many of each kind are found, and how many there are."""
    pairs = pairing(match, made)
    told = Counter(gold["kind"] for gold in match.links["demands"])
    found = Counter(gold["kind"] for gold in match.links["demands"] if gold["id"] in pairs)
    return {kind: (found[kind], count) for kind, count in told.items()}
