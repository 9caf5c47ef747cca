"""What is new since a moment, with what it was before and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rich.text import Text

from parley.exports.columns import indented
from parley.exports.record_desk import FAINT, HEAD, Desk, as_day, plural
from parley.exports.record_filter import Facets, Filter, of_demand, of_dispute, of_incident
from parley.exports.record_json import Json, to_json
from parley.exports.record_naming import title_of
from parley.exports.record_worded import worded
from parley.record import Change

__all__ = ["HEADINGS", "change_json", "change_lines", "change_words", "chosen", "foremost"]

HEADINGS = {
    "status": "The talks moved",
    "incident": "New incidents",
    "figure": "Figures that are told otherwise",
    "demand": "Demands that moved",
    "dispute": "Disputes",
    "report": "Reports that came in",
}
_FEW = 12


def chosen(desk: Desk, found: Sequence[Change], asked: Filter) -> list[Change]:
    """The changes that are asked for; `asked.kind` may be a kind of change."""
    if asked == Filter():
        return list(found)
    return [one for one in found if asked.keeps(_facets(one, desk), desk)]


def _facets(change: Change, desk: Desk) -> Facets:
    """Those of what changed, with the places of the change itself."""
    whole = _of(change.about, desk)
    days = (change.day.isoformat(),) if change.day else ()
    people = frozenset(one.claimant.id for one in change.evidence)
    kinds = frozenset((change.kind,))
    if whole is None:
        talks = change.about.partition(" ")[0] if change.kind == "status" else None
        return Facets(kinds, people, talks, days, change.evidence)
    return Facets(kinds | whole.kinds, people | whole.people, whole.talks, days or whole.days, change.evidence)


def _of(about: str, desk: Desk) -> Facets | None:
    if about in desk.incidents:
        return of_incident(desk.incidents[about])
    if about in desk.demands:
        return of_demand(desk.demands[about])
    return of_dispute(desk.disputes[about], None) if about in desk.disputes else None


def change_json(desk: Desk, found: Sequence[Change], asked: Filter) -> Iterator[Json]:
    """One object a change."""
    return (to_json(one, desk) for one in chosen(desk, found, asked))


def change_lines(desk: Desk, found: Sequence[Change], asked: Filter) -> Iterator[Text]:
    """A heading a kind, a paragraph a change; incidents of most origins first, and no more than a few."""
    kept = chosen(desk, found, asked)
    if not kept:
        yield Text("nothing is new", FAINT)
    for kind, group in groupby(kept, key=lambda one: one.kind):
        these = list(group)
        if kind != "status":
            yield Text()
        yield Text(f"{HEADINGS[kind]} ({len(these)})", HEAD)
        shown = these if asked.kind else foremost(these)
        for one in shown:
            yield from _lines(one, desk)
        if len(shown) < len(these):
            yield Text(f"  and {plural(len(these) - len(shown), 'change')} more: --type {kind} shows all", FAINT)


def foremost(changes: Sequence[Change]) -> Sequence[Change]:
    """A few of one kind: those told by most origins, in the order in which they stood."""
    if len(changes) <= _FEW:
        return changes
    ranked = sorted(changes, key=lambda one: -len({place.origin for place in one.evidence}))[:_FEW]
    return [one for one in changes if one in ranked]


def _lines(change: Change, desk: Desk) -> Iterator[Text]:
    if change.kind == "report":
        head = desk.heads[change.about]
        title = head.title or head.id
        text = Text.assemble(f"{desk.outlet(head.id)}, {as_day(head.published)}: ", title, (f"  {head.id}", FAINT))
        yield from indented(text, desk.width, 2)
        return
    yield from indented(change_words(change, desk), desk.width, 2)
    yield from desk.cites(change.evidence, 4, 2)


def change_words(change: Change, desk: Desk, *, dated: bool = True) -> Text:
    """What is new, of what, and what it was before; `dated` with the day."""
    day = f"{as_day(change.day)} · " if change.day and dated else ""
    after, was = change.after, change.before
    if change.kind in ("status", "dispute"):
        after, was = worded(after, desk), worded(was, desk) if was else was
    before = (f"  (before: {was})", FAINT) if was else ""
    if change.kind in ("incident", "dispute"):
        title = after if change.kind == "incident" else f"{title_of(_about(change, desk), desk)} · {after}"
        return Text.assemble(day, (title, HEAD), before, (f"  {change.about}", FAINT))
    about, _, track = change.about.partition(" ") if change.kind == "status" else (change.about, "", "")
    return Text.assemble(day, title_of(about, desk), f" · {track}" if track else "", ": ", (after, HEAD), before)


def _about(change: Change, desk: Desk) -> str:
    dispute = desk.disputes.get(change.about)
    return dispute.about if dispute else change.about
