"""What the words are made of that name or describe an actor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from parley.reading.kinds import concept_of, is_plural, kind_of, singular, vocabulary
from parley.reading.nations import Nation, nations_in
from parley.reading.phrases import OWNERS, PARTICLES, Form, apposition, core_end, is_capital, opening, tokens

__all__ = ["Designation", "Gender", "designation"]

Gender = Literal["woman", "man"]

ACRONYM = re.compile(r"\(([A-Z][\w.&/-]{1,11})\)")

SINGULAR = frozenset("i me my mine myself he him his himself she her hers herself it its itself".split())
MANY = frozenset("we us our ours ourselves they them their theirs themselves both others those these all".split())
PRONOUNS = (
    SINGULAR
    | MANY
    | frozenset(
        "you your yours who whom whose which one another each neither either none everyone someone anyone nobody this "
        "that".split()
    )
)
SMALL = frozenset("the of for and de la le del du des et y e in on".split())
NO_NAMES = frozenset({"Affairs", "States", "Nations"})


@dataclass(frozen=True, slots=True)
class Designation:
    """The parts of a phrase that names or describes an actor, all words caseless.

    `key` is the phrase without article and possessive ending; `head` the singular of its head word and `concept` what
    that is a word for; `modifiers` stand before the head, `complement` hangs on it ("of the Front"); `capitals` are its
    capitalised words; `proper` the name that it ends in, without titles and offices; `person` whether that looks like a
    person's; `nation` the state it names, `is_nation` whether that is all it names; `owner` a possessive before it.
    """

    key: str
    form: Form
    head: str
    person: bool = False
    many: bool | None = None
    gender: Gender | None = None
    kind: str | None = None
    concept: str | None = None
    modifiers: frozenset[str] = frozenset()
    complement: tuple[str, ...] = ()
    capitals: frozenset[str] = frozenset()
    proper: tuple[str, ...] = ()
    office: tuple[str, ...] = ()
    nation: Nation | None = None
    is_nation: bool = False
    aliases: frozenset[str] = frozenset()
    counted: bool = False
    owner: str | None = None


@lru_cache(maxsize=20_000)
def designation(text: str) -> Designation:
    """A phrase taken apart."""
    words = tokens(text)
    if not words:
        return _pronoun(text.casefold())
    if len(words) == 1 and words[0].casefold() in PRONOUNS and words[0] != "US":
        return _pronoun(words[0].casefold())
    return _compose(text, words)


def _pronoun(word: str) -> Designation:
    gender = _gender([word])
    many = True if word in MANY else False if word in SINGULAR else None
    return Designation(word, "pronoun", word, gender is not None or word in ("i", "me", "my"), many, gender)


def _compose(text: str, words: list[str]) -> Designation:
    """The designation that the words of a phrase make."""
    first, behind = apposition(words)
    start, form, counted = opening(first)
    end = core_end(first, start)
    core, tail = first[start:end], first[end:]
    proper, office, titled = _parts(core, tail, behind)
    person = bool(proper) and (titled or _personal(proper, core, form))
    nation, is_nation = _nation(first[start:], form, counted)
    last = core[-1].casefold()
    many = is_plural(last) or (counted and first[0].casefold() not in ("one", "another", "each"))
    return Designation(
        key=" ".join(words[start:]).casefold(),
        form="name" if proper and not office and form == "bare" and len(proper) == len(core) else form,
        head=last if proper and proper[-1] == core[-1] else singular(last),
        person=person,
        many=None if proper and not counted else many,
        gender=_gender(words),
        kind="person" if person else kind_of(last),
        concept=concept_of(last),
        modifiers=frozenset(_caseless(core[:-1])),
        complement=_caseless(tail),
        capitals=frozenset(word.casefold() for word in words if is_capital(word) and not _title(word)),
        proper=_caseless(proper),
        office=_caseless(office),
        nation=nation,
        is_nation=is_nation,
        aliases=_acronyms(text, first[start:]) if is_capital(core[-1]) and not person else frozenset(),
        counted=counted,
        owner=next((word.casefold() for word in first[:start] if word.casefold() in OWNERS), None),
    )


def _caseless(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(word.casefold() for word in words)


def _title(word: str) -> bool:
    """Whether a word is a title or an office rather than part of a name."""
    low, words = word.casefold().rstrip("."), vocabulary()
    return low in words.titles or low in words.offices or singular(low) in words.offices


def _office(word: str) -> bool:
    """Whether a word is an office that one person bears."""
    return word.casefold() in vocabulary().offices


def _proper(core: Sequence[str]) -> tuple[list[str], bool]:
    """The words of the name that ends the core, and whether a title or office stands before it."""
    start = len(core)
    while start > 0 and (is_capital(core[start - 1]) or (start < len(core) and core[start - 1] in PARTICLES)):
        start -= 1
    while start < len(core) and core[start] in PARTICLES:
        start += 1
    if all(_title(word) for word in core[start:]):
        return [], False
    last = next((at for at in range(len(core) - 2, start - 1, -1) if _title(core[at])), None)
    if last is not None:
        return list(core[last + 1 :]), True
    return list(core[start:]), 0 < start < len(core) and _title(core[start - 1])


def _parts(core: list[str], tail: list[str], behind: list[str]) -> tuple[list[str], list[str], bool]:
    """The proper name, the words of the office, and whether a title shows the name to be a person's."""
    proper, titled = _proper(core)
    office = core[: len(core) - len(proper)] if titled else []
    if not titled and _office(core[-1]):
        late = _late_name(tail)
        if late:
            return late, core, True
        office = core
    if not behind:
        return proper, office, titled
    return _with_apposition(core, proper, office, behind) or (proper, office, titled)


