"""What changed since somebody was here last, or since a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from itertools import groupby
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from parley.asking.cut import Cut
from parley.exports import wording
from parley.exports.record_changes import HEADINGS, foremost
from parley.exports.record_desk import Desk, as_day
from parley.exports.record_naming import title_of
from parley.record import Change
from parley.store.visits import last_visit, mark_seen
from parley.web import addresses
from parley.web.cites import Cite, cites
from parley.web.live import Live
from parley.web.news import news_of
from parley.web.people import Person, Reader
from parley.web.rendering import fragment, is_partial, render
from parley.web.states import state_words
from parley.web.translation import gettext as _
from parley.web.wordings import worded

__all__ = ["VISIT", "ChangesPage", "Since", "changes_page", "days_back", "room", "since_of"]

room = APIRouter()
VISIT = "visit"
_SOON, _PATIENT = 0.4, 45.0
"""Seconds that a piece of a page waits before it is told to come again, and a page of its own."""


@dataclass(frozen=True, slots=True)
class Since:
    """Since when: `asked` as it stands in an address, `cut` None on a first visit."""

    asked: str
    words: str
    cut: Cut | None


@dataclass(frozen=True, slots=True)
class Row:
    """A change: what it is now, of what, and what it was before."""

    day: str
    what: str
    before: str
    url: str
    cites: tuple[Cite, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Group:
    """The changes of one kind; `more` are not shown, `url` leads to them all."""

    title: str
    total: int
    rows: tuple[Row, ...]
    more: int
    url: str


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """`groups` None: it is still worked out. `until` is the moment up to which everything is among them."""

    since: Since
    until: str
    url: str
    groups: tuple[Group, ...] | None


@room.get("/changes")
def changed(
    request: Request,
    reader: Reader,
    since: Annotated[str, Query(max_length=40)] = VISIT,
    kind: Annotated[str, Query(max_length=20)] = "",
) -> Response:
    """The page, or the piece of the board; `since` is `visit` or a day, `kind` asks for all of one kind."""
    live, partial = request.app.state.live, is_partial(request)
    page = changes_page(live, since_of(since, reader, live), kind, _SOON if partial else _PATIENT)
    return fragment(request, "changes_part.html", page) if partial else render(request, "changes.html", page)


@room.post("/seen")
def seen(
    request: Request,
    reader: Reader,
    until: Annotated[str, Form(max_length=40)],
    back: Annotated[str, Form(max_length=400)] = "/",
) -> Response:
    """What was there until that moment is not new any more."""
    live = request.app.state.live
    as_of, record = live.as_of, live.desk.record
    moment = min(_moment(until) or as_of, as_of)
    mark_seen(live.record.store, reader.name, until=moment, now=live.now())
    if moment == as_of:
        news_of(live).hold(moment, record)
    return RedirectResponse(addresses.inside(back), HTTPStatus.SEE_OTHER)


def since_of(asked: str, person: Person, live: Live) -> Since:
    """Since when somebody wants to know; what is no day stands for the last visit."""
    day = _day(asked)
    if day:
        cut = Cut(datetime(day.year, day.month, day.day, tzinfo=UTC))
        return Since(day.isoformat(), _("in reports published since %(day)s") % {"day": as_day(day)}, cut)
    before = last_visit(live.record.store, person.name, now=live.as_of)
    if before is None:
        return Since(VISIT, "", None)
    words = _("in reports filed since your last visit, %(day)s, %(hour)s UTC")
    return Since(VISIT, words % {"day": as_day(before.date()), "hour": f"{before:%H:%M}"}, Cut(before, filed=True))


def days_back(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Days that are often asked for, counted from the last report: how far back, and the day."""
    last = desk.last_day
    if last is None:
        return ()
    named = ((_("one day"), 1), (_("a week"), 7), (_("four weeks"), 28))
    return tuple((name, (last - timedelta(days=days)).isoformat()) for name, days in named)


def changes_page(live: Live, since: Since, kind: str, patience: float) -> ChangesPage:
    """What is new, as far as it is worked out within so many seconds."""
    until, desk = live.as_of, live.desk
    found = news_of(live).since(since.cut, patience) if since.cut else ()
    groups = None if found is None else tuple(_groups(found, since, kind, desk))
    return ChangesPage(since, until.isoformat(), f"/changes?since={quote(since.asked)}", groups)


def _day(asked: str) -> date | None:
    try:
        return date.fromisoformat(asked)
    except ValueError:
        return None


def _moment(given: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        return None
    return found if found.tzinfo else None


def _groups(found: Sequence[Change], since: Since, kind: str, desk: Desk) -> Iterator[Group]:
    for name, group in groupby(found, key=lambda one: one.kind):
        these = list(group)
        if kind in ("", name):
            shown = these if kind else foremost(these)
            url = f"/changes?since={quote(since.asked)}&kind={name}"
            rows = tuple(_row(one, desk) for one in shown)
            yield Group(_(HEADINGS[name]), len(these), rows, len(these) - len(shown), url)


def _row(change: Change, desk: Desk) -> Row:
    what, url = _what(change, desk)
    shown, more = cites(change.evidence, desk, 2)
    before = _state(change.before or "") if change.kind == "status" else worded(change.before or "", desk)
    told = desk.told_by(change.evidence) if more else ""
    return Row(as_day(change.day) if change.day else "", what, before, url, shown, told)


def _what(change: Change, desk: Desk) -> tuple[str, str]:
    """In a line, and where it leads."""
    about = change.about
    match change.kind:
        case "status":
            talks, _space, track = about.partition(" ")
            return f"{title_of(talks, desk)} · {track}: {_state(change.after)}", addresses.to("talks", talks)
        case "incident":
            return change.after, addresses.to("incidents", about)
        case "figure":
            return f"{title_of(about, desk)}: {change.after}", addresses.to("incidents", about)
        case "demand":
            return f"{title_of(about, desk)}: {change.after}", addresses.to("demands", about)
        case "dispute":
            dispute = desk.disputes.get(about)
            title = title_of(dispute.about, desk) if dispute else about
            return f"{title} · {worded(change.after, desk)}", addresses.to("disputes", about)
        case _:
            head = desk.heads[about]
            title = wording.shown(head.title or head.id)
            return f"{desk.outlet(about)}, {as_day(head.published)}: {title}", addresses.to("reports", about)


def _state(told: str) -> str:
    """As "ended-no-deal (both sides)", in words."""
    state, paren, whose = told.partition(" (")
    return f"{state_words(state)}{paren}{whose}" if told else ""
