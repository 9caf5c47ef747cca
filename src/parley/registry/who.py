"""Look-up: who is meant by a name or description, on a day, in a country; candidates where it stays open."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from parley.record import Candidate
from parley.registry.answer import Answer, Asked, Hit, holding, settle
from parley.registry.bodies import BODIES, body_of
from parley.registry.entry import PERSONAL, Entry
from parley.registry.folding import first_and_last, fold, is_acronym, words
from parley.registry.keys import (
    acronym_key,
    body_key,
    capital_key,
    demonym_key,
    name_key,
    office_key,
    ruler_key,
    sound_key,
    surname_key,
)
from parley.registry.owners import Owned, owned
from parley.registry.registry import Registry
from parley.registry.roles import HEADS, TITLES, is_role, role, roles

__all__ = ["who"]

NEAR, ALIKE = 60.0, 80.0
"""How alike (rapidfuzz ratio, 0 to 100) two spellings must be to be candidates, and for one point to confirm them."""
CONFIRMED, DOUBLY = 1, 4
"""Points that confirm a candidate: any, or country and office both."""
BRACKETS = re.compile(r"\s*([^()]+?)\s*\(([^()]+)\)\s*")
PERSONS = (None, *PERSONAL)


def who(registry: Registry, asked: Asked) -> Answer:
    """Who is meant.

    The ways to find somebody are tried from the surest on; the first that settles it gives the answer, and what those
    before it left open stays as candidates only where none does.
    """
    search = _Search(registry, asked, tuple(words(asked.words)))
    left: list[Candidate] = []
    side: Entry | None = None
    for way in _ways(search):
        answer = way(search)
        if answer.entry or (answer.side and not answer.candidates and not left):
            return answer
        left += answer.candidates
        side = side or answer.side
    return Answer(None, tuple({one.registry: one for one in reversed(left)}.values())[::-1], side)


def _ways(search: _Search) -> Sequence[Way]:
    """The ways to try, the surest first."""
    if search.asked.whole:
        return WAYS[:2]
    return WAYS if search.tokens else (_by_office,)


@dataclass(frozen=True, slots=True)
class _Search:
    """What is asked, in folded words; `raw` as written."""

    registry: Registry
    asked: Asked
    tokens: tuple[str, ...]

    @property
    def raw(self) -> tuple[str, ...]:
        """The words as written, where they are as many as the folded ones."""
        written = self.asked.words.removeprefix("the ").removeprefix("The ").split()
        return tuple(written) if len(written) == len(self.tokens) else ()

    @property
    def text(self) -> str:
        """The folded words."""
        return " ".join(self.tokens)


Way = Callable[[_Search], Answer]


def _by_name(search: _Search) -> Answer:
    """By a name, alias or acronym, whole."""
    return settle(_named(search.registry, search.asked.words), search.asked)


def _named(registry: Registry, text: str) -> Iterator[Hit]:
    key = name_key(text)
    for entry in registry.get(key):
        yield Hit(entry, "by name" if name_key(entry.name) == key else f"by alias “{_alias(entry, key)}”")
    if is_acronym(text):
        yield from (Hit(entry, f"by acronym {text}") for entry in registry.get(acronym_key(text)))


def _alias(entry: Entry, key: str) -> str:
    return next((name for name in entry.aliases if name_key(name) == key), entry.name)


def _by_part(search: _Search) -> Answer:
    """By what stands before a comma, the office behind it: "Khawaja Asif, the Pakistani defence minister"."""
    name, comma, behind = search.asked.words.partition(",")
    if not comma or not name.strip():
        return Answer()
    return who(search.registry, replace(search.asked, words=name, office=search.asked.office or behind.strip()))


def _by_brackets(search: _Search) -> Answer:
    """By what stands before or in brackets: "Pakistani Taliban (TTP)"."""
    found = BRACKETS.fullmatch(search.asked.words)
    if not found:
        return Answer()
    answers = [who(search.registry, replace(search.asked, words=part)) for part in found.groups()]
    return next((answer for answer in answers if answer.entry), answers[0])


def _by_body(search: _Search) -> Answer:
    """A body of the country that the context gives: "the foreign ministry"."""
    body = body_of(search.text)
    states = _states(search)
    return _bodies(search, states, body, search.asked) if body and states else Answer()


def _states(search: _Search) -> tuple[Entry, ...]:
    """The state of the context."""
    state = search.registry.entry((search.asked.country or "").lower())
    return (state,) if state else ()


def _bodies(search: _Search, owners: Sequence[Entry], body: str, asked: Asked) -> Answer:
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


def _by_owner(search: _Search) -> Answer:
    """By whose it is: a body, an office with or without its holder's name, or an unnamed part of a side."""
    left: list[Answer] = []
    for parts in owned(search.registry, search.tokens, search.raw):
        answer = _of_owner(search, parts)
        if answer.entry:
            return answer
        left.append(answer)
    left.sort(key=lambda answer: not answer.candidates)
    return left[0] if left else Answer()


def _of_owner(search: _Search, parts: Owned) -> Answer:
    owners = _fitting(parts.owners, search.asked.country)
    rest = " ".join(parts.rest)
    side = owners[0] if len(owners) == 1 else None
    body = body_of(rest)
    if body:
        return _bodies(search, owners, body, search.asked)
    if is_role(parts.rest):
        return replace(_holders(search.registry, owners, rest, search.asked), side=side)
    own = replace(search.asked, words=rest, country=owners[0].country if side else search.asked.country)
    named = settle(_named_rest(search, parts), own)
    if named.entry:
        return named
    titled = _titled(_Search(search.registry, own, parts.rest))
    return titled if titled.entry or titled.candidates else Answer(None, named.candidates, side)


