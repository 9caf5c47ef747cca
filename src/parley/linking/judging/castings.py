"""Actors that a person made one: they are one before anything is linked, and so is all that hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from parley.linking.casting import Casting, Recast
from parley.linking.judging.log import in_force
from parley.record import Canon, Judgement

__all__ = ["Merges"]


class Merges:
    """Applies the merges of a log to who is who, again and again; remembers which it applied last."""

    def __init__(self) -> None:
        self._before: Mapping[str, str] = {}

    def apply(self, recast: Recast, judgements: Iterable[Judgement]) -> Recast:
        """Who is who with actors merged as the log says, and all reports in which anybody is another one than before.

        Ids that nobody has are passed over. Where nobody is merged or was, nothing is looked at.
        """
        casting = recast.casting
        aliases = _aliases([one for one in in_force(judgements) if one.verb == "merge"], casting.actors)
        before, self._before = self._before, aliases
        if not aliases and not before:
            return recast
        joined = _joined(casting, aliases)
        touched = {*aliases, *aliases.values(), *before, *before.values()}
        rewritten = recast.rewritten | {aliases[one] for one in recast.rewritten & aliases.keys()}
        if aliases == before and touched.isdisjoint(recast.actors):
            return Recast(joined, recast.reports, recast.actors, rewritten)
        beyond = _beyond(touched, casting)
        reports = {report for id_ in beyond if id_ in casting.actors for report, _ in casting.actors[id_].seen}
        return Recast(joined, recast.reports | reports, recast.actors | beyond, rewritten | beyond)


def _beyond(ids: set[str], casting: Casting) -> set[str]:
    """These and all whose side is told by them."""
    below: dict[str, list[str]] = {}
    for one in casting.actors.values():
        for above in (one.acts_for, casting.rules.get(one.id), *one.members):
            if above:
                below.setdefault(above, []).append(one.id)
    found, waiting = set(ids), list(ids)
    while waiting:
        fresh = set(below.get(waiting.pop(), ())) - found
        found |= fresh
        waiting.extend(fresh)
    return found


def _joined(casting: Casting, aliases: Mapping[str, str]) -> Casting:
    groups: dict[str, list[Canon]] = {}
    for gone, keeps in aliases.items():
        groups.setdefault(keeps, [casting.actors[keeps]]).append(casting.actors[gone])
    made = {keeps: _one_of(group) for keeps, group in groups.items()}
    actors = {id_: made.get(id_, one) for id_, one in casting.actors.items() if id_ not in aliases}
    spoken_of = [
        one for one in actors.values() if one.acts_for in aliases or not aliases.keys().isdisjoint(one.members)
    ]
    moved = {pair: keeps for gone, keeps in aliases.items() for pair in casting.actors[gone].seen}
    return Casting(
        actors | {one.id: _renamed(one, aliases) for one in spoken_of},
        {**casting.ids, **moved},
        {aliases.get(one, one): aliases.get(state, state) for one, state in casting.rules.items()},
    )


def _aliases(merges: Sequence[Judgement], actors: Mapping[str, Canon]) -> Mapping[str, str]:
    """Of each actor that is no more which it is now: that which was named first, or what that one is."""
    found: dict[str, str] = {}
    for one in merges:
        parts = [found.get(id_, id_) for id_ in (one.target, *one.others)]
        keeps, *gone = dict.fromkeys(id_ for id_ in parts if id_ in actors) or [""]
        for part in gone:
            found = {id_: keeps if now == part else now for id_, now in found.items()} | {part: keeps}
    return found


def _one_of(parts: Sequence[Canon]) -> Canon:
    keeps, ids = parts[0], {part.id for part in parts}
    return replace(
        keeps,
        seen=tuple(sorted({pair for part in parts for pair in part.seen})),
        names=tuple(dict.fromkeys(name for part in parts for name in (*part.names, part.name))),
        country=next((part.country for part in parts if part.country), None),
        acts_for=next((part.acts_for for part in parts if part.acts_for and part.acts_for not in ids), None),
        registry=next((part.registry for part in parts if part.registry), None),
    )


def _renamed(actor: Canon, aliases: Mapping[str, str]) -> Canon:
    """Those of whom it speaks under the ids that they have now."""
    above = aliases.get(actor.acts_for, actor.acts_for) if actor.acts_for else None
    members = tuple(dict.fromkeys(aliases.get(one, one) for one in actor.members))
    return replace(actor, acts_for=above if above != actor.id else None, members=members)