def _with_apposition(
    core: list[str], proper: list[str], office: list[str], behind: list[str]
) -> tuple[list[str], list[str], bool] | None:
    """The same where an apposition gives the name or the office."""
    start, _, _ = opening(behind)
    other = behind[start : core_end(behind, start)]
    name, titled = _proper(other)
    if name and not proper and (titled or len(name) == len(other)):
        return name, core, titled or kind_of(core[-1]) in ("official", "people", None)
    return (proper, [*office, *other], True) if proper and _office(other[-1]) else None


def _late_name(tail: Sequence[str]) -> list[str]:
    """The person's name that ends a long office: "of the Treasury for Financial Intelligence Carla Wexford"."""
    start = len(tail)
    while start > 0 and is_capital(tail[start - 1]):
        start -= 1
    name = list(tail[-2:])
    if len(tail) - start < 3 or nations_in(name) or any(kind_of(word) or word in NO_NAMES for word in name):
        return []
    return name


def _gender(words: Sequence[str]) -> Gender | None:
    """The gender that the words show."""
    known = vocabulary()
    for word in words:
        low = word.casefold().rstrip(".")
        if low in known.women:
            return "woman"
        if low in known.men:
            return "man"
    return None


def _personal(proper: Sequence[str], core: Sequence[str], form: Form) -> bool:
    """Whether an untitled name is more likely a person's than a body's."""
    if form != "bare" or not 2 <= len(proper) <= 5 or len(proper) < len(core) or nations_in(core):
        return False
    return not any(
        kind_of(word) or "-e-" in word or "-i-" in word or (len(word) > 1 and word.isupper()) for word in proper
    )


def _nation(words: Sequence[str], form: Form, counted: bool) -> tuple[Nation | None, bool]:
    """The first state named among the words, and whether that is all they say; "the Afghans" are not the state."""
    found = nations_in(words)
    if not found:
        return None, False
    nation, start, end = found[0]
    people = nation.way == "demonym" and words[-1].endswith("s")
    return nation, start == 0 and end == len(words) and form in ("bare", "the") and not counted and not people


def _acronyms(text: str, words: Sequence[str]) -> frozenset[str]:
    """The acronyms of a name: the one in brackets, else those its words allow (Tehreek-e-Taliban Pakistan: ttp)."""
    given = ACRONYM.search(text)
    if given:
        return frozenset({given.group(1).casefold()})
    parts = [part for word in words for part in word.split("-") if part and part[0].isalpha()]
    if sum(part[0].isupper() for part in parts) < 2:
        return frozenset()
    capitals = "".join(part[0] for part in parts if part[0].isupper())
    content = "".join(part[0] for part in parts if part.casefold() not in SMALL and len(part) > 1)
    made = (capitals, content, "".join(part[0] for part in parts))
    return frozenset(name.casefold() for name in made if len(name) > 1)
