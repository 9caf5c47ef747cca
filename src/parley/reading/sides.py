"""Who "both sides" are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from parley.reading.clusters import Cast, Cluster
from parley.reading.names import designation
from parley.reading.occurrences import Occurrence

__all__ = ["kind_of_actor", "members", "mentions_of"]

PEOPLE = frozenset(("official", "anonymous", "people", "civilians", "religious", "person", "other", None))
SIDES = frozenset("state government armed_group faction party".split())
STATES = frozenset("country government capital nation neighbour neighbor state".split())
JOINED = re.compile(r"^(?P<one>.+?),? and (?P<other>.+)$")


def kind_of_actor(cluster: Cluster) -> str:
    """The kind of actor: a body that is spoken of like a person stays a body."""
    if cluster.nation:
        return "state"
    if cluster.person and cluster.named and cluster.kind in PEOPLE:
        return "person"
    return cluster.kind or "other"


def mentions_of(cluster: Cluster) -> list[Occurrence]:
    """The mentions that stand in the text."""
    return [here for here in cluster.mentions if here.index >= 0]


def members(cluster: Cluster, cast: Cast) -> Sequence[Cluster]:
    """The two that a collective stands for: whom its words name ("Egypt and Qatar"), else the sides that the report
    names in one breath most often. Nobody where it names none so, or the actor is no collective."""
    if cluster.person or cluster.nation or cluster.named or "sides" not in cluster.concepts:
        return ()
    return _joint(cluster, cast) or _named_together(cluster, cast)


def _joint(cluster: Cluster, cast: Cast) -> Sequence[Cluster]:
    """Both actors of a joint name."""
    for here in mentions_of(cluster):
        joint = JOINED.match(here.text)
        pair = [_called(joint[part], cast) for part in ("one", "other")] if joint else []
        if len(pair) == 2 and all(pair):
            return [one for one in pair if one]
    return ()


def _called(text: str, cast: Cast) -> Cluster | None:
    """The actor that a phrase names."""
    words = designation(text)
    if words.is_nation and words.nation:
        return cast.nations.get(words.nation.code)
    return next((one for one in cast.clusters if words.key in one.keys and not one.outlet), None)


def _named_together(cluster: Cluster, cast: Cast) -> Sequence[Cluster]:
    """The pair of sides that stand joined by "and" most often; nobody where none do."""
    sides = [one for one in cast.clusters if one is not cluster and _side(one)]
    if cluster.heads & STATES and sum(one.nation is not None for one in sides) > 1:
        sides = [one for one in sides if one.nation]
    pairs = Counter(_together(sides, cast))
    if not pairs:
        return ()
    first, second = max(pairs, key=lambda pair: (pairs[pair], -pair[0], -pair[1]))
    return [cast.clusters[first], cast.clusters[second]]


def _side(cluster: Cluster) -> bool:
    """Whether an actor can be one of two sides."""
    return not cluster.outlet and kind_of_actor(cluster) in SIDES and "sides" not in cluster.concepts


def _together(sides: Sequence[Cluster], cast: Cast) -> Iterator[tuple[int, int]]:
    """Every pair of sides that stand joined by "and", by their numbers."""
    known = {one.id for one in sides}
    ordered = sorted((here for one in cast.clusters for here in mentions_of(one)), key=lambda here: here.index)
    for before, here in pairwise(ordered):
        pair = cast.of[before.index].id, cast.of[here.index].id
        if here.way == "and" and set(pair) <= known and pair[0] != pair[1]:
            yield min(pair), max(pair)
