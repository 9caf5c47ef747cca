"""What somebody is called to whom something was done: one rank and one of his names, and another name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from parley.linking.disputes.lines import Line
from parley.linking.disputes.rivals import dispute
from parley.record import Actor, Dispute, Incident

__all__ = ["names"]

Told = tuple[str, str]
"""An office and a name."""


def names(incident: Incident, lines: Sequence[Line]) -> Iterator[Dispute]:
    """One dispute for each office whose holder has, in different reports, names that share a part and differ."""
    told: dict[Told, list[Line]] = defaultdict(list)
    for line in lines:
        for party in line.event.recipients:
            known = _told(line.reading.actors.get(party.actor))
            if known and line.told:
                told[known].append(line)
    by_office: dict[str, dict[str, list[Line]]] = defaultdict(dict)
    for one, other in combinations(sorted(told), 2):
        if _same_office(one[0], other[0]) and _half_alike(one[1], other[1]):
            by_office[max(one[0], other[0], key=len)] |= {one[1]: told[one], other[1]: told[other]}
    for office, values in by_office.items():
        found = dispute(incident.id, f"name of the {office}", values)
        if found:
            yield found


def _told(actor: Actor | None) -> Told | None:
    return (actor.office.casefold(), actor.name) if actor and actor.office and actor.name else None


def _same_office(one: str, other: str) -> bool:
    """Whether they are the same word for word, or one is cut short ("Lt Col")."""
    mine, theirs = one.replace(".", "").split(), other.replace(".", "").split()
    return len(mine) == len(theirs) and all(map(_short_for, mine, theirs))


def _short_for(one: str, other: str) -> bool:
    short, whole = sorted((one, other), key=len)
    letters = iter(whole)
    return short[:1] == whole[:1] and all(letter in letters for letter in short)


def _half_alike(one: str, other: str) -> bool:
    """Whether both have a name that the other lacks, and share one."""
    mine, theirs = set(one.casefold().split()), set(other.casefold().split())
    return bool(mine & theirs and mine - theirs and theirs - mine)
