"""Why findings are held to be one thing, as every page of a thing shows it: pair by pair, with the grounds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from parley.exports.record_desk import as_day
from parley.exports.record_incidents import told_of
from parley.record import Evidence, Link, Ref
from parley.web import addresses
from parley.web.index import Index
from parley.web.views import Ground, grounds

__all__ = ["MOST", "LinkView", "Links", "Telling", "link_view", "links_of", "places_at", "telling"]

MOST = 40
"""Links and members that a page shows."""
_LONGEST = 160


@dataclass(frozen=True, slots=True)
class Telling:
    """A finding of a report: `ref` is its id; `words` are "" where they are not at hand."""

    ref: str
    where: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class LinkView:
    """Two tellings and why they are held to be one; `sure` is a probability in percent."""

    a: Telling
    b: Telling
    sure: int
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Links:
    """The first links of a thing, and how many more there are."""

    shown: tuple[LinkView, ...]
    more: int


def links_of(links: Sequence[Link], places: Mapping[Ref, Evidence], index: Index) -> Links:
    """What a page shows of the links of a thing that is told at `places`."""
    return Links(tuple(link_view(one, places, index) for one in links[:MOST]), max(0, len(links) - MOST))


def link_view(link: Link, places: Mapping[Ref, Evidence], index: Index) -> LinkView:
    """One pair."""
    a, b = telling(link.a, places, index), telling(link.b, places, index)
    return LinkView(a, b, round(100 * link.score), grounds(link.reasons))


def places_at(told: Iterable[Evidence]) -> Mapping[Ref, Evidence]:
    """Where each finding stands; of several places the last."""
    return {place.ref: place for place in told}


def telling(ref: Ref, places: Mapping[Ref, Evidence], index: Index) -> Telling:
    """A finding with its words, also where it is of another incident."""
    desk = index.desk
    place = places.get(ref) or _elsewhere(ref, index)
    where = f"{desk.outlet(ref.report)}, {as_day(desk.published(ref.report))}"
    if place is None:
        return Telling(str(ref), where, "", addresses.to("reports", ref.report))
    return Telling(str(ref), where, desk.words(place, _LONGEST).strip("“”"), addresses.of_evidence(place))


def _elsewhere(ref: Ref, index: Index) -> Evidence | None:
    """The words of an event of another incident."""
    other = index.incident_of.get(ref)
    return next((one for one in told_of(other) if one.ref == ref), None) if other else None
