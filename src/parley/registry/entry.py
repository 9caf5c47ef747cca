"""What the registry holds of one actor, and of one talks process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["PERSONAL", "Entry", "Process", "Tenure"]

PERSONAL = frozenset({"official", "person"})
"""The kinds of actors who are people, and bear offices."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office that somebody held; days are ISO prefixes (2024, 2024-03, 2024-03-11), None where not told.

    `until` None: still in office on `seen`, the last day that the source tells of; `seen` None: to this day.
    """

    title: str
    body: str | None
    since: str | None
    until: str | None
    source: str
    seen: str | None = None

    def covers(self, day: str) -> bool:
        """Whether the office was surely held on an ISO day."""
        if not self.may_cover(day):
            return False
        if self.until is None and self.seen is None:
            return True
        if self.since is None:  # a list of one day tells of its month
            return day[:7] == (self.seen or "")[:7]
        return self.until is not None or day <= f"{self.seen}~"

    def may_cover(self, day: str) -> bool:
        """Whether it may have been held: it had begun, and is not known to have ended."""
        return (self.since is None or self.since <= day) and not self.is_over(day)

    def is_over(self, day: str) -> bool:
        """Whether it had ended by an ISO day."""
        return self.until is not None and self.until < day[: len(self.until)]


@dataclass(frozen=True, slots=True)
class Entry:
    """One actor of the registry.

    `acts_for` is the direct superior body (for people: None means the body of the office held on the day), `faction_of`
    the parent that a faction stays apart from, `rules` the state that an authority rules without being it. `codes`
    are a state's in other lists: iso2, iso3, cow (Correlates of War), gw (Gleditsch and Ward).
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    acts_for: str | None = None
    offices: tuple[Tenure, ...] = ()
    faction_of: str | None = None
    rules: str | None = None
    wikidata: str | None = None
    source: str = ""
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()

    @property
    def personal(self) -> bool:
        """Whether this is somebody rather than a body."""
        return self.kind in PERSONAL

    def names(self) -> tuple[str, ...]:
        """Name and aliases."""
        return (self.name, *self.aliases)

    def held(self, day: str) -> tuple[Tenure, ...]:
        """The offices surely held on an ISO day."""
        return tuple(tenure for tenure in self.offices if tenure.covers(day))


@dataclass(frozen=True, slots=True)
class Process:
    """A talks process: its sides by name, each the ids of those who sit on it, and who mediates."""

    id: str
    name: str
    sides: Mapping[str, tuple[str, ...]]
    mediators: tuple[str, ...] = ()