def _named_rest(search: _Search, parts: Owned) -> Iterator[Hit]:
    raw = " ".join(search.raw[-len(parts.rest) :]) if search.raw else " ".join(parts.rest)
    countries = {owner.country for owner in parts.owners}
    yield from (hit for hit in _named(search.registry, raw) if hit.entry.country in countries)


def _fitting(owners: Sequence[Entry], country: str | None) -> tuple[Entry, ...]:
    """The owners of the country that the context gives, where there are any."""
    fitting = tuple(owner for owner in owners if country and owner.country == country)
    return fitting or tuple(owners)


def _by_capital(search: _Search) -> Answer:
    """A state by its capital or seat of power, where it says or does; the city is no actor."""
    states = search.registry.get(capital_key(search.text))
    if search.asked.place and states:
        return Answer(None, (), None)
    return settle(
        (Hit(state, f"by its capital or seat “{search.asked.words}”") for state in states), _loose(search.asked)
    )


def _by_demonym(search: _Search) -> Answer:
    """A state by its adjective or people, alone."""
    states = search.registry.get(demonym_key(search.text))
    return settle((Hit(state, f"by its adjective “{search.asked.words}”") for state in states), _loose(search.asked))


def _loose(asked: Asked) -> Asked:
    return replace(asked, kind=None)


def _by_office(search: _Search) -> Answer:
    """By an office of the context's country, without a name."""
    title = search.text if is_role(search.tokens) else "" if search.tokens else search.asked.office or ""
    states = _states(search)
    return _holders(search.registry, states, title, search.asked) if title and states else Answer()


def _holders(registry: Registry, owners: Sequence[Entry], title: str, asked: Asked) -> Answer:
    """Who held an office on the day; those of whom only the past is known are candidates."""
    wanted = role(title)
    found: dict[str, Entry] = {}
    for owner in owners:
        found |= {entry.id: entry for entry in registry.get(body_key(owner.id, wanted))}
        if owner.country and (owner.kind == "state" or owner.rules):
            found |= {entry.id: entry for entry in registry.get(office_key(owner.country, wanted))}
    asked = replace(asked, office=title, kind=None, country=None)
    sure = [entry for entry in found.values() if holding(entry, asked)[0] == 4]
    if sure:
        return settle((Hit(entry, f"held the office of {title}") for entry in sure), asked)
    maybe = [entry for entry in found.values() if _may_hold(entry, wanted, asked.day)]
    answer = settle((Hit(entry, f"may have been {title}", CONFIRMED) for entry in maybe), asked)
    return Answer(None, answer.candidates)


def _may_hold(entry: Entry, wanted: str, day: str) -> bool:
    return any(tenure.may_cover(day) and wanted in roles(tenure.title) for tenure in entry.offices)


def _by_title(search: _Search) -> Answer:
    """By the name behind a title or office: "Defence Minister Khawaja Asif"."""
    return _titled(search)


def _titled(search: _Search) -> Answer:
    tokens = search.tokens
    for at in range(len(tokens) - 1, 0, -1):
        title, name = tokens[:at], " ".join(tokens[at:])
        if not (all(word in TITLES or word in HEADS for word in title) or is_role(_bare(title))):
            continue
        office = " ".join(title) if set(title) & HEADS else search.asked.office
        asked = replace(search.asked, words=name, office=office, kind="person")
        answer = settle(_named(search.registry, name), asked)
        if answer.entry or answer.candidates:
            return answer
        return _personal(_Search(search.registry, asked, tuple(tokens[at:])))
    return Answer()


def _bare(title: Sequence[str]) -> list[str]:
    return [word for word in title if word not in TITLES]


def _by_person(search: _Search) -> Answer:
    """By surname or by how the name sounds: candidates, which country, office or day may confirm."""
    return _personal(search) if search.asked.kind in PERSONS else Answer()


def _personal(search: _Search) -> Answer:
    """People by a part of their name, or by another spelling of it."""
    asked = replace(search.asked, kind="person")
    if len(search.tokens) == 1:
        hits = [Hit(entry, f"by surname “{search.asked.words}”", CONFIRMED) for entry in _surnamed(search)]
        return _confirmed(hits, asked)
    return _confirmed(list(_sounding(search)), asked)


def _surnamed(search: _Search) -> Iterable[Entry]:
    return search.registry.get(surname_key(search.text))


def _sounding(search: _Search) -> Iterator[Hit]:
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


def _by_sound(search: _Search) -> Answer:
    """A body by another spelling of its name: candidates, which the country may confirm."""
    if search.asked.kind in PERSONAL or len(search.text) < 6:
        return Answer()
    near = [entry for entry in search.registry.get("p" + sound_key(search.text)[1:]) if not entry.personal]
    hits = [Hit(e, f"by a name alike, {e.name}", CONFIRMED) for e in near if _near(search.text, e)]
    return settle(hits, search.asked)


def _near(text: str, entry: Entry) -> bool:
    return entry.kind != "state" and max(fuzz.ratio(text, fold(name)) for name in entry.names()) >= ALIKE


WAYS: tuple[Way, ...] = (
    _by_name,
    _by_brackets,
    _by_body,
    _by_capital,
    _by_demonym,
    _by_owner,
    _by_office,
    _by_part,
    _by_title,
    _by_person,
    _by_sound,
)
