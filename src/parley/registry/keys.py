"""The keys that an entry is found by; the first letter says which kind of key it is."""

from __future__ import annotations

from collections.abc import Iterator

from parley.registry.entry import Entry
from parley.registry.folding import PARTICLES, first_and_last, fold, sound, words
from parley.registry.roles import roles

__all__ = [
    "acronym_key",
    "body_key",
    "capital_key",
    "demonym_key",
    "id_key",
    "keys",
    "name_key",
    "office_key",
    "ruler_key",
    "sound_key",
    "surname_key",
]


def id_key(id_: str) -> str:
    """The entry itself."""
    return f"i{id_}"


def name_key(name: str) -> str:
    """By a name or alias, whole."""
    return "n" + " ".join(words(name))


def acronym_key(acronym: str) -> str:
    """By an acronym, as written but for dots and hyphens."""
    return "a" + fold(acronym).replace(" ", "").upper()


def demonym_key(word: str) -> str:
    """A state by its adjective or people."""
    return "d" + fold(word)


def capital_key(word: str) -> str:
    """A state by its capital or seat of power."""
    return "c" + fold(word)


def office_key(country: str, role: str) -> str:
    """Those who ever held an office of a country."""
    return f"o{country}|{role}"


def body_key(body: str, role: str) -> str:
    """Those who ever held an office of a body."""
    return f"b{body}|{role}"


def ruler_key(state: str) -> str:
    """Those who rule a state without being it."""
    return f"r{state}"


def surname_key(name: str) -> str:
    """People by the last of their names."""
    return "s" + name


def sound_key(name: str) -> str:
    """By how first and last name sound; of a body by the whole name."""
    ends = first_and_last(name)
    return "p" + sound(" ".join(ends) if ends else name)


def keys(entry: Entry) -> Iterator[str]:
    """All keys of an entry; some may come twice."""
    yield id_key(entry.id)
    for name in entry.names():
        yield name_key(name)
        yield from _loose_keys(entry, name)
    yield from map(acronym_key, entry.acronyms)
    yield from map(demonym_key, entry.demonyms)
    yield from map(capital_key, entry.capitals)
    if entry.rules:
        yield ruler_key(entry.rules)
    for tenure in entry.offices:
        for role in roles(tenure.title):
            if entry.country:
                yield office_key(entry.country, role)
            if tenure.body:
                yield body_key(tenure.body, role)


def _loose_keys(entry: Entry, name: str) -> Iterator[str]:
    """The keys that give candidates only."""
    if entry.personal:
        parts = [part for part in fold(name).split() if part not in PARTICLES]
        if len(parts) > 1:
            yield surname_key(parts[-1])
            yield sound_key(name)
    elif entry.kind != "state" and len(fold(name)) > 5:
        yield "p" + sound(name)
