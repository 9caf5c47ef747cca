"""Look-up: who is meant by a name or description, on a day, in a country; candidates where it stays open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parley.record import Candidate
from parley.registry.answer import Answer, Asked, Hit, settle
from parley.registry.bodies import BODIES, body_of
from parley.registry.entry import Entry
from parley.registry.folding import words
from parley.registry.keys import capital_key, demonym_key, ruler_key
from parley.registry.offices import by_office, holders
from parley.registry.owners import Owned, owned
from parley.registry.persons import by_person, by_sound, titled
from parley.registry.registry import Registry
from parley.registry.roles import is_role
from parley.registry.search import Search, Way, named, states_of_context

__all__ = ["who"]

BRACKETS = re.compile(r"\s*([^()]+?)\s*\(([^()]+)\)\s*")


def who(registry: Registry, asked: Asked) -> Answer:
    """Who is meant.

    The ways to find somebody are tried from the surest on; the first that settles it gives the answer, and what those
    before it left open stays as candidates only where none does.
    """
    search = Search(registry, asked, tuple(words(asked.words)))
    left: list[Candidate] = []
    side: Entry | None = None
    for way in _ways(search):
        answer = way(search)
        if answer.entry or (answer.side and not answer.candidates and not left):
            return answer
        left += answer.candidates
        side = side or answer.side
    return Answer(None, tuple({one.registry: one for one in reversed(left)}.values())[::-1], side)


def _ways(search: Search) -> Sequence[Way]:
    """The ways to try, the surest first."""
    if search.asked.whole:
        return WAYS[:2]
    return WAYS if search.tokens else (by_office,)


def _by_name(search: Search) -> Answer:
    """By a name, alias or acronym, whole."""
    return settle(named(search.registry, search.asked.words), search.asked)


def _by_part(search: Search) -> Answer:
    """By what stands before a comma, the office behind it: "Khawaja Asif, the Pakistani defence minister"."""
    name, comma, behind = search.asked.words.partition(",")
    if not comma or not name.strip():
        return Answer()
    return who(search.registry, replace(search.asked, words=name, office=search.asked.office or behind.strip()))


def _by_brackets(search: Search) -> Answer:
    """By what stands before or in brackets: "Pakistani Taliban (TTP)"."""
    found = BRACKETS.fullmatch(search.asked.words)
    if not found:
        return Answer()
    answers = [who(search.registry, replace(search.asked, words=part)) for part in found.groups()]
    return next((answer for answer in answers if answer.entry), answers[0])


def _by_body(search: Search) -> Answer:
    """A body of the country that the context gives: "the foreign ministry"."""
    body = body_of(search.text)
    states = states_of_context(search)
    return _bodies(search, states, body, search.asked) if body and states else Answer()


def _bodies(search: Search, owners: Sequence[Entry], body: str, asked: Asked) -> Answer:
    """The body of each owner that the registry has; a government that it lacks is its state, or whoever rules that."""
    hits: list[Hit] = []
    for owner in owners:
        ids = (f"{_code(owner)}-{body}",)
        found = [entry for id_ in ids if (entry := search.registry.entry(id_))]
        if not found and body == "government":
            found = search.registry.get(ruler_key(owner.id)) or [owner]
        hits += [Hit(entry, f"{BODIES[body].split('|')[0]} of {owner.name}") for entry in found]
    return (
        settle(hits, replace(asked, kind=None)) if hits else Answer(None, (), owners[0] if len(owners) == 1 else None)
    )


def _code(owner: Entry) -> str:
    return owner.country.lower() if owner.country else owner.id


def _by_owner(search: Search) -> Answer:
    """By whose it is: a body, an office with or without its holder's name, or an unnamed part of a side."""
    left: list[Answer] = []
    for parts in owned(search.registry, search.tokens, search.raw):
        answer = _of_owner(search, parts)
        if answer.entry:
            return answer
        left.append(answer)
    left.sort(key=lambda answer: not answer.candidates)
    return left[0] if left else Answer()


def _of_owner(search: Search, parts: Owned) -> Answer:
    owners = _fitting(parts.owners, search.asked.country)
    rest = " ".join(parts.rest)
    side = owners[0] if len(owners) == 1 else None
    body = body_of(rest)
    if body:
        return _bodies(search, owners, body, search.asked)
    if is_role(parts.rest):
        return replace(holders(search.registry, owners, rest, search.asked), side=side)
    own = replace(search.asked, words=rest, country=owners[0].country if side else search.asked.country)
    found = settle(_named_rest(search, parts), own)
    if found.entry:
        return found
    behind = titled(Search(search.registry, own, parts.rest))
    return behind if behind.entry or behind.candidates else Answer(None, found.candidates, side)


def _named_rest(search: Search, parts: Owned) -> Iterator[Hit]:
    raw = " ".join(search.raw[-len(parts.rest) :]) if search.raw else " ".join(parts.rest)
    countries = {owner.country for owner in parts.owners}
    yield from (hit for hit in named(search.registry, raw) if hit.entry.country in countries)


def _fitting(owners: Sequence[Entry], country: str | None) -> tuple[Entry, ...]:
    """The owners of the country that the context gives, where there are any."""
    fitting = tuple(owner for owner in owners if country and owner.country == country)
    return fitting or tuple(owners)


def _by_capital(search: Search) -> Answer:
    """A state by its capital or seat of power, where it says or does; the city is no actor."""
    states = search.registry.get(capital_key(search.text))
    if search.asked.place and states:
        return Answer(None, (), None)
    return settle(
        (Hit(state, f"by its capital or seat “{search.asked.words}”") for state in states), _loose(search.asked)
    )


def _by_demonym(search: Search) -> Answer:
    """A state by its adjective or people, alone."""
    states = search.registry.get(demonym_key(search.text))
    return settle((Hit(state, f"by its adjective “{search.asked.words}”") for state in states), _loose(search.asked))


def _loose(asked: Asked) -> Asked:
    return replace(asked, kind=None)


WAYS: tuple[Way, ...] = (
    _by_name,
    _by_brackets,
    _by_body,
    _by_capital,
    _by_demonym,
    _by_owner,
    by_office,
    _by_part,
    titled,
    by_person,
    by_sound,
)
