"""What speaks for two accounts being of one happening, or against it: one ground a question."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from parley.linking.incidents.accounts import Account
from parley.linking.incidents.grounds_base import Ground
from parley.linking.incidents.grounds_when import when
from parley.linking.incidents.grounds_where import where
from parley.linking.incidents.story import Story, dice, kinship
from parley.linking.incidents.words import kindred

__all__ = ["Ground", "across", "within"]

VERBAL = frozenset(("verbal-cooperation", "verbal-conflict"))
"""Families of acts that are done by speaking: who speaks and what is said make them what they are."""
FEW = 3
"""A number of people up to this is told of many happenings."""
STORY = ((0.4, "one story"), (0.3, "much alike"), (0.2, "alike"), (0.12, "somewhat alike"), (0.06, "little alike"))
LIKE = 0.6
"""So much of the shorter of two stems must begin the other one, and four letters at least."""
WORDING = ((0.6, "nearly the same"), (0.4, "much alike"), (0.25, "alike"), (0.12, "somewhat alike"))
CACHED = 1 << 16
"""So many answers of a kind are remembered: the same few words, sides and days meet again and again."""
NEAR = ((0, "same sentence"), (1, "next sentence"), (3, "near"), (8, "farther off"))


def across(a: Account, b: Account) -> list[Ground]:
    """What is to be weighed about accounts of two reports."""
    return [ground for ground in (*_common(a, b), *_story(a, b)) if ground.level]


def within(a: Account, b: Account) -> list[Ground]:
    """What is to be weighed about accounts of one report."""
    return [ground for ground in (*_common(a, b), *_position(a, b)) if ground.level]


def _common(a: Account, b: Account) -> tuple[Ground, ...]:
    return (
        _type(a.types, b.types, a.families, b.families),
        _trigger(a.stems, b.stems),
        _sides(_speech(a.families, b.families), a.acting, b.acting, a.receiving, b.receiving),
        _people(a, b),
        *when(a, b),
        where(a, b),
        _figures(a.tolls, b.tolls) if a.tolls and b.tolls else _NO_FIGURES,
        _wording(a, b),
        _speaker(a, b),
        _reality(a, b),
        _ONE_BARE if a.bare != b.bare else _NONE_BARE,
        _MANY_AND_ONE if (a.many and b.days) or (b.many and a.days) else _ALIKE_IN_NUMBER,
    )


_NO_FIGURES, _NO_SPEAKER, _NO_PEOPLE = Ground("figures", ""), Ground("told by", ""), Ground("people", "")
_OTHER_PEOPLE = Ground("people", "others")
_NONE_BARE, _ONE_BARE = Ground("setting", ""), Ground("setting", "told by one only")
"""One that tells neither where nor when speaks of what has been told already."""
_ALIKE_IN_NUMBER, _MANY_AND_ONE = Ground("number", ""), Ground("number", "many and one")
"""One speaks of several happenings in general, the other of a day."""
_BOTH_REAL = Ground("reality", "")


@lru_cache(CACHED)
def _type(
    mine: frozenset[str], theirs: frozenset[str], my_families: frozenset[str], their_families: frozenset[str]
) -> Ground:
    if shared := mine & theirs:
        level = "same act of speech" if my_families & their_families & VERBAL else "same"
        return Ground("type", level, shared)
    if shared := my_families & their_families:
        level = "other act of speech" if shared & VERBAL else "same family"
        return Ground("type", level, (mine, theirs))
    if my_families & VERBAL and their_families & VERBAL:
        return Ground("type", "other act of speech", (mine, theirs))
    return Ground("type", "other family", (mine, theirs))


@lru_cache(CACHED)
def _trigger(mine: frozenset[str], theirs: frozenset[str]) -> Ground:
    shared = mine & theirs
    if shared:
        return Ground("trigger", "same word" if mine == theirs else "shared word", shared)
    kin = any(_kin(one, other) for one in mine for other in theirs)
    return Ground("trigger", "kindred word" if kin else "other word", (mine, theirs))


def _kin(one: str, other: str) -> bool:
    """Whether two stems stand for one kind of happening or begin alike, as those of "explosion" and "exploded" do."""
    lines = kindred()
    if lines.get(one, frozenset()) & lines.get(other, frozenset()):
        return True
    least = max(4, int(LIKE * min(len(one), len(other)) + 0.99))
    return one[:least] == other[:least]


@lru_cache(CACHED)
def _speech(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one of them is done by speaking."""
    return not VERBAL.isdisjoint(mine | theirs)


