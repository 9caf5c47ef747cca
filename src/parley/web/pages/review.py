"""The review queue: one question after another, the least certain and most consequential first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import Response

from parley.asking.bench import Asked
from parley.asking.queue import Doubt
from parley.errors import InputError
from parley.linking.judging import active
from parley.record import Judgement
from parley.web.cards import Card, card
from parley.web.notices import Notice
from parley.web.pages.judging import back_with, done, problem_of, wants_json
from parley.web.people import Reviewer
from parley.web.rendering import fragment, render
from parley.web.translation import gettext as _
from parley.web.waiting import Waiting

__all__ = ["Dealt", "ReviewPage", "SortLink", "dealt", "done_today", "room"]

room = APIRouter()
_AHEAD = 6
_MOST = 20


@dataclass(frozen=True, slots=True)
class SortLink:
    """A sort of questions, how many of them wait, and whether they are the ones shown."""

    name: str
    url: str
    number: int
    here: bool


@dataclass(frozen=True, slots=True)
class Dealt:
    """A card at its place in the queue, counted from 1. Its own address is `here`, its buttons lead to `then`; `skip`
    are the fields that lead to the next one."""

    card: Card
    position: int
    here: str
    then: str
    skip: tuple[tuple[str, str], ...]
    before: str | None


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """`dealt` is empty where nothing waits; `ready` is False while the queue is being worked out for the first time;
    `today` is how many the reader has judged since midnight UTC."""

    dealt: tuple[Dealt, ...]
    total: int
    today: int
    sorts: tuple[SortLink, ...]
    sort: str
    ready: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the queue somebody is: at a key or, where that is gone, at a position, counted from 1."""

    sort: str = ""
    at: str = ""
    n: int = 1

    def fields(self, at: str, n: int) -> tuple[tuple[str, str], ...]:
        """What leads to another place of the same queue."""
        given = (("sort", self.sort), ("at", at), ("n", str(n)))
        return tuple((name, value) for name, value in given if value)

    def url(self, at: str, n: int) -> str:
        """The page of another place."""
        return f"/review?{urlencode(self.fields(at, n))}"


@room.get("/review")
def review(
    request: Request,
    reviewer: Reviewer,
    sort: str = "",
    at: str = "",
    n: Annotated[int, Query(ge=1)] = 1,
) -> Response:
    """The page, with one card."""
    page = _page(request, reviewer.name, Place(sort, at, n), 1)
    return render(request, "review.html", page)


@room.get("/review/cards")
def cards(
    request: Request,
    reviewer: Reviewer,
    sort: str = "",
    after: str = "",
    n: Annotated[int, Query(ge=1)] = 1,
    count: Annotated[int, Query(ge=1, le=_MOST)] = _AHEAD,
) -> Response:
    """The cards that come after one, for scripts that show them at once."""
    page = _page(request, reviewer.name, Place(sort, after, n), count + 1)
    following = page.dealt[1:] if page.dealt and page.dealt[0].card.key == after else page.dealt[:count]
    return fragment(request, "review_cards.html", ReviewPage(following, page.total, page.today, (), sort, page.ready))


@room.post("/review/undo")
def undo(request: Request, reviewer: Reviewer, back: Annotated[str, Form()] = "/review") -> Response:
    """Take back what the reviewer decided last."""
    live = request.app.state.live
    last = _mine(live.judgements, reviewer.name)
    if not last:
        return back_with(request, Notice(_("There is nothing of yours to take back."), problem=True), back)
    try:
        decide = live.keep if wants_json(request) else live.judge
        made = decide([Asked("undo", last[-1].id)], reviewer.name)
    except InputError as error:
        return back_with(request, problem_of(error), back)
    return back_with(request, done(made[0], live.desk, live.judgements), back)


def _page(request: Request, user: str, place: Place, count: int) -> ReviewPage:
    live = request.app.state.live
    found = _waiting(request).doubts()
    doubts = [one for one in found or () if place.sort in ("", one.sort)]
    return ReviewPage(
        dealt=dealt(request, doubts, place, count),
        total=len(doubts),
        today=done_today(live.judgements, user, live.now().date()),
        sorts=_sorts(found or (), place.sort),
        sort=place.sort,
        ready=found is not None,
    )


def _waiting(request: Request) -> Waiting:
    state = request.app.state
    if not hasattr(state, "waiting"):
        state.waiting = Waiting(state.live)
    found: Waiting = state.waiting
    return found


def dealt(request: Request, doubts: Sequence[Doubt], place: Place, count: int) -> tuple[Dealt, ...]:
    """So many cards from a place on, without those of which nothing is left in the record."""
    index, readings = request.app.state.live.index, _waiting(request).reading
    first = _position(doubts, place)
    shown = (
        (number, made)
        for number in range(first, len(doubts))
        if (made := card(doubts[number], readings, index)) is not None
    )
    return tuple(_dealt(doubts, number, made, place) for number, made in islice(shown, count))


def _dealt(doubts: Sequence[Doubt], number: int, made: Card, place: Place) -> Dealt:
    after = doubts[number + 1].key if number + 1 < len(doubts) else ""
    return Dealt(
        card=made,
        position=number + 1,
        here=place.url(made.key, number + 1),
        then=place.url(after, number + 1),
        skip=place.fields(after, number + 2 if after else 1),
        before=place.url(doubts[number - 1].key, number) if number else None,
    )


def _position(doubts: Sequence[Doubt], place: Place) -> int:
    """Counted from 0."""
    if place.at:
        target = place.at.partition("|")[0]
        for number, one in enumerate(doubts):
            if one.target == target and one.key == place.at:
                return number
    return max(0, min(place.n, len(doubts)) - 1)


def _sorts(doubts: Sequence[Doubt], here: str) -> tuple[SortLink, ...]:
    counts = Counter[str](one.sort for one in doubts)
    names = {
        "finding": _("Findings"),
        "incidents": _("Incidents that may be one"),
        "dispute": _("Disputes"),
        "demand": _("Fulfilment"),
        "actors": _("Actors that may be one"),
    }
    every = SortLink(_("All"), "/review", len(doubts), here == "")
    return (
        every,
        *(SortLink(name, f"/review?sort={sort}", counts[sort], here == sort) for sort, name in names.items()),
    )


def _mine(judgements: Sequence[Judgement], user: str) -> list[Judgement]:
    """What somebody decided and has not taken back, in order."""
    return [one for one in active(judgements) if one.user == user]


def done_today(judgements: Sequence[Judgement], user: str, day: date) -> int:
    """How many things somebody judged on a day."""
    return len({one.target for one in _mine(judgements, user) if one.at.date() == day})
