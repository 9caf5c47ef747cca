"""Disputes against links.yaml; docs/linking.md has the protocol."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.links.match import Match
from parley.record import Dispute, Ref

Values = Sequence[frozenset[Ref]]
"""Of each rival value the events that it rests on."""


@dataclass(frozen=True, slots=True)
class Score:
    """Points: how many disputes of links.yaml are found, how many of the record's are right, and of those found, how
    many are of the right kind; then how many there are."""

    recall: float
    precision: float
    kinds: float
    gold: int
    made: int
    findable: int


def score(match: Match, made: Sequence[Dispute]) -> Score:
    """How well the disputes of a record are those of links.yaml."""
    told = match.links["disputes"]
    pairs = found(match, made)
    right = {at for places in pairs.values() for at in places}
    kinds = [any(made[at].kind == gold["kind"] for at in pairs[gold["id"]]) for gold in told if gold["id"] in pairs]
    return Score(
        recall=100 * len(pairs) / len(told),
        precision=100 * len(right) / max(1, len(made)),
        kinds=100 * sum(kinds) / max(1, len(kinds)),
        gold=len(told),
        made=len(made),
        findable=sum(sum(map(bool, values)) > 1 for values in values_of(match).values()),
    )


def found(match: Match, made: Sequence[Dispute]) -> Mapping[str, list[int]]:
    """Each found dispute of links.yaml with the places of the record's that find it."""
    gold = values_of(match)
    mine = [[frozenset(one.ref for one in version.evidence) for version in dispute.versions] for dispute in made]
    pairs = {name: [at for at, ours in enumerate(mine) if same(values, ours)] for name, values in gold.items()}
    return {name: places for name, places in pairs.items() if places}


def same(gold: Values, made: Values) -> bool:
    """Whether two of the values share events with two different ones of the other."""
    shared = [(mine, ours) for mine, refs in enumerate(gold) for ours, held in enumerate(made) if refs & held]
    return any(a != c and b != d for a, b in shared for c, d in shared)


def values_of(match: Match) -> Mapping[str, Values]:
    """The events of every value of every dispute; a statement stands for the events inside it."""
    return {
        gold["id"]: [frozenset(_refs(match, value["refs"])) for value in gold["values"]]
        for gold in match.links["disputes"]
    }


def _refs(match: Match, told: Sequence[str]) -> Iterator[Ref]:
    for one in told:
        yield from match.inside(one) if ":says:" in one else match.refs([one])
