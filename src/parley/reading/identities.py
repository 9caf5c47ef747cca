"""Who the actors of a report are in the registry, on the day of the report; open where the words leave it open."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from rapidfuzz import fuzz

from parley.reading.acronyms import defined
from parley.reading.names import designation
from parley.record import Actor, Candidate, Reading, Report
from parley.registry import Answer, Asked, Entry, Registry, who

__all__ = ["Identifier"]

UNNAMED = frozenset("civilians protesters criminals people anonymous".split())
"""Kinds that nobody keeps a registry of."""
BODIES = frozenset("government military police court armed_group party faction igo ngo company".split())
"""Kinds that may be called by a word of their state: "the army"."""
WHOLE = frozenset("other delegation religious media".split())
"""Kinds of which only a whole name tells who it is."""
STATELESS = frozenset("armed_group faction igo".split())
OWNER = re.compile(r"^[\w -]{2,30}['’]s? (?=[A-Z])")
MANY = 3
"""The states of a report that may be a bare surname's."""
VAGUE = frozenset("other delegation religious".split())
"""Kinds that say little of what else it may be."""
SPECIFIC = frozenset({"the", "its", "name", "bare"})
WORDINGS = 4
"""Of an actor called in many ways only the first few are asked for."""
ALIKE = 70.0
"""How alike (rapidfuzz ratio, 0 to 100) a long form must be to a name of those whom its acronym usually means."""


class Identifier:
    """Puts actors to the registry; remembers what it has looked up."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._who: Callable[[Asked], Answer] = lru_cache(20_000)(partial(who, registry))

    def identify(self, reading: Reading) -> Reading:
        """The reading with `registry` and `candidates` of its actors filled."""
        wordings = _wordings(reading)
        long_forms = defined(reading.report.text)
        scene = _scene(reading, self._home(reading.report))
        actors = {
            id_: self._told(
                actor, _questions(actor, wordings.get(id_, ()), _country(actor, reading), scene), long_forms
            )
            for id_, actor in reading.actors.items()
        }
        return replace(reading, actors=actors)

    def _home(self, report: Report) -> str | None:
        """The country of the capital in the dateline, or else of the outlet."""
        state = self._who(Asked(report.dateline, "state")).entry if report.dateline else None
        if state:
            return state.country
        return report.outlet.country if report.outlet else None

    def _told(self, actor: Actor, questions: Iterator[Asked], long_forms: Mapping[str, str]) -> Actor:
        """The actor with the first answer that settles it; else with the candidates of the first that has any."""
        left: tuple[Candidate, ...] = ()
        state = self.registry.entry(actor.country.lower()) if actor.kind == "state" and actor.country else None
        if state and actor.name:
            return replace(actor, registry=state.id, candidates=(Candidate(state.id, state.name, "by its words"),))
        for asked in questions:
            answer = self._answer(asked, long_forms)
            if answer.entry and (not asked.whole or asked.kind in WHOLE or _is_of_no_country(answer.entry, asked)):
                return replace(actor, registry=answer.entry.id, candidates=answer.candidates)
            left = left or answer.candidates
        return replace(actor, candidates=left) if left else actor

    def _answer(self, asked: Asked, long_forms: Mapping[str, str]) -> Answer:
        """What the registry says; an acronym means what the report says it means."""
        long = long_forms.get(asked.words)
        if long is None:
            return self._who(asked)
        answer = self._who(replace(asked, words=long))
        if answer.entry:
            return answer
        usual = self._who(asked)
        if usual.entry is None or _is_called(usual.entry, long):
            return usual
        said = f"but the report defines {asked.words} as {long}"
        return Answer(None, tuple(replace(one, why=f"{one.why}, {said}") for one in usual.candidates))


def _is_of_no_country(entry: Entry, asked: Asked) -> bool:
    """Whether a name means this one whatever country the words around it name."""
    if entry.personal:
        return bool(entry.held(asked.day))
    return entry.rules is not None or entry.kind in STATELESS


def _is_called(entry: Entry, long: str) -> bool:
    return max(fuzz.ratio(long.casefold(), name.casefold()) for name in entry.names()) >= ALIKE


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the report as a whole tells: its day, where it is at home, and the states it names most."""

    on: str | None
    home: str | None
    states: tuple[str, ...]


def _scene(reading: Reading, home: str | None) -> _Scene:
    report = reading.report
    named = Counter(reading.actors[mention.actor].country for mention in reading.mentions)
    states = tuple(country for country, _ in named.most_common() if country)[:MANY]
    return _Scene(report.published.isoformat() if report.published else None, home, states)


def _wordings(reading: Reading) -> Mapping[str, Sequence[str]]:
    """What each actor is called, in the order of the text, each wording once."""
    found: dict[str, dict[str, None]] = {}
    for mention in reading.mentions:
        found.setdefault(mention.actor, {})[mention.span.quote(reading.report)] = None
    return {actor: list(texts) for actor, texts in found.items()}


def _country(actor: Actor, reading: Reading) -> str | None:
    """The actor's country, or else that of the nearest of those it acts for."""
    seen: set[str] = set()
    at: Actor | None = actor
    while at and at.id not in seen:
        if at.country:
            return at.country
        seen.add(at.id)
        at = reading.actors.get(at.acts_for or "")
    return None


def _questions(actor: Actor, texts: Sequence[str], country: str | None, scene: _Scene) -> Iterator[Asked]:
    """What to ask the registry, the surest first; nothing for those whom no registry holds."""
    if actor.kind in UNNAMED or actor.members:
        return
    kind = None if actor.kind in VAGUE else actor.kind
    base = Asked("", kind, country, actor.office, scene.on, whole=actor.kind in WHOLE)
    told = list(dict.fromkeys(([actor.name] if actor.name else []) + _telling(actor, texts)))
    for text in told:
        yield replace(base, words=text)
    if actor.kind in BODIES:
        yield from (replace(base, words=text, country=None, whole=True) for text in told if country)
        yield from (replace(base, words=text, country=scene.home) for text in told if not country and scene.home)
    if actor.kind == "person" and actor.name and not country:
        yield from (replace(base, words=actor.name, country=state) for state in scene.states)
    if actor.kind in ("person", "official") and country and actor.name and " " in actor.name:
        # The country is the reader's guess from the words around; a whole name of somebody then in office outweighs it.
        yield replace(base, words=actor.name, country=None, whole=True)
    if actor.kind == "official" and not actor.name and actor.office and any(_is_one(text) for text in texts):
        yield base


def _telling(actor: Actor, texts: Sequence[str]) -> list[str]:
    """The wordings that may tell who it is: names, and of bodies and office-holders what says which one."""
    if actor.kind in BODIES:
        kept = [text for text in texts if designation(text).form in SPECIFIC and not designation(text).counted]
    elif actor.kind in ("person", "official"):
        kept = [text for text in texts if designation(text).capitals and _is_one(text)]
    else:
        kept = [OWNER.sub("", text) for text in texts if designation(text).form == "name"]
    return kept[:WORDINGS]


def _is_one(text: str) -> bool:
    """Whether a wording means one certain person: neither several nor just any."""
    words = designation(text)
    return words.form in SPECIFIC and not words.counted and words.many is not True
