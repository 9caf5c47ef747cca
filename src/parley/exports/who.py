"""Who somebody is in the registry, and why: for a terminal, or as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from parley.record import Candidate
from parley.registry import Answer, Asked, Entry, Registry, Tenure

__all__ = ["WhoShape", "to_dict", "who_lines"]

_ALIASES = 12
_NAME = 10


class FoundShape(TypedDict):
    """An entry of the registry; `chain` are the names of those it acts for, up to its side."""

    id: str
    name: str
    kind: str
    country: str | None
    aliases: list[str]
    acronyms: list[str]
    chain: list[str]
    offices: list[dict[str, str | None]]
    codes: dict[str, str]
    source: str


class WhoShape(TypedDict):
    """What was asked, who it is (null where that stays open), who may be meant and why, and an unnamed body's side."""

    asked: str
    on: str | None
    found: FoundShape | None
    candidates: list[dict[str, str]]
    side: str | None


def to_dict(registry: Registry, asked: Asked, answer: Answer) -> WhoShape:
    """The answer in the shape that `parley who --json` writes."""
    return {
        "asked": asked.words,
        "on": asked.on,
        "found": _found(registry, answer.entry, asked.day) if answer.entry else None,
        "candidates": [{"id": one.registry, "name": one.name, "why": one.why} for one in answer.candidates],
        "side": answer.side.id if answer.side else None,
    }


def _found(registry: Registry, entry: Entry, day: str) -> FoundShape:
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "country": entry.country,
        "aliases": list(entry.aliases),
        "acronyms": list(entry.acronyms),
        "chain": [one.id for one in registry.chain(entry, day)[1:]],
        "offices": [_office(tenure) for tenure in entry.offices],
        "codes": dict(entry.codes),
        "source": entry.source,
    }


def _office(tenure: Tenure) -> dict[str, str | None]:
    return {
        "title": tenure.title,
        "body": tenure.body,
        "from": tenure.since,
        "to": tenure.until,
        "seen": tenure.seen,
        "source": tenure.source,
    }


def who_lines(registry: Registry, asked: Asked, answer: Answer) -> Iterator[str]:
    """The answer in a few lines."""
    if answer.entry:
        yield from _entry_lines(registry, answer.entry, answer.candidates[0], asked.day)
    elif answer.candidates:
        yield f"{asked.words}: who is meant stays open"
        yield from (f"  {one.name} ({one.registry}): {one.why}" for one in answer.candidates)
    elif answer.side:
        yield f"{asked.words}: not in the registry by itself; on the side of {answer.side.name} ({answer.side.id})"
    else:
        yield f"{asked.words}: nobody in the registry is called so"


def _entry_lines(registry: Registry, entry: Entry, why: Candidate, day: str) -> Iterator[str]:
    yield f"{entry.name} ({entry.id})"
    yield _row("found", why.why)
    yield _row("kind", ", ".join((entry.kind.replace("_", " "), *([entry.country] if entry.country else []))))
    chain = registry.chain(entry, day)[1:]
    if chain:
        yield _row("acts for", " → ".join(one.name for one in chain))
    for label, id_ in (("apart from", entry.faction_of), ("rules", entry.rules)):
        other = registry.entry(id_)
        if other:
            yield _row(label, other.name)
    for tenure in sorted(entry.offices, key=lambda one: one.since or "", reverse=True):
        yield _row("office", f"{_days(tenure)}  {tenure.title}  [{tenure.source}]")
    names = (*entry.aliases, *entry.acronyms)
    if names:
        more = f" and {len(names) - _ALIASES} more" if len(names) > _ALIASES else ""
        yield _row("also", ", ".join(names[:_ALIASES]) + more)
    for process in registry.processes:
        sides = registry.sides_in(process, entry, day)
        if sides:
            yield _row("side", f"{', '.join(sides)} in {process.name}")
    if entry.codes:
        yield _row("codes", ", ".join(f"{name} {code}" for name, code in entry.codes))
    yield _row("source", entry.source)


def _row(name: str, text: str) -> str:
    return f"  {name:<{_NAME}} {text}"


def _days(tenure: Tenure) -> str:
    """From when to when, as far as it was seen."""
    if tenure.since is None and tenure.until is None:
        return f"in {tenure.seen}" if tenure.seen else "always"
    return f"{tenure.since or '?'} – {tenure.until or (f'at least {tenure.seen}' if tenure.seen else 'now')}"
