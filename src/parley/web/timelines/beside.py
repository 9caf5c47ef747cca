"""What stands beside the drawing: rounds and truces, what is asked, and what is disputed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from parley.exports import wording
from parley.exports.record_demands import move_words
from parley.exports.record_desk import Desk, as_days
from parley.exports.record_disputes import kind_words
from parley.exports.record_naming import title_of
from parley.record import Demand, Dispute, Round, Talks, Truce
from parley.web import addresses
from parley.web.index import Index
from parley.web.states import state_words
from parley.web.translation import gettext as _
from parley.web.translation import many
from parley.web.wordings import worded

__all__ = ["DemandRow", "DisputeRow", "Disputed", "Name", "Sitting", "demand_row", "disputed", "names_of", "sittings"]

Name = tuple[str, str]
"""A name and where it leads; "": nowhere."""


@dataclass(frozen=True, slots=True)
class Sitting:
    """A round or a truce: `told` are the numbers that reports give it, each with how many do, `said` how
    often each state of it is told."""

    id: str
    name: str
    told: tuple[tuple[str, str], ...]
    days: str
    venue: str
    mediators: tuple[Name, ...]
    said: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DemandRow:
    """A demand with its moves; `degree` is how far it is told to be fulfilled."""

    kind: str
    content: str
    url: str
    by: tuple[Name, ...]
    to: tuple[Name, ...]
    criteria: tuple[str, ...]
    moves: tuple[tuple[str, str], ...]
    more: int
    degree: str


@dataclass(frozen=True, slots=True)
class DisputeRow:
    """Rival values in a line."""

    slot: str
    url: str
    values: tuple[str, ...]
    verdict: str
    told: str


@dataclass(frozen=True, slots=True)
class Disputed:
    """All disputes about one thing."""

    about: str
    rows: tuple[DisputeRow, ...]


_MOVES = 6


def sittings(one: Talks, desk: Desk) -> tuple[Sitting, ...]:
    """The rounds, then the truces."""
    return (*(_round(each, desk) for each in one.rounds), *(_truce(each, desk) for each in one.truces))


def names_of(ids: Iterable[str], desk: Desk) -> tuple[Name, ...]:
    """Those whom the record knows, each once."""
    known = (id_ for id_ in dict.fromkeys(ids) if id_ in desk.record.actors)
    return tuple((desk.name(id_), addresses.to("actors", id_)) for id_ in known)


def _round(one: Round, desk: Desk) -> Sitting:
    return Sitting(
        id=one.id,
        name=_("Round %(number)s") % {"number": one.number},
        told=tuple((wording.shown(each.value), desk.told_by(each.evidence)) for each in one.told),
        days=as_days(one.dates),
        venue=wording.shown(one.venue or ""),
        mediators=names_of(one.mediators, desk),
        said=_said(one),
    )


def _truce(one: Truce, desk: Desk) -> Sitting:
    days = as_days(one.dates)
    return Sitting(one.id, _("Truce"), (), days, "", names_of(one.mediators, desk), _said(one))


def _said(one: Round | Truce) -> tuple[tuple[str, int], ...]:
    """How many tellings there are of each state, the most told first."""
    many = Counter({state_words(state): len(refs) for state, refs in one.members.items()})
    return tuple(many.most_common())


def demand_row(one: Demand, desk: Desk) -> DemandRow:
    degrees = [move_words(move) for move in one.moves if move.degree is not None]
    return DemandRow(
        kind=one.kind,
        content=wording.shown(one.content),
        url=addresses.to("demands", one.id),
        by=names_of(one.by, desk) or _loose(one.by, desk),
        to=names_of(one.to, desk) or _loose(one.to, desk),
        criteria=tuple(map(wording.shown, one.criteria)),
        moves=tuple((_short(move.day), move_words(move)) for move in one.moves[-_MOVES:]),
        more=max(0, len(one.moves) - _MOVES),
        degree=degrees[-1] if degrees else "",
    )


def _short(day: date | None) -> str:
    """A day without its year: the list is of one process."""
    return f"{day.day} {day:%b}" if day else _("no day")


def _loose(ids: Iterable[str], desk: Desk) -> tuple[Name, ...]:
    """Those whom the record does not know."""
    return tuple((desk.name(id_), "") for id_ in ids)


def disputed(one: Talks, demands: Iterable[Demand], index: Index) -> Iterator[Disputed]:
    """By what they are about: the talks, their rounds and truces in order, then what is asked; conflicts first."""
    own = (one.id, *(each.id for each in one.rounds), *(each.id for each in one.truces))
    found = [each for id_ in (*own, *(demand.id for demand in demands)) for each in index.disputes_about.get(id_, ())]
    for about, group in groupby(found, key=lambda each: each.about):
        rows = sorted(group, key=lambda each: each.kind != "conflict")
        yield Disputed(_title(about, one, index.desk), tuple(_dispute(each, index.desk) for each in rows))


def _title(about: str, one: Talks, desk: Desk) -> str:
    """Without the name of the talks, which stands above."""
    return title_of(about, desk).removeprefix(f"{one.name}: ")


def _dispute(one: Dispute, desk: Desk) -> DisputeRow:
    told = [place for version in one.versions for place in version.evidence]
    return DisputeRow(
        slot=worded(one.slot, desk),
        url=addresses.to("disputes", one.id),
        values=tuple(worded(version.value, desk) for version in one.versions),
        verdict=kind_words(one),
        told=many(len({place.origin for place in told}), "origin", "origins"),
    )
