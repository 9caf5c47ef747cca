"""A filter made ready for a long list: whom and what it names is looked up once, not for every line."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from parley.exports.record_desk import Desk
from parley.exports.record_filter import Facets, Filter

__all__ = ["Sieve"]


class Sieve:
    """Keeps what `Filter.keeps` keeps. `names` gives all that somebody is called, in small letters, line by line."""

    def __init__(self, asked: Filter, desk: Desk, names: Callable[[str], str]) -> None:
        self._asked, self._desk, self._names = asked, desk, names
        self._talks: dict[str | None, bool] = {}
        self._sides: dict[str, bool] = {}

    def keeps(self, facets: Facets) -> bool:
        """Whether a line is asked for."""
        asked = self._asked
        return (
            self._of_talks(facets.talks)
            and asked.of_kind(facets)
            and asked.in_time(facets)
            and (asked.actor is None or any(self._named(asked.actor, one) for one in facets.people))
            and (asked.side is None or any(self._of_side(asked.side, one) for one in facets.people))
            and (asked.outlet is None or any(one.ref.report in self._reports for one in facets.evidence))
            and (asked.origins < 2 or len({one.origin for one in facets.evidence}) >= asked.origins)
        )

    @cached_property
    def _reports(self) -> frozenset[str]:
        """The reports of the outlets asked for."""
        wanted = (self._asked.outlet or "").casefold()
        return frozenset(one for one in self._desk.heads if wanted in self._desk.outlet(one).casefold())

    def _of_talks(self, talks: str | None) -> bool:
        if talks not in self._talks:
            self._talks[talks] = self._asked.of_talks(talks, self._desk)
        return self._talks[talks]

    def _named(self, asked: str, actor: str) -> bool:
        return asked.casefold() in self._names(actor)

    def _of_side(self, asked: str, actor: str) -> bool:
        if actor not in self._sides:
            self._sides[actor] = self._named(asked, self._desk.side(actor))
        return self._sides[actor]