@lru_cache(CACHED)
def _sides(
    speech: bool,
    acting: frozenset[str],
    other_acting: frozenset[str],
    receiving: frozenset[str],
    other_receiving: frozenset[str],
) -> Ground:
    """Who does it to whom, by side; who acts decides for acts of speech."""
    if speech and acting and other_acting and not acting & other_acting:
        return Ground("sides", "others speak", (acting, other_acting))
    mine, theirs = acting | receiving, other_acting | other_receiving
    shared = mine & theirs
    if not mine or not theirs:
        return Ground("sides", "")
    if not shared:
        return Ground("sides", "others", (mine, theirs))
    if acting & other_acting and receiving & other_receiving:
        return Ground("sides", "same roles", shared)
    if not acting & other_acting and not receiving & other_receiving and mine != theirs:
        return Ground("sides", "turned", shared)
    if mine == theirs:
        return Ground("sides", "same", shared)
    whole = mine <= theirs or theirs <= mine
    return Ground("sides", "part" if whole else "some", shared)


def _people(a: Account, b: Account) -> Ground:
    """Whether they name the same people or bodies, beyond the sides."""
    if (a.families & b.families) & VERBAL and not a.actors.isdisjoint(b.actors):
        return Ground("people", "same speaker", a.actors & b.actors)
    if not a.known or not b.known:
        return _NO_PEOPLE
    shared = a.known & b.known
    return Ground("people", "several" if len(shared) > 1 else "one", shared) if shared else _OTHER_PEOPLE


def _figures(mine: frozenset[tuple[str, int]], theirs: frozenset[tuple[str, int]]) -> Ground:
    shared = {(kind, number) for kind, number in mine & theirs if number > FEW}
    if shared:
        return Ground("figures", "same", ", ".join(f"{number} {kind}" for kind, number in sorted(shared)))
    kinds = {kind for kind, _ in mine} & {kind for kind, _ in theirs}
    return Ground("figures", "others" if kinds else "")


def _wording(a: Account, b: Account) -> Ground:
    likeness = dice(a.words, b.words)
    level = next((name for least, name in WORDING if likeness >= least), "unlike")
    return Ground("wording", level, likeness)


def _story(a: Account, b: Account) -> tuple[Ground, ...]:
    """How much the two reports have in common, in words and in names."""
    return () if a.story is None or b.story is None else _stories(a.story, b.story)


@lru_cache(CACHED)
def _stories(one: Story, other: Story) -> tuple[Ground, ...]:
    return tuple(
        Ground(feature, next((name for least, name in STORY if kin >= least), "unlike"), kin)
        for feature, kin in zip(("reports", "names"), kinship(one, other), strict=True)
    )


def _speaker(a: Account, b: Account) -> Ground:
    return _NO_SPEAKER if a.speakers.isdisjoint(b.speakers) else Ground("told by", "same", a.speakers & b.speakers)


def _reality(a: Account, b: Account) -> Ground:
    if (a.happened and b.happened) or not a.reals.isdisjoint(b.reals):
        return _BOTH_REAL
    return Ground("reality", "one has not happened", (a.reals, b.reals))


def _position(a: Account, b: Account) -> Iterator[Ground]:
    gap = min(abs(one - other) for one in a.at for other in b.at)
    yield Ground("position", next((name for most, name in NEAR if gap <= most), "far"), f"{gap} sentences")
    if a.statement is not None and a.statement == b.statement:
        yield Ground("statement", "same")
    if a.opens & b.wished or b.opens & a.wished:
        yield Ground("content", "what is asked for or threatened")
