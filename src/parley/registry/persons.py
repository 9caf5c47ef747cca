"""People behind a title, by surname, or by another spelling; and bodies spelled otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rapidfuzz import fuzz

from parley.registry.answer import Answer, Asked, Hit, settle
from parley.registry.entry import PERSONAL, Entry
from parley.registry.folding import first_and_last, fold, is_acronym
from parley.registry.keys import sound_key, surname_key
from parley.registry.roles import HEADS, TITLES, is_role
from parley.registry.search import CONFIRMED, DOUBLY, Search, named

__all__ = ["by_person", "by_sound", "titled"]

NEAR, ALIKE = 60.0, 76.0
"""How alike (rapidfuzz ratio, 0 to 100) two spellings must be to be candidates, and for one point to confirm them:
Khamenei and Khomeini are 75."""
PERSONS = (None, *PERSONAL)


def titled(search: Search) -> Answer:
    """By the name behind a title or office: "Defence Minister Khawaja Asif"."""
    tokens = search.tokens
    for at in range(len(tokens) - 1, 0, -1):
        title, name = tokens[:at], " ".join(tokens[at:])
        if not (all(word in TITLES or word in HEADS for word in title) or is_role(_bare(title))):
            continue
        office = " ".join(title) if set(title) & HEADS else search.asked.office
        asked = replace(search.asked, words=name, office=office, kind="person")
        answer = settle(named(search.registry, name), asked)
        if answer.entry or answer.candidates:
            return answer
        return personal(Search(search.registry, asked, tuple(tokens[at:])))
    return Answer()


def _bare(title: Sequence[str]) -> list[str]:
    return [word for word in title if word not in TITLES]


def by_person(search: Search) -> Answer:
    """By surname or by how the name sounds: candidates, which country, office or day may confirm."""
    return Answer() if search.asked.kind not in PERSONS or is_acronym(search.asked.words) else personal(search)


def personal(search: Search) -> Answer:
    """People by a part of their name, or by another spelling of it."""
    asked = replace(search.asked, kind="person")
    if len(search.tokens) == 1:
        hits = [
            Hit(entry, f"by surname “{search.asked.words}”", CONFIRMED)
            for entry in search.registry.get(surname_key(search.text))
        ]
        return _confirmed(hits, asked)
    return _confirmed(list(_sounding(search)), asked)


def _sounding(search: Search) -> Iterator[Hit]:
    """Those whose first and last names sound alike, and look alike enough."""
    ends = first_and_last(search.asked.words)
    for entry in search.registry.get(sound_key(search.asked.words)) if ends else ():
        alike = max((_alikeness(ends, name) for name in entry.names()), default=0.0) if ends else 0.0
        if entry.personal and alike >= NEAR:
            yield Hit(entry, f"by a name alike, {entry.name}", CONFIRMED if alike >= ALIKE else DOUBLY)


def _alikeness(ends: tuple[str, str], name: str) -> float:
    """How alike the first and last of two names are, the less alike of the two; 0 to 100."""
    others = first_and_last(name)
    return min(map(fuzz.ratio, ends, others)) if others else 0.0


def _confirmed(hits: Sequence[Hit], asked: Asked) -> Answer:
    """One of them, only where the country fits and an office does too, or nobody else is left."""
    answer = settle(hits, asked)
    return answer if asked.country or asked.office else Answer(None, answer.candidates)


def by_sound(search: Search) -> Answer:
    """A body by another spelling of its name: candidates, which the country may confirm."""
    if search.asked.kind in PERSONAL or len(search.text) < 6:
        return Answer()
    near = [entry for entry in search.registry.get("p" + sound_key(search.text)[1:]) if not entry.personal]
    hits = [Hit(e, f"by a name alike, {e.name}", CONFIRMED) for e in near if _near(search.text, e)]
    return settle(hits, search.asked)


def _near(text: str, entry: Entry) -> bool:
    return entry.kind != "state" and max(fuzz.ratio(text, fold(name)) for name in entry.names()) >= ALIKE
