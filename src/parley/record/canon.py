"""Who is who across reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Canon:
    """One actor of the record: what several reports call by several names.

    `id` is its registry id where it has one, else made of its name and country; `seen` holds the pairs of report and
    that report's actor id. `acts_for` is the id of the one whose side it is on; `members` are those of a collective.
    `names` are the forms that reports use, the most frequent first."""

    id: str
    name: str
    kind: str
    seen: tuple[tuple[str, str], ...]
    country: str | None = None
    acts_for: str | None = None
    members: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    registry: str | None = None
