"""Who held an office on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from parley.registry.answer import Answer, Asked, Hit, holding, settle
from parley.registry.entry import Entry
from parley.registry.folding import fold
from parley.registry.keys import body_key, office_key
from parley.registry.registry import Registry
from parley.registry.roles import is_role, role, roles
from parley.registry.search import CONFIRMED, Search, states_of_context

__all__ = ["by_office", "holders"]


def by_office(search: Search) -> Answer:
    """By an office of the context's country, without a name."""
    title = search.text if is_role(search.tokens) else "" if search.tokens else search.asked.office or ""
    states = states_of_context(search)
    return holders(search.registry, states, title, search.asked) if title and states else Answer()


def holders(registry: Registry, owners: Sequence[Entry], title: str, asked: Asked) -> Answer:
    """Who held an office on the day; those of whom only the past is known are candidates."""
    wanted = role(title)
    found: dict[str, Entry] = {}
    for owner in owners:
        for body in (owner.id, f"{owner.id}-{fold(title).replace(' ', '-')}"):  # an office may be a body of its own
            found |= {entry.id: entry for entry in registry.get(body_key(body, wanted))}
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
