"""A filter made ready for a long list: whom and what it names is looked up once, not for every line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from parley.exports.record_desk import Desk
from parley.exports.record_filter import Facets, Filter

__all__ = ["People", "Sieve"]


@dataclass(frozen=True, slots=True)
class People:
    """All who take part or speak: names in small letters, line by line, and the sides that each is on."""

    names: Mapping[str, str]
    sides: Mapping[str, tuple[str, ...]]

    def called(self, asked: str) -> frozenset[str]:
        """Those whose name or id has these letters in it."""
        wanted = asked.casefold()
        return frozenset(one for one, names in self.names.items() if wanted in names)

    def on_side(self, asked: str) -> frozenset[str]:
        """Those on a side that is called so."""
        sides = self.called(asked)
        return frozenset(one for one, mine in self.sides.items() if not sides.isdisjoint(mine))


class Sieve:
    """Keeps what `Filter.keeps` keeps, of lines whose people are all among `people`."""

    def __init__(self, asked: Filter, desk: Desk, people: People) -> None:
        self._asked, self._desk, self._people = asked, desk, people
        self._talks: dict[str | None, bool] = {}

    def keeps(self, facets: Facets, outlets: frozenset[str], origins: int) -> bool:
        """Whether a line is asked for; `outlets` tell it, and it rests on so many origins."""
        asked = self._asked
        return (
            (asked.origins < 2 or origins >= asked.origins)
            and self._of_talks(facets.talks)
            and (asked.actor is None or not self._actors.isdisjoint(facets.people))
            and (asked.side is None or not self._sides.isdisjoint(facets.people))
            and (asked.outlet is None or not self._outlets.isdisjoint(outlets))
            and asked.of_kind(facets)
            and asked.in_time(facets)
        )

    @cached_property
    def _actors(self) -> frozenset[str]:
        return self._people.called(self._asked.actor or "")

    @cached_property
    def _sides(self) -> frozenset[str]:
        return self._people.on_side(self._asked.side or "")

    @cached_property
    def _outlets(self) -> frozenset[str]:
        wanted = (self._asked.outlet or "").casefold()
        names = {self._desk.outlet(one) for one in self._desk.heads}
        return frozenset(name for name in names if wanted in name.casefold())

    def _of_talks(self, talks: str | None) -> bool:
        if talks not in self._talks:
            self._talks[talks] = self._asked.of_talks(talks, self._desk)
        return self._talks[talks]
