"""Actors of a record that may be one, by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from parley.record import Canon
from parley.registry.folding import words

__all__ = ["namesakes"]

_SMALL = frozenset("a al an and by de el for i in of on or the to ul".split())
_MOST = 40
"""A word that more names hold tells nobody from others."""
_LEAST = 0.5
_PEOPLE = {"official": "person"}
"""Kinds that are as good as another."""
Name = tuple[Canon, frozenset[str]]


def namesakes(actors: Iterable[Canon]) -> Iterator[tuple[Canon, Canon, float]]:
    """Pairs of which a name of one has all words of a name of the other, and the share of words in common.

    Only actors of one kind with names, at most one of them in the registry, not of two countries, and with half of the
    words in common or more."""
    names = [(one, found) for one in actors for found in _names(one)]
    holding: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        for word in name[1]:
            holding[word].append(name)
    best: dict[tuple[str, ...], tuple[Canon, Canon, float]] = {}
    for name in names:
        for other, longer in _like(name, holding):
            key, share = tuple(sorted((name[0].id, other.id))), len(name[1]) / len(longer)
            if key not in best or best[key][2] < share:
                best[key] = name[0], other, share
    yield from (best[key] for key in sorted(best))


def _names(one: Canon) -> set[frozenset[str]]:
    """The words of each of its names; nothing for those who are only described."""
    found = {frozenset(words(name)) - _SMALL for name in (*one.names, one.name)} if one.names else set()
    return {name for name in found if name}


def _like(name: Name, holding: Mapping[str, Sequence[Name]]) -> Iterator[Name]:
    """Names that hold all words of this one."""
    mine, said = name
    rarest = min((holding[word] for word in said), key=len)
    if len(rarest) <= _MOST:
        yield from ((one, longer) for one, longer in rarest if _holds(longer, said) and _may_be_one(mine, one))


def _holds(longer: frozenset[str], said: frozenset[str]) -> bool:
    return said <= longer and len(said) >= _LEAST * len(longer)


def _may_be_one(one: Canon, other: Canon) -> bool:
    if one.id == other.id or (one.registry and other.registry):
        return False
    alike = _PEOPLE.get(one.kind, one.kind) == _PEOPLE.get(other.kind, other.kind)
    return alike and (not one.country or not other.country or one.country == other.country)
