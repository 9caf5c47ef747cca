"""Who says what in a snapshot of the record, and whom each outlet lets speak."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from parley.exports.record_desk import Desk
from parley.exports.record_incidents import told_of
from parley.record import Claimant, Evidence, Span

__all__ = ["MEDIATORS", "OTHERS", "UNNAMED", "VOICE", "About", "Saying", "Voices"]

About = Literal["talks", "incidents", "demands"]
MEDIATORS, OTHERS, UNNAMED, VOICE = "mediators", "others", "unnamed", "voice"
"""Whose words they are where they are not those of a side of talks; sides go by their ids."""

_KEPT = 200
"""Speakers whose words are kept sorted."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One place where somebody says something, and what of the record rests on it: each its kind and id."""

    evidence: Evidence
    about: tuple[tuple[About, str], ...]


class Voices:
    """Made once a snapshot, each part when it is first asked for."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._kept: dict[str, Sequence[Saying]] = {}

    def of(self, claimant: str) -> Sequence[Saying]:
        """What somebody says, the newest first; of findings of the same words the first."""
        known = self._kept.get(claimant)
        if known is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            known = self._kept[claimant] = self._of(claimant)
        return known

    def _of(self, claimant: str) -> Sequence[Saying]:
        found: dict[Span, tuple[Evidence, list[tuple[About, str]]]] = {}
        for kind, about, one in self._said.get(claimant, ()):
            found.setdefault(one.span, (one, []))[1].append((kind, about))
        sayings = (Saying(one, tuple(dict.fromkeys(about))) for one, about in found.values())
        return sorted(sayings, key=_moment, reverse=True)

    def spread(self, outlet: str) -> Counter[str]:
        """How many of the claims that an outlet prints are whose words."""
        return self._spreads.get(outlet, Counter())

    @cached_property
    def spread_of_all(self) -> Counter[str]:
        """The same of all outlets together."""
        return sum(self._spreads.values(), Counter())

    def warm(self) -> None:
        """Work out everything once."""
        _ = (self._said, self.spread_of_all)

    @cached_property
    def _said(self) -> Mapping[str, Sequence[tuple[About, str, Evidence]]]:
        found: defaultdict[str, list[tuple[About, str, Evidence]]] = defaultdict(list)
        for kind, about, one in self._all():
            found[one.claimant.id].append((kind, about, one))
        return found

    @cached_property
    def _spreads(self) -> Mapping[str, Counter[str]]:
        """By outlet; what several things rest on counts once."""
        whose: dict[tuple[str, bool], str] = {}
        outlets: dict[str, str] = {}
        places: set[tuple[str, str, int, str]] = set()
        found: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for _, _, one in self._all():
            ref, claimant = one.ref, one.claimant
            place = (ref.report, ref.kind, ref.index, claimant.id)
            if place in places:
                continue
            places.add(place)
            speaker = (claimant.id, claimant.named)
            if speaker not in whose:
                whose[speaker] = self._whose(claimant)
            if ref.report not in outlets:
                outlets[ref.report] = self.desk.outlet(ref.report)
            found[outlets[ref.report]][whose[speaker]] += 1
        return found

    def _whose(self, claimant: Claimant) -> str:
        """A source without a name is that, on whichever side it is."""
        if claimant.own_voice:
            return VOICE
        if not claimant.named:
            return UNNAMED
        side = self.side(claimant.id)
        if side in self._sides:
            return side
        return MEDIATORS if side in self._mediators else OTHERS

    def side(self, actor: str) -> str:
        """Whose side somebody is on; authorities that rule a state speak for it."""
        return self.desk.side_in_talks(actor)

    @cached_property
    def _sides(self) -> frozenset[str]:
        return frozenset(self.side(side) for talks in self.desk.record.talks for side in talks.sides)

    @cached_property
    def _mediators(self) -> frozenset[str]:
        helpers = (one for talks in self.desk.record.talks for one in (*talks.mediators, *talks.hosts))
        return frozenset(map(self.side, helpers))

    def _all(self) -> Iterator[tuple[About, str, Evidence]]:
        record = self.desk.record
        for claim in record.claims:
            yield from (("talks", claim.about, one) for one in claim.evidence)
        for incident in record.incidents:
            yield from (("incidents", incident.id, one) for one in told_of(incident))
        for demand in record.demands:
            yield from (("demands", demand.id, one) for move in demand.moves for one in move.evidence)


def _moment(one: Saying) -> tuple[date, str, str, int]:
    ref = one.evidence.ref
    return (one.evidence.day or date.min, ref.report, ref.kind, ref.index)
