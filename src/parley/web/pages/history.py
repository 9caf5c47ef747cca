"""The history: every judgement, by whom, on what words, and what became of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from fastapi import APIRouter, Request, UploadFile
from starlette.responses import PlainTextResponse, Response

from parley.asking.bench import Bench, Entry
from parley.errors import InputError
from parley.exports import wording
from parley.exports.record_desk import Desk, as_day
from parley.exports.record_judged import decided, kind_of_id, thing_words
from parley.linking.judging import Contradiction, history
from parley.record import Judgement
from parley.web import addresses
from parley.web.notices import Notice
from parley.web.pages.judging import back_with, problem_of
from parley.web.paging import Paged, paged
from parley.web.people import Admin, Reader
from parley.web.rendering import render
from parley.web.translation import gettext as _

__all__ = ["Chosen", "HistoryPage", "Line", "Taken", "history_lines", "room"]

room = APIRouter()
_MOST = 50
_VERBS = ("accept", "reject", "correct", "merge", "split", "name", "resolve", "fulfil", "undo")


@dataclass(frozen=True, slots=True)
class Line:
    """One judgement: `kind` is empty where `thing` says it, `standing` says what became of it, where anything did, and
    `against` whom it contradicts."""

    id: str
    at: str
    user: str
    verb: str
    what: str
    thing: str
    kind: str
    url: str
    quote: str
    why: str
    standing: str
    against: tuple[str, ...]
    undone: bool


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which judgements are shown: by whom, of which verb, about which id or part of one."""

    user: str = ""
    verb: str = ""
    thing: str = ""

    def keeps(self, one: Judgement) -> bool:
        """Whether a judgement is shown."""
        about = "\n".join((one.id, one.target, *one.others)).casefold()
        return self.user in ("", one.user) and self.verb in ("", one.verb) and self.thing.strip().casefold() in about


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking in another log: the judgements that are new, and where people decided otherwise."""

    name: str
    known: int
    new: tuple[Line, ...]
    more: int
    contradictions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """`users` and `verbs` are those that there are; `taken` is what was just taken in."""

    lines: Paged[Line]
    chosen: Chosen
    users: tuple[str, ...]
    verbs: tuple[str, ...]
    every: int
    taken: Taken | None = None


@room.get("/history")
def log_page(request: Request, reader: Reader, user: str = "", verb: str = "", thing: str = "") -> Response:
    """The page."""
    return render(request, "history.html", _page(request, Chosen(user, verb, thing)))


@room.get("/history.jsonl")
def export(request: Request, reader: Reader) -> Response:
    """The log as a file that `parley judge import` takes."""
    lines = "".join(f"{line}\n" for line in request.app.state.live.bench().lines())
    headers = {"Content-Disposition": 'attachment; filename="judgements.jsonl"', "Cache-Control": "no-store"}
    return PlainTextResponse(lines, headers=headers, media_type="application/jsonl")


@room.post("/history/import")
def take_in(request: Request, admin: Admin, log: UploadFile) -> Response:
    """Take in another person's log, and show what is new; it brings the names of others, and so takes an admin."""
    live = request.app.state.live
    before = {one.id for one in live.judgements}
    name = Path(log.filename or "").name or "log.jsonl"
    try:
        with tempfile.TemporaryDirectory() as folder, live.writing():
            file = Path(folder, name)
            file.write_bytes(log.file.read())
            taken = live.bench().take_in(file)
    except InputError as error:
        said = problem_of(error)
        return back_with(request, Notice(said.said.replace(f"{folder}/", ""), problem=True), "/history")
    bench, desk = live.bench(), live.desk
    new = [one for one in reversed(desk.judgements) if one.id not in before]
    told = Taken(
        name=name,
        known=taken.known,
        new=tuple(history_lines(new[:_MOST], bench, desk)),
        more=max(0, len(new) - _MOST),
        contradictions=tuple(_contradiction(one, desk) for one in taken.contradictions),
    )
    return render(request, "history.html", _page(request, Chosen(), told))


