"""What speaks for two accounts being of one happening, or against it: one ground a question."""

from __future__ import annotations

from collections.abc import Iterator

from parley.linking.incidents.accounts import UNREAL, Account
from parley.linking.incidents.grounds_base import Ground
from parley.linking.incidents.grounds_when import when
from parley.linking.incidents.grounds_where import where
from parley.linking.incidents.story import dice, kinship
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
NEAR = ((0, "same sentence"), (1, "next sentence"), (3, "near"), (8, "farther off"))


def across(a: Account, b: Account) -> list[Ground]:
    """What is to be weighed about accounts of two reports."""
    return [ground for ground in (*_common(a, b), *_story(a, b)) if ground.level]


def within(a: Account, b: Account) -> list[Ground]:
    """What is to be weighed about accounts of one report."""
    return [ground for ground in (*_common(a, b), *_position(a, b)) if ground.level]


def _common(a: Account, b: Account) -> Iterator[Ground]:
    yield _type(a, b)
    yield _trigger(a, b)
    yield _sides(a, b)
    yield _people(a, b)
    yield from when(a, b)
    yield where(a, b)
    yield _figures(a, b)
    yield _wording(a, b)
    yield _speaker(a, b)
    yield _reality(a, b)
    yield _bare(a, b)
    yield _number(a, b)


def _type(a: Account, b: Account) -> Ground:
    if shared := a.types & b.types:
        level = "same act of speech" if a.families & b.families & VERBAL else "same"
        return Ground("type", level, shared)
    if shared := a.families & b.families:
        level = "other act of speech" if shared & VERBAL else "same family"
        return Ground("type", level, (a.types, b.types))
    if a.families & VERBAL and b.families & VERBAL:
        return Ground("type", "other act of speech", (a.types, b.types))
    return Ground("type", "other family", (a.types, b.types))


def _trigger(a: Account, b: Account) -> Ground:
    shared = a.stems & b.stems
    if shared:
        return Ground("trigger", "same word" if a.stems == b.stems else "shared word", shared)
    kin = any(_kin(one, other) for one in a.stems for other in b.stems)
    return Ground("trigger", "kindred word" if kin else "other word", (a.stems, b.stems))


def _kin(one: str, other: str) -> bool:
    """Whether two stems stand for one kind of happening or begin alike, as those of "explosion" and "exploded" do."""
    lines = kindred()
    if lines.get(one, frozenset()) & lines.get(other, frozenset()):
        return True
    least = max(4, int(LIKE * min(len(one), len(other)) + 0.99))
    return one[:least] == other[:least]


def _sides(a: Account, b: Account) -> Ground:
    """Who does it to whom, by side; who acts decides for acts of speech."""
    if (a.families | b.families) & VERBAL and a.acting and b.acting and not a.acting & b.acting:
        return Ground("sides", "others speak", (a.acting, b.acting))
    shared = a.sides & b.sides
    if not a.sides or not b.sides:
        return Ground("sides", "")
    if not shared:
        return Ground("sides", "others", (a.sides, b.sides))
    if a.acting & b.acting and a.receiving & b.receiving:
        return Ground("sides", "same roles", shared)
    if not a.acting & b.acting and not a.receiving & b.receiving and a.sides != b.sides:
        return Ground("sides", "turned", shared)
    if a.sides == b.sides:
        return Ground("sides", "same", shared)
    whole = a.sides <= b.sides or b.sides <= a.sides
    return Ground("sides", "part" if whole else "some", shared)


def _people(a: Account, b: Account) -> Ground:
    """Whether they name the same people or bodies, beyond the sides."""
    shared = a.known & b.known
    if (a.families & b.families) & VERBAL and a.actors & b.actors:
        return Ground("people", "same speaker", a.actors & b.actors)
    if shared:
        return Ground("people", "several" if len(shared) > 1 else "one", shared)
    return Ground("people", "others" if a.known and b.known else "")


def _figures(a: Account, b: Account) -> Ground:
    shared = {(kind, number) for kind, number in a.tolls & b.tolls if number > FEW}
    if shared:
        return Ground("figures", "same", ", ".join(f"{number} {kind}" for kind, number in sorted(shared)))
    kinds = {kind for kind, _ in a.tolls} & {kind for kind, _ in b.tolls}
    return Ground("figures", "others" if kinds else "")


def _wording(a: Account, b: Account) -> Ground:
    likeness = dice(a.words, b.words)
    level = next((name for least, name in WORDING if likeness >= least), "unlike")
    return Ground("wording", level, likeness)


def _story(a: Account, b: Account) -> Iterator[Ground]:
    """How much the two reports have in common, in words and in names."""
    if a.story is None or b.story is None:
        return
    for feature, kin in zip(("reports", "names"), kinship(a.story, b.story), strict=True):
        yield Ground(feature, next((name for least, name in STORY if kin >= least), "unlike"), kin)


def _speaker(a: Account, b: Account) -> Ground:
    shared = a.speakers & b.speakers
    return Ground("told by", "same", shared) if shared else Ground("told by", "")


def _reality(a: Account, b: Account) -> Ground:
    real = [bool(one.reals - UNREAL) for one in (a, b)]
    if all(real) or a.reals & b.reals:
        return Ground("reality", "")
    return Ground("reality", "one has not happened", (a.reals, b.reals))


def _bare(a: Account, b: Account) -> Ground:
    """Whether one tells neither where nor when: it speaks of what has been told already."""
    bare = [not (one.days or one.places or one.times) for one in (a, b)]
    return Ground("setting", "told by one only" if any(bare) and not all(bare) else "")


def _number(a: Account, b: Account) -> Ground:
    """Whether one speaks of several happenings in general and the other of a day."""
    general = (a.many and b.days) or (b.many and a.days)
    return Ground("number", "many and one" if general else "")


def _position(a: Account, b: Account) -> Iterator[Ground]:
    gap = min(abs(one - other) for one in a.at for other in b.at)
    yield Ground("position", next((name for most, name in NEAR if gap <= most), "far"), f"{gap} sentences")
    if a.statement is not None and a.statement == b.statement:
        yield Ground("statement", "same")
    if a.opens & b.wished or b.opens & a.wished:
        yield Ground("content", "what is asked for or threatened")
