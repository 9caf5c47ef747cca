"""What people decided: the log, deciding, taking back, and carrying logs between records."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, Literal, cast

from fastapi import APIRouter, Body, HTTPException, Query, Request
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from parley.asking.bench import Asked, Bench
from parley.errors import Malformed, NotFound
from parley.exports.record_json import Json, to_json
from parley.linking.judging import active, contradictions
from parley.record import Judgement
from parley.record.judgement import Verb
from parley.web.api.answers import One, Some, json_response
from parley.web.api.shapes import page_of, shape
from parley.web.live import Live
from parley.web.people import Admin, Reviewer

__all__ = ["Entry", "Judging", "Taken", "room"]

room = APIRouter(tags=["Judging"])
LINES = "application/x-ndjson"
_MOST = 100
_LONG = 2_000
_Id = Annotated[str, Field(min_length=1, max_length=_LONG)]


class Judging(BaseModel):
    """What somebody decides of what: docs/judging.md says which verbs, fields and values fit which things."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    verb: Verb
    target: Annotated[_Id, Field(description="The id of a thing or finding; for undo, of a judgement.")]
    others: tuple[_Id, ...] = Field((), max_length=_MOST, description="What it is merged with, or is split off it.")
    field: str | None = Field(None, max_length=_LONG)
    value: str | None = Field(None, max_length=_LONG)
    why: str | None = Field(None, max_length=_LONG)

    @property
    def asked(self) -> Asked:
        """As the bench takes it."""
        return Asked(self.verb, self.target, self.others, self.field, self.value, self.why)


class Why(BaseModel):
    """Why something is taken back."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    why: str | None = Field(None, max_length=_LONG)


Standing = Literal["stands", "undone", "overruled", "changed", "orphaned", "unread", "gone"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry(Judgement):
    """A judgement of the log: whether it was taken back, and the judgements of others that contradict it, by id.

    `standing` says what became of it: it "stands"; it is "undone", or "overruled" by the later one of somebody else
    whom the record follows; of one that holds, the words round its finding are "changed", its words are gone
    ("orphaned"), nothing is read there any more ("unread"), or what it is about is not in the record ("gone")."""

    undone: bool
    standing: Standing
    contradicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two people decided one matter differently; `stands` is the later decision, which the record follows."""

    overruled: Judgement
    stands: Judgement


@dataclass(frozen=True, slots=True)
class Taken:
    """How many judgements of a log were new and how many there, and all that people decided differently."""

    new: int
    known: int
    contradictions: tuple[Pair, ...]


@room.get("/judgements", response_model=page_of(shape(Entry)))
def judgements(
    listing: Some,
    about: Annotated[str | None, Query(max_length=_LONG, description="On this thing or finding, by its id.")] = None,
    user: Annotated[str | None, Query(max_length=_LONG, description="By whom, by the whole name.")] = None,
    undone: Annotated[bool | None, Query(description="Only what was taken back, or only what holds.")] = None,
) -> Response:
    """All that was decided, the last first."""
    log = listing.desk.judgements
    found = log if about is None else [one for one in log if about in (one.target, *one.others)]
    holds = {one.id for one in active(log)} if undone is not None else frozenset[str]()
    chosen = [one for one in reversed(found) if user in (None, one.user)]
    if undone is not None:
        chosen = [one for one in chosen if undone == (one.id not in holds and one.verb != "undo")]
    some = chosen[listing.first : listing.first + listing.size]
    return listing.part(
        len(chosen), lambda: [to_json(one, listing.desk) for one in _entries(some, listing.asking.live.bench())]
    )


@room.get("/judgements/{judgement_id:path}", response_model=shape(Entry))
def judgement(asking: One, judgement_id: str) -> Response:
    """One judgement."""
    found = next((one for one in asking.desk.judgements if one.id == judgement_id), None)
    if found is None:
        raise NotFound(judgement_id, "no judgement has this id", "/api/v1/judgements lists them")
    return asking.thing(next(_entries([found], asking.live.bench())))


@room.post("/judgements", status_code=HTTPStatus.CREATED, response_model=list[shape(Judgement)])  # type: ignore[misc]
def judge(
    request: Request, reviewer: Reviewer, decided: Annotated[list[Judging], Body(min_length=1, max_length=_MOST)]
) -> Response:
    """Decide something, or several things at once: all of it is kept or, where one does not fit, nothing."""
    return _judged(request.app.state.live, [one.asked for one in decided], reviewer.name)


@room.post(
    "/undo/{judgement_id:path}",
    status_code=HTTPStatus.CREATED,
    response_model=list[shape(Judgement)],  # type: ignore[misc]
)
def undo(request: Request, reviewer: Reviewer, judgement_id: str, reason: Why | None = None) -> Response:
    """Take a judgement back; the record is as if it had never been. An undo can be taken back, too."""
    asked = Asked("undo", judgement_id, why=reason.why if reason else None)
    return _judged(request.app.state.live, [asked], reviewer.name)


_LOG: dict[int | str, dict[str, object]] = {
    200: {"description": "One judgement a line.", "content": {LINES: {"schema": {"type": "string"}}}}
}


@room.get("/log", responses=_LOG, response_class=Response)
def export(asking: One) -> Response:
    """The whole log as JSON Lines, for another record of the same reports; as `parley judge export`."""
    bench = asking.live.bench()
    headers = {"Content-Disposition": 'attachment; filename="judgements.jsonl"'}
    return asking.bytes(lambda: "".join(f"{line}\n" for line in bench.lines()).encode(), LINES, **headers)


@room.post(
    "/log",
    response_model=shape(Taken),
    openapi_extra={"requestBody": {"required": True, "content": {LINES: {"schema": {"type": "string"}}}}},
)
async def take_in(request: Request, admin: Admin) -> Response:
    """Add a log as `/log` gives it, or `parley judge export`, with the names of those who judged there.

    Where two people contradict each other, both judgements stay and the later one is followed."""
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != LINES:
        raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"send it as {LINES}")
    content = await request.body()
    live: Live = request.app.state.live
    return json_response(await run_in_threadpool(_taken, live, content))


def _taken(live: Live, content: bytes) -> Json:
    with tempfile.TemporaryDirectory(prefix="parley-") as folder, live.writing():
        file = Path(folder) / "log"
        file.write_bytes(content)
        try:
            taken = live.bench().take_in(file)
        except Malformed as error:
            raise Malformed(error.source.replace(str(file), "the log"), error.problem, error.hint) from error
    pairs = tuple(Pair(one.overruled, one.stands) for one in taken.contradictions)
    return to_json(Taken(taken.new, taken.known, pairs), live.desk)


def _judged(live: Live, asked: Sequence[Asked], user: str) -> Response:
    made = live.judge(asked, user)
    return json_response(to_json(made, live.desk), HTTPStatus.CREATED)


def _entries(some: Sequence[Judgement], bench: Bench) -> Iterator[Entry]:
    """How some judgements stand among all others, in the order given."""
    later = {pair.overruled.id for pair in contradictions(bench.record.judgements)}
    for one in bench.entries(some):
        judged = one.judgement
        said = {field.name: getattr(judged, field.name) for field in fields(Judgement)}
        stands = "undone" if one.undone else "overruled" if judged.id in later else one.standing
        yield Entry(**said, undone=one.undone, standing=cast("Standing", stands), contradicts=one.against)