def _page(request: Request, chosen: Chosen, taken: Taken | None = None) -> HistoryPage:
    live = request.app.state.live
    desk: Desk = live.desk
    everything = desk.judgements
    kept = _about(chosen, everything)
    shown = paged(request, [one for one in reversed(everything) if chosen.keeps(one) or one.id in kept])
    lines = {line.id: line for line in history_lines(shown.items, live.bench(), desk)}
    return HistoryPage(
        lines=Paged(tuple(lines.values()), shown.total, shown.first, shown.last, shown.before, shown.after),
        chosen=chosen,
        users=tuple(sorted({one.user for one in everything})),
        verbs=_VERBS,
        every=len(everything),
        taken=taken,
    )


def _about(chosen: Chosen, everything: Sequence[Judgement]) -> set[str]:
    """All that was ever decided about a thing that is named in full, with what was undone and who undid it."""
    if not chosen.thing or chosen.user or chosen.verb:
        return set()
    return {one.id for one in history(everything, chosen.thing.strip())}


def history_lines(judgements: Iterable[Judgement], bench: Bench, desk: Desk) -> Iterator[Line]:
    """Some judgements as the page shows them, in the order given."""
    wanted = list(judgements)
    by_id = {one.id: one for one in desk.judgements}
    return (_line(entry, by_id, bench, desk) for entry in bench.entries(wanted))


def _line(entry: Entry, by_id: Mapping[str, Judgement], bench: Bench, desk: Desk) -> Line:
    one = entry.judgement
    about = by_id.get(one.target, one) if one.verb == "undo" else one
    what = decided(one, desk) if about is one else f"{decided(one, desk)}: {decided(about, desk)}"
    kind, thing = kind_of_id(about.target, desk), thing_words(about.target, desk)
    return Line(
        id=one.id,
        at=f"{as_day(one.at.date())}, {one.at:%H:%M}",
        user=wording.shown(one.user),
        verb=one.verb,
        what=wording.shown(what),
        thing=thing,
        kind="" if thing.startswith(kind) else kind,
        url=_url(about, bench, desk),
        quote=wording.shown(about.quote or ""),
        why=wording.shown(one.why or ""),
        standing=_standing(entry),
        against=tuple(_said(by_id[id_], desk) for id_ in entry.against if id_ in by_id),
        undone=entry.undone,
    )


def _standing(entry: Entry) -> str:
    if entry.undone:
        return _("taken back")
    return {
        "changed": _("the words round it are others now"),
        "orphaned": _("its words are gone"),
        "unread": _("nothing is read there any more"),
        "gone": _("what it is about is not in the record"),
    }.get(str(entry.standing), "")


def _said(one: Judgement, desk: Desk) -> str:
    return _("%(user)s: %(what)s") % {"user": wording.shown(one.user), "what": decided(one, desk)}


def _contradiction(one: Contradiction, desk: Desk) -> str:
    words = {
        "about": thing_words(one.stands.target, desk),
        "first": _said(one.overruled, desk),
        "last": _said(one.stands, desk),
    }
    return _("%(about)s — %(first)s; %(last)s, which is later and is followed") % words


_PAGES = {"incident": "incidents", "demand": "demands", "dispute": "disputes", "actor": "actors"}


def _url(one: Judgement, bench: Bench, desk: Desk) -> str:
    """The thing's page, or the words of a finding in its report; nothing where the record has it no more."""
    kind = kind_of_id(one.target, desk)
    if kind in _PAGES:
        there = chain(desk.incidents, desk.demands, desk.disputes, desk.record.actors)
        return addresses.to(_PAGES[kind], one.target) if one.target in set(there) else ""
    if kind in ("talks", "round", "truce"):
        return addresses.to("talks", ":".join(one.target.split(":")[:2]))
    span = next(iter(bench.record.store.passages(one.id).values()), None)
    if span is not None:
        return addresses.of_finding(span)
    return addresses.to("reports", one.target.partition("#")[0])
