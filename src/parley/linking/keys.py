"""What puts an actor of one report to that of another without comparing the two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parley.linking.names import words
from parley.record import Actor, Reading

__all__ = ["Local", "key_of", "locals_of"]

SERVICES = frozenset("military police delegation government".split())
"""Kinds of which a side has one, as long as nothing sets a part of it apart by a name of its own."""
PARTS = frozenset("official person anonymous civilians people protesters criminals religious other".split())
"""Kinds that a description does not identify: "an official" of one report is not that of another."""
CROWDS = frozenset("civilians people protesters".split())
"""Kinds of which a whole country's are meant where its name stands with them ("Afghan refugees")."""
GENERIC = frozenset(
    "the a its of and side sides team delegation delegates negotiators envoys party representatives high level "
    "officials government authorities administration regime cabinet leadership rulers ministry military army "
    "forces force troops soldiers security armed defence defense personnel police policemen officers convoy "
    "service services in from national state local provincial federal interim visiting negotiating".split()
)


@dataclass(frozen=True, slots=True)
class Local:
    """An actor of one report; `root` is the country, or the words for the group, at the end of its chain of `acts_for`;
    `words` are those of its name, or what its report calls it; `called` are its report's longest words for it.
    `members` are those of a collective, by their ids in the report."""

    report: str
    actor: Actor
    root: str | None
    words: tuple[str, ...]
    called: str
    members: tuple[str, ...]

    @property
    def pair(self) -> tuple[str, str]:
        """The report's id and the actor's in it."""
        return self.report, self.actor.id


def locals_of(reading: Reading) -> Iterator[Local]:
    """The actors of one reading."""
    called = _called(reading)
    for actor in reading.actors.values():
        words_for = called.get(actor.id, "")
        yield Local(
            report=reading.report.id,
            actor=actor,
            root=_root(actor, reading.actors),
            words=words(actor.name or words_for),
            called=words_for,
            members=actor.members or _told_together(actor, reading.actors),
        )


def _told_together(actor: Actor, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    """The members of a collective that is named after them ("Pakistan and Afghanistan")."""
    parts = [words(part) for part in (actor.name or "").split(" and ")]
    if len(parts) < 2 or actor.kind != "other":
        return ()
    by_name = {words(other.name or ""): other.id for other in actors.values() if other.kind != "other"}
    found = [by_name[part] for part in parts if part in by_name]
    return tuple(found) if len(found) == len(parts) else ()


def _called(reading: Reading) -> Mapping[str, str]:
    """By the id of each actor the longest words that its report has for it."""
    found: dict[str, str] = {}
    for mention in reading.mentions:
        quote = mention.span.quote(reading.report)
        found[mention.actor] = max(found.get(mention.actor, ""), quote, key=len)
    return found


def _root(actor: Actor, actors: Mapping[str, Actor]) -> str | None:
    passed: set[str] = set()
    while actor.acts_for and actor.acts_for in actors and actor.id not in passed:
        passed.add(actor.id)
        actor = actors[actor.acts_for]
    if passed or actor.kind == "state":
        return actor.registry or actor.country or " ".join(words(actor.name or "")) or None
    return actor.country


def key_of(local: Local) -> str | None:
    """What all reports' accounts of one actor share; None where only its own report knows it, as with collectives."""
    actor = local.actor
    if actor.registry:
        return f"registry {actor.registry}"
    if len(local.members) > 1:
        return None
    if actor.kind == "state" and actor.country:
        return f"state {actor.country}"
    if actor.kind in SERVICES and local.root and _is_generic(local):
        return f"{actor.kind} {local.root}"
    if actor.kind in CROWDS and local.root and actor.name:
        return f"{local.root} {' '.join(local.words)}"
    if actor.kind in PARTS or not actor.name:
        return None
    return f"named {' '.join(local.words)}"


def _is_generic(local: Local) -> bool:
    """Whether the words say no more than the kind and whose it is."""
    name = local.actor.name or ""
    return not any(
        word.casefold() not in GENERIC and not word[:1].isdigit() and (word[:1].islower() or not _national(word, local))
        for word in name.replace("’", "'").replace("'s", "").split()
    )


def _national(word: str, local: Local) -> bool:
    """Whether a capitalised word is part of the name of its state or side: it shares the first letters."""
    country = (local.actor.country or local.root or "").casefold()
    return bool(country) and word.casefold()[:2] == country[:2]
