"""Disputes against links.yaml; docs/linking.md has the protocol."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.links.match import Match
from benchmarks.pairing import most
from parley.linking.disputes.victims import SLOTS
from parley.record import Dispute, Ref

Values = Sequence[frozenset[Ref]]
"""Of each rival value the events and statements that it rests on."""
Places = Mapping[str, Sequence[int]]
"""Disputes of links.yaml with the places of those of the record that rest on the same words."""

FIGURES = re.compile("killed|injured|casualties")
"""Beginnings of the slots of links.yaml that hold figures of victims."""


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
    """How well the disputes of a record are those of links.yaml, each answering one at most."""
    told = {gold["id"]: gold for gold in match.links["disputes"]}
    pairs = most(of_one_sort(match, made, found(match, made)))
    kinds = [made[at].kind == told[name]["kind"] for name, at in pairs.items()]
    return _score(match, made, len(pairs), len(pairs), kinds)


def shared(match: Match, made: Sequence[Dispute]) -> Score:
    """The same where one may find several that rest on the same words, and several may find one."""
    told = {gold["id"]: gold for gold in match.links["disputes"]}
    pairs = found(match, made)
    kinds = [any(made[at].kind == told[name]["kind"] for at in places) for name, places in pairs.items()]
    return _score(match, made, len(pairs), len({at for places in pairs.values() for at in places}), kinds)


def _score(match: Match, made: Sequence[Dispute], names: int, right: int, kinds: Sequence[bool]) -> Score:
    told = match.links["disputes"]
    return Score(
        recall=100 * names / len(told),
        precision=100 * right / max(1, len(made)),
        kinds=100 * sum(kinds) / max(1, len(kinds)),
        gold=len(told),
        made=len(made),
        findable=sum(sum(map(bool, values)) > 1 for values in values_of(match).values()),
    )


def found(match: Match, made: Sequence[Dispute]) -> Places:
    """Each found dispute of links.yaml with the places of the record's that find it."""
    mine = [[frozenset(one.ref for one in version.evidence) for version in dispute.versions] for dispute in made]
    pairs = {
        name: [at for at, ours in enumerate(mine) if same(values, ours)] for name, values in values_of(match).items()
    }
    return {name: places for name, places in pairs.items() if places}


def of_one_sort(match: Match, made: Sequence[Dispute], pairs: Places) -> Places:
    """Those pairs in which both or neither are about how many were killed or injured."""
    figures = {gold["id"]: bool(FIGURES.match(gold["slot"])) for gold in match.links["disputes"]}
    return {
        name: [at for at in places if figures[name] == (made[at].slot.split()[0] in SLOTS)]
        for name, places in pairs.items()
    }


def same(gold: Values, made: Values) -> bool:
    """Whether two of the values share words with two different ones of the other."""
    pairs = [(mine, ours) for mine, refs in enumerate(gold) for ours, held in enumerate(made) if refs & held]
    return any(a != c and b != d for a, b in pairs for c, d in pairs)


def values_of(match: Match) -> Mapping[str, Values]:
    """What every value of every dispute rests on; a statement stands for itself and for the events inside it."""
    return {
        gold["id"]: [frozenset(_refs(match, value["refs"])) for value in gold["values"]]
        for gold in match.links["disputes"]
    }


def _refs(match: Match, told: Sequence[str]) -> Iterator[Ref]:
    for one in told:
        yield from (*match.inside(one), *match.statements(one)) if ":says:" in one else match.refs([one])
