"""What speaks for two accounts being of one happening, or against it: one ground a question."""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from parley.linking.incidents.accounts import Account
from parley.linking.incidents.grounds_base import UNLIKE, Ground, Likeness, Question, Steps
from parley.linking.incidents.grounds_when import LASTING, days, times
from parley.linking.incidents.grounds_where import where
from parley.linking.incidents.story import dice
from parley.linking.incidents.words import kindred

__all__ = ["ACROSS", "WITHIN", "Ground", "across", "within"]

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
    return _told(ACROSS, a, b)


def within(a: Account, b: Account) -> list[Ground]:
    """What is to be weighed about accounts of one report."""
    return _told(WITHIN, a, b)


def _told(questions: Sequence[Question], a: Account, b: Account) -> list[Ground]:
    return [ground for one in questions if (ground := one.answer(a, b)).level]


_NO_FIGURES, _NO_SPEAKER, _NO_PEOPLE = Ground("figures", ""), Ground("told by", ""), Ground("people", "")
_OTHER_PEOPLE = Ground("people", "others")
_NONE_BARE, _ONE_BARE = Ground("setting", ""), Ground("setting", "told by one only")
"""One that tells neither where nor when speaks of what has been told already."""
_ALIKE_IN_NUMBER, _MANY_AND_ONE = Ground("number", ""), Ground("number", "many and one")
"""One speaks of several happenings in general, the other of a day."""
_BOTH_REAL = Ground("reality", "")
_NO_REPORTS, _NO_NAMES = Ground("reports", ""), Ground("names", "")
_ONE_STATEMENT, _NO_STATEMENT = Ground("statement", "same"), Ground("statement", "")
_WISHED, _NOT_WISHED = Ground("content", "what is asked for or threatened"), Ground("content", "")


def _types(a: Account, b: Account) -> Ground:
    return _type(a.types, b.types, a.families, b.families)


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


def _triggers(a: Account, b: Account) -> Ground:
    return _trigger(a.stems, b.stems)


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


def _sides(a: Account, b: Account) -> Ground:
    speech = not VERBAL.isdisjoint(a.families | b.families)
    return _roles(speech, a.acting, b.acting, a.receiving, b.receiving)


def _roles(
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


def _figures(a: Account, b: Account) -> Ground:
    mine, theirs = a.tolls, b.tolls
    if not mine or not theirs:
        return _NO_FIGURES
    shared = {(kind, number) for kind, number in mine & theirs if number > FEW}
    if shared:
        return Ground("figures", "same", ", ".join(f"{number} {kind}" for kind, number in sorted(shared)))
    kinds = {kind for kind, _ in mine} & {kind for kind, _ in theirs}
    return Ground("figures", "others" if kinds else "")


def _wording(a: Account, b: Account) -> Ground:
    return _alike("wording", WORDING, a.words, b.words)


def _reports(a: Account, b: Account) -> Ground:
    """How much the two reports have in common, in words."""
    return _alike("reports", STORY, a.story.words, b.story.words) if a.story and b.story else _NO_REPORTS


def _names(a: Account, b: Account) -> Ground:
    """The same, in names."""
    return _alike("names", STORY, a.story.names, b.story.names) if a.story and b.story else _NO_NAMES


def _alike(feature: str, steps: Steps, mine: frozenset[str], theirs: frozenset[str]) -> Ground:
    likeness = dice(mine, theirs)
    return Ground(feature, next((name for least, name in steps if likeness >= least), UNLIKE), likeness)


def _speaker(a: Account, b: Account) -> Ground:
    return _NO_SPEAKER if a.speakers.isdisjoint(b.speakers) else Ground("told by", "same", a.speakers & b.speakers)


def _reality(a: Account, b: Account) -> Ground:
    if (a.happened and b.happened) or not a.reals.isdisjoint(b.reals):
        return _BOTH_REAL
    return Ground("reality", "one has not happened", (a.reals, b.reals))


def _setting(a: Account, b: Account) -> Ground:
    return _ONE_BARE if a.bare != b.bare else _NONE_BARE


def _number(a: Account, b: Account) -> Ground:
    return _MANY_AND_ONE if (a.many and b.days) or (b.many and a.days) else _ALIKE_IN_NUMBER


def _position(a: Account, b: Account) -> Ground:
    gap = min(abs(one - other) for one in a.at for other in b.at)
    return Ground("position", next((name for most, name in NEAR if gap <= most), "far"), f"{gap} sentences")


def _statement(a: Account, b: Account) -> Ground:
    return _ONE_STATEMENT if a.statement is not None and a.statement == b.statement else _NO_STATEMENT


def _content(a: Account, b: Account) -> Ground:
    return _WISHED if a.opens & b.wished or b.opens & a.wished else _NOT_WISHED


def _speaks(one: Account) -> Hashable:
    return not VERBAL.isdisjoint(one.families), one.acting, one.receiving


def _knows(one: Account) -> Hashable:
    verbal = one.families & VERBAL
    return verbal, one.actors if verbal else None, one.known


def _dated(one: Account) -> Hashable:
    return one.types & LASTING, one.days, None if one.days else one.published


COMMON = (
    Question("type", _types, lambda one: (one.types, one.families)),
    Question("trigger", _triggers, lambda one: one.stems),
    Question("sides", _sides, lambda one: _speaks(one) if one.sides else None),
    Question("people", _people, lambda one: _knows(one) if one.known or one.actors else None),
    Question("days", days, _dated),
    Question("times", times, lambda one: one.times or None),
    Question("place", where, lambda one: (one.places, one.spots) if one.places else None),
    Question("figures", _figures, lambda one: one.tolls or None),
    Likeness("wording", _wording, lambda one: one.words, WORDING),
    Question("told by", _speaker, lambda one: one.speakers or None),
    Question("reality", _reality, lambda one: one.reals),
    Question("setting", _setting, lambda one: one.bare),
    Question("number", _number, lambda one: (one.many, bool(one.days))),
)
"""What is asked of any two accounts, in the order in which the answers are added up."""
ACROSS: tuple[Question, ...] = (
    *COMMON,
    Likeness("reports", _reports, lambda one: one.story.words if one.story else None, STORY),
    Likeness("names", _names, lambda one: one.story.names if one.story else None, STORY),
)
"""What is asked of those of two reports."""
WITHIN: tuple[Question, ...] = (
    *COMMON,
    Question("position", _position, lambda one: one.at),
    Question("statement", _statement, lambda one: one.statement),
    Question("content", _content, lambda one: (one.opens, one.wished) if one.opens or one.wished else None),
)
"""What is asked of those of one report."""
