"""Where the talks stand, who says so, day by day, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Annotated, Literal

from fastapi import APIRouter, Query
from starlette.responses import Response

from parley.asking import Cut
from parley.errors import Malformed, NotFound
from parley.exports.record_changes import chosen
from parley.exports.record_desk import Desk
from parley.exports.record_filter import Filter, of_claim
from parley.exports.record_json import Json, to_json
from parley.exports.record_status import status_json
from parley.exports.record_timeline import Entry, entries
from parley.record import BoardRow, Change, Evidence, StatusClaim, Talks
from parley.web.api.answers import One, Some
from parley.web.api.filters import Filtered, Name
from parley.web.api.shapes import page_of, shape
from parley.web.index import Index
from parley.web.kept import once
from parley.web.lists import Listed, Listing
from parley.web.people import Role

__all__ = ["Status", "Summary", "Told", "room"]

room = APIRouter(tags=["The talks"])


@dataclass(frozen=True, slots=True)
class User:
    """Who asks, and what they may do."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Summary:
    """The record that is open: how much of what there is in it, of which days; `version` is another one whenever
    anything was added or judged."""

    name: str
    version: str
    reports: int
    first_day: date | None
    last_day: date | None
    counts: dict[str, int]
    user: User


@dataclass(frozen=True, kw_only=True, slots=True)
class Status(BoardRow):
    """The state shown of one track of one process: the row of the board, with the rule that it is shown by in words,
    the claims that it rests on, who says otherwise since, the last word of each side that is neither, and the rows
    before it. `name` is that of the talks."""

    name: str
    rule: str
    claims: tuple[StatusClaim, ...]  # type: ignore[assignment] # the claims themselves, not their positions
    against: tuple[StatusClaim, ...]  # type: ignore[assignment]
    last_words: tuple[StatusClaim, ...]
    earlier: tuple[BoardRow, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the timeline; `id` is that of the talks, incident or demand that it tells of."""

    day: date
    kind: Literal["board", "claim", "incident", "demand"]
    id: str
    what: str
    evidence: tuple[Evidence, ...]


@room.get("/record", response_model=shape(Summary))
def the_record(asking: One) -> Response:
    """What is open, in figures, and who asks."""
    record, heads = asking.desk.record, asking.desk.heads
    days = sorted(day for head in heads.values() if (day := head.published))
    kinds = ("actors", "origins", "copies", "incidents", "talks", "claims", "demands", "disputes")
    found = Summary(
        name=asking.live.record.store.place.name,
        version=asking.version,
        reports=len(heads),
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
        counts={kind: len(getattr(record, kind)) for kind in kinds} | {"judgements": len(asking.desk.judgements)},
        user=User(asking.person.name, asking.person.role),
    )
    return asking.thing(found)


@room.get("/status", response_model=page_of(shape(Status)))
def status(
    listing: Some,
    talks: Name = None,
    on: Annotated[date | None, Query(description="As it stood on that day.")] = None,
) -> Response:
    """The board: of each process the state of the talks and of the truce."""
    return listing.page(list(status_json(listing.desk, Filter(talks=talks, until=on))), lambda one: one)


@room.get("/talks", response_model=page_of(shape(Talks)))
def talks_list(listing: Some, talks: Name = None) -> Response:
    """All processes, with their rounds and truces."""
    asked = Filter(talks=talks)
    return listing.page([one for one in listing.desk.record.talks if asked.of_talks(one.id, listing.desk)])


@room.get("/talks/{talks_id:path}", response_model=shape(Talks))
def one_process(asking: One, talks_id: str) -> Response:
    """One process."""
    found = asking.index.talks.get(talks_id)
    if found is None:
        raise NotFound(talks_id, "no talks have this id", "/api/v1/talks lists them")
    return asking.thing(found)


@room.get("/claims", response_model=page_of(shape(StatusClaim)))
def claims(listing: Some, asked: Filtered) -> Response:
    """Who says that talks or a truce are in which state, in the order of the days."""
    found = _claims(listing.index).chosen(asked, "oldest")
    return listing.page(found, lambda one: to_json(one.thing, listing.desk))


def _claims(index: Index) -> Listing[StatusClaim]:
    """All claims, with what they are filtered by worked out once a snapshot."""
    return once(index, "claims of programs", lambda: Listing(_listed(index.desk), index.lists))


def _listed(desk: Desk) -> Iterator[Listed[StatusClaim]]:
    for number, one in enumerate(desk.record.claims):
        origins = len({place.origin for place in one.evidence})
        day = one.day.isoformat() if one.day else ""
        yield Listed(f"{number:08}", one, of_claim(one), day, 0, origins, frozenset(desk.outlets(one.evidence)))


@room.get("/timeline", response_model=page_of(shape(Told)))
def timeline(listing: Some, asked: Filtered) -> Response:
    """The record day by day; `type` may be board, claim, incident or demand, too."""
    return listing.page(entries(listing.desk, asked), lambda one: _told(one, listing))


def _told(one: Entry, listing: Some) -> Json:
    evidence = to_json(one.evidence, listing.desk)
    return {"day": one.day.isoformat(), "kind": one.kind, "id": one.id, "what": one.what.plain, "evidence": evidence}


@room.get("/changes", response_model=page_of(shape(Change)))
def changes(
    listing: Some,
    asked: Filtered,
    since: Annotated[
        date | datetime, Query(description="A day, or with `filed` a moment, in UTC where it has no zone.")
    ],
    filed: Annotated[bool, Query(description="By when reports were added, not by when they were published.")] = False,
) -> Response:
    """What is new since a moment: statuses, incidents, figures, demands, disputes, reports."""
    cut = _moment(since) if filed else _day_of(since, listing.desk)
    return listing.page(chosen(listing.desk, listing.asking.live.record.changes(cut), asked))


def _day_of(since: date, desk: Desk) -> Cut:
    """The first day from then on of which there are reports: what was told before is the same, and linked but once."""
    asked = since.date() if isinstance(since, datetime) else since
    days = [day for head in desk.heads.values() if (day := head.published)]
    after = min((day for day in days if day >= asked), default=None)
    return Cut(datetime.combine(after or date.max, time.min, UTC))


def _moment(since: date) -> Cut:
    if not isinstance(since, datetime):
        return Cut(datetime.combine(since, time.min, UTC), filed=True)
    try:
        return Cut(since.replace(tzinfo=UTC) if since.tzinfo is None else since.astimezone(UTC), filed=True)
    except OverflowError as error:
        raise Malformed("since", "there is no such moment", "write it as 2025-11-08T12:00Z") from error
