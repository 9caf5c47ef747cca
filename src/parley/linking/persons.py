"""People whom one report names more fully than another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from parley.linking.groups import Groups
from parley.linking.keys import Local
from parley.linking.names import may_be_one, personal

PEOPLE = frozenset(("person", "official", "military", "police", "religious", "government", "armed_group"))
WIDE = 3
"""A last name that this many people of one country share says nothing."""


def join_persons(groups: Groups[tuple[str, str]], people: Sequence[Local]) -> None:
    """Join people of one country whose names are the same, or where one name is part of exactly one other."""
    named = [local for local in people if _is_named(local)]
    shelves: dict[str, list[Local]] = defaultdict(list)
    for local in named:
        shelves[personal(local.actor.name or "")[-1]].append(local)
    for shelf in shelves.values():
        _join_shelf(groups, sorted(shelf, key=lambda local: local.pair))


def _is_named(local: Local) -> bool:
    actor = local.actor
    single = actor.kind == "person" or (actor.kind in PEOPLE and actor.office is not None)
    return single and any(word[:1].isupper() for word in (actor.name or "").split())


def _join_shelf(groups: Groups[tuple[str, str]], shelf: Sequence[Local]) -> None:
    """People with one last name: whole names first, then shorter ones that fit only one of them."""
    names = {local.pair: personal(local.actor.name or "") for local in shelf}
    full: dict[tuple[str, ...], list[Local]] = defaultdict(list)
    for local in shelf:
        full[names[local.pair]].append(local)
    for same in full.values():
        for one, other in _compatible(same):
            groups.join(one.pair, other.pair)
    for short in sorted(full, key=len):
        longer = [name for name in full if len(name) > len(short) and may_be_one(short, name)]
        if longer and all(may_be_one(a, b) for a in longer for b in longer):
            for one, other in _across(full[short], (local for name in longer for local in full[name])):
                groups.join(other.pair, one.pair)


def _compatible(same: Sequence[Local]) -> Iterable[tuple[Local, Local]]:
    return ((one, other) for i, one in enumerate(same) for other in same[i + 1 :] if _agree(one, other))


def _across(short: Sequence[Local], longer: Iterable[Local]) -> Iterable[tuple[Local, Local]]:
    return ((one, other) for other in longer for one in short if _agree(one, other))


def _agree(one: Local, other: Local) -> bool:
    """Whether nothing that is known of the two sets them apart."""
    registries = {local.actor.registry for local in (one, other)} - {None}
    countries = {local.actor.country or local.root for local in (one, other)} - {None}
    return len(registries) <= 1 and len(countries) <= 1
