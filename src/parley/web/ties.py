"""Who meets, accuses, attacks, presses or helps whom, and who goes between: ties between sides or actors."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from parley.exports.record_desk import Desk
from parley.exports.record_filter import Filter
from parley.exports.record_incidents import told_of
from parley.record import Incident, Talks
from parley.web.index import Index
from parley.web.kept import once

__all__ = ["KINDS", "MUTUAL", "By", "Tie", "kept", "ties", "told_ties"]

KINDS: Mapping[str, str] = {
    "CONSULT": "meets",
    "TALKS": "meets",
    "AGREE": "agrees",
    "SUPPORT": "agrees",
    "COOPERATE": "agrees",
    "CONCEDE": "agrees",
    "AID": "agrees",
    "REQUEST": "asks",
    "ACCUSE": "accuses",
    "REJECT": "accuses",
    "THREATEN": "presses",
    "SANCTION": "presses",
    "COERCE": "presses",
    "MOBILIZE": "presses",
    "ASSAULT": "attacks",
}
"""What an event of a PLOVER type is between two of them; the others are nothing that one does to another."""
MUTUAL = frozenset(("meets",))
"""Ties without a direction."""


By = Literal["side", "actor"]
Pair = tuple[str, str, str]
Part = Callable[[str], str | None]
"""For whom an actor stands; None: for nobody that a picture can name."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`who` does it to `whom`; both are ids. `number` counts incidents, of mediation the processes; `origins` those who
    tell it; `first` and `last` are ISO days, "" where none is known."""

    who: str
    whom: str
    kind: str
    number: int
    origins: int
    first: str
    last: str


def ties(incidents: Iterable[Incident], talks: Iterable[Talks], part: Part) -> list[Tie]:
    """The ties of some incidents and processes, the most told first; `part` says for whom an actor stands."""
    found: defaultdict[Pair, list[Incident]] = defaultdict(list)
    for one in incidents:
        for pair in dict.fromkeys(_pairs(one, part)):
            found[pair].append(one)
    made = [_tie(pair, those) for pair, those in found.items()]
    made += [Tie(*pair, number, 0, "", "") for pair, number in _mediated(talks, part).items()]
    return sorted(made, key=lambda tie: (-tie.number, tie.kind, tie.who, tie.whom))


def told_ties(index: Index, by: By, asked: Filter) -> list[Tie]:
    """The ties of the incidents that are asked for, and of all mediation; worked out once a snapshot."""
    chosen = index.lists.incidents.chosen
    talks = index.desk.record.talks
    part = _standing(by, index.desk)
    return once(index, ("ties", by, asked), lambda: ties([one.thing for one in chosen(asked, "newest")], talks, part))


def _standing(by: By, desk: Desk) -> Part:
    """An actor itself or its side, where it has a name: "25 militants" of one report are nobody in a network. Who rules
    a state is one side with it, as in talks."""

    def named(actor: str) -> str | None:
        stands = actor if by == "actor" else desk.side_in_talks(actor)
        known = desk.record.actors.get(stands) or (desk.record.actors.get(desk.side(actor)) if by == "side" else None)
        return known.id if known and (known.registry or known.names) else None

    return named


def kept(found: Sequence[Tie], most: int) -> list[Tie]:
    """Those among the actors with most ties, so that a picture of them can be read."""
    weight: defaultdict[str, int] = defaultdict(int)
    for tie in found:
        weight[tie.who] += tie.number
        weight[tie.whom] += tie.number
    chosen = set(sorted(weight, key=lambda name: (-weight[name], name))[:most])
    return [tie for tie in found if tie.who in chosen and tie.whom in chosen]


def _pairs(one: Incident, part: Part) -> Iterator[Pair]:
    """Who does what to whom in an incident; those who do it together meet."""
    kinds = {KINDS[version.value] for version in one.slots.get("type", ()) if version.value in KINDS}
    who, whom = _parties(one, "actors", part), _parties(one, "recipients", part)
    for kind in sorted(kinds):
        if kind in MUTUAL:
            yield from ((a, b, kind) for a, b in combinations(sorted({*who, *whom}), 2))
        else:
            yield from ((a, b, kind) for a, b in product(who, whom) if a != b)


def _parties(one: Incident, slot: str, part: Part) -> list[str]:
    found = (part(version.value) for version in one.slots.get(slot, ()))
    return list(dict.fromkeys(one for one in found if one is not None))


def _tie(pair: Pair, those: Sequence[Incident]) -> Tie:
    days = sorted(one.when.partition("/")[0] for one in those if one.when)
    origins = {place.origin for one in those for place in told_of(one)}
    return Tie(*pair, len(those), len(origins), days[0] if days else "", days[-1] if days else "")


def _mediated(talks: Iterable[Talks], part: Part) -> dict[Pair, int]:
    """Mediators and the sides between whom they go."""
    counts: defaultdict[Pair, int] = defaultdict(int)
    for one in talks:
        sides = {known for side in one.sides if (known := part(side))}
        for mediator in {known for helper in one.mediators if (known := part(helper))}:
            for side in sides - {mediator}:
                counts[mediator, side, "mediates"] += 1
    return dict(counts)
