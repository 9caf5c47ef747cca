"""What people should look at first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from parley.asking.queue import Doubt, Sort, Touch
from parley.errors import Busy
from parley.exports.record_json import to_json
from parley.web.api.answers import Some
from parley.web.api.shapes import page_of, shape
from parley.web.people import Reviewer
from parley.web.waiting import Waiting

__all__ = ["Waits", "room"]

room = APIRouter(tags=["Judging"])


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing to decide. `risk` is the probability that it is otherwise than the record has it; `touches` are what
    would be otherwise then, and `urgency` how much that is.

    Of two things that may be one, `others` holds the second."""

    sort: Sort
    target: str
    others: tuple[str, ...]
    risk: float
    urgency: float
    touches: tuple[Touch, ...]


@room.get("/queue", response_model=page_of(shape(Waits)))
def queue(
    request: Request,
    reviewer: Reviewer,
    listing: Some,
    sort: Annotated[Sort | None, Query(description="Only what is to be decided of such things.")] = None,
) -> Response:
    """What nobody has judged yet, the most urgent first; 503 while it is worked out for the first time."""
    waiting: Waiting = request.app.state.waiting
    found = waiting.doubts()
    if found is None:
        raise Busy("the review queue", "it is being worked out", "ask again in a few seconds")
    chosen = [one for one in found if sort in (None, one.sort)]
    return listing.page(chosen, lambda one: to_json(_waits(one), listing.desk), changing=True)


def _waits(one: Doubt) -> Waits:
    return Waits(one.sort, one.target, one.others, one.risk, one.urgency, one.touches)
