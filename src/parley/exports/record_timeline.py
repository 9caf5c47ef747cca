"""The record day by day: what the board shows, who claims what of the talks, what happened, what was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from rich.text import Text

from parley.exports.columns import Cells, row_lines
from parley.exports.record_demands import move_words, parties
from parley.exports.record_desk import FAINT, HEAD, Desk, as_day, earliest, plural
from parley.exports.record_filter import Filter, of_claim, of_demand, of_incident
from parley.exports.record_incidents import tolls_words
from parley.exports.record_json import Json, to_json
from parley.exports.record_status import STATE, about_words, rank_words
from parley.exports.record_worded import state_words
from parley.record import BoardRow, Demand, Evidence, Incident, StatusClaim

__all__ = ["KINDS", "Entry", "entries", "timeline_json", "timeline_lines"]

KINDS = ("board", "claim", "incident", "demand")
"""What stands in a timeline, in the order of one day."""
_KIND, _IN = 10, 2
_DAY_LONG = len("2025-11-08")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a day; `minor` are incidents that one origin alone tells and that nobody is told to have died in."""

    day: date
    kind: str
    id: str
    what: Text
    evidence: tuple[Evidence, ...]
    minor: bool = False


def entries(desk: Desk, asked: Filter) -> list[Entry]:
    """All that is asked for and has a day, in order. `asked.kind` may be one of `KINDS` or a type, track or state."""
    kinds = [kind for kind in KINDS if asked.kind == kind] or list(KINDS)
    rest = replace(asked, kind=None) if asked.kind in KINDS else asked
    makers = {"board": _board, "claim": _claims, "incident": _incidents, "demand": _demands}
    found = [entry for kind in kinds for entry in makers[kind](desk, rest)]
    kept = [one for one in found if asked.in_days(one.day)]
    return sorted(kept, key=lambda one: (one.day, KINDS.index(one.kind), one.id))


def _board(desk: Desk, asked: Filter) -> Iterator[Entry]:
    """What the board shows from a day on; left out where it is asked for people, outlets or origins."""
    if asked.actor or asked.side or asked.outlet or asked.origins > 1:
        return
    for row in desk.record.board:
        if asked.of_talks(row.talks, desk) and (asked.kind is None or asked.kind in (row.track, row.state)):
            yield Entry(row.day, "board", row.talks, _row(row, desk), ())


def _row(row: BoardRow, desk: Desk) -> Text:
    state, code = state_words(row.state), row.state or ""
    talks = desk.talks(row.talks)
    about = about_words(row.about, talks) if talks else ""
    where = f" · {about}" if about else ""
    rule = (f" · {rank_words(row, desk)}", FAINT)
    return Text.assemble(f"{row.track} → ", (state, f"bold {STATE.get(code, 'green')}"), where, rule)


def _claims(desk: Desk, asked: Filter) -> Iterator[Entry]:
    for claim in desk.record.claims:
        if claim.day and asked.keeps(of_claim(claim), desk):
            yield Entry(claim.day, "claim", claim.talks, _claim(claim), claim.evidence)


def _claim(claim: StatusClaim) -> Text:
    doubt = "" if claim.reality == "actual" else f" ({claim.reality})"
    back = f", as of {claim.as_of}" if claim.as_of else ""
    return Text.assemble(f"{claim.track}: ", (state_words(claim.state), STATE.get(claim.state, "green")), doubt, back)


def _incidents(desk: Desk, asked: Filter) -> Iterator[Entry]:
    for incident in desk.record.incidents:
        facets = of_incident(incident)
        day = _day_of(incident)
        if day and asked.keeps(facets, desk):
            minor = len({one.origin for one in facets.evidence}) < 2 and not incident.tolls
            yield Entry(day, "incident", incident.id, _incident(incident), facets.evidence, minor)


def _day_of(incident: Incident) -> date | None:
    """The first day of it; None where none is told."""
    first = (incident.when or "").partition("/")[0]
    return date.fromisoformat(first) if len(first) == _DAY_LONG else None


def _incident(incident: Incident) -> Text:
    tolls = tolls_words(incident.tolls)
    return Text.assemble((incident.what, HEAD), (f" · {tolls}" if tolls else "", "red"))


def _demands(desk: Desk, asked: Filter) -> Iterator[Entry]:
    for demand in desk.record.demands:
        if asked.keeps(of_demand(demand), desk):
            yield from _moves(demand, desk)


def _moves(demand: Demand, desk: Desk) -> Iterator[Entry]:
    for move in demand.moves:
        if move.day:
            what = Text.assemble((f"{demand.kind} {move_words(move)}", HEAD), f" · {parties(demand, desk)}")
            yield Entry(move.day, "demand", demand.id, what, move.evidence)


def timeline_json(desk: Desk, asked: Filter) -> Iterator[Json]:
    """One object a line of the timeline."""
    for one in entries(desk, asked):
        yield {
            "day": one.day.isoformat(),
            "kind": one.kind,
            "id": one.id,
            "what": one.what.plain,
            "evidence": to_json(one.evidence, desk),
        }


def timeline_lines(desk: Desk, asked: Filter) -> Iterator[Text]:
    """A heading a day; what it leaves out is said at the end."""
    found = entries(desk, asked)
    shown = [one for one in found if asked.kind is not None or not one.minor]
    if not shown:
        yield Text("nothing that has a day", FAINT)
    for day, group in groupby(shown, key=lambda one: one.day):
        yield Text(as_day(day), HEAD)
        before = None
        for one in group:
            yield from _entry(one, before != one.kind, desk)
            before = one.kind
    if len(shown) < len(found):
        left = plural(len(found) - len(shown), "incident")
        yield Text(f"left out: {left} of one origin without casualties (--type incident shows them)", FAINT)


def _entry(one: Entry, first: bool, desk: Desk) -> Iterator[Text]:
    said = Text().append_text(one.what)
    chosen = earliest(one.evidence)
    for place in chosen[:1]:
        said.append("\n").append_text(desk.cited(place, 140))
    if len(chosen) > 1:
        said.append(f"  [{desk.told_by(one.evidence)}]", FAINT)
    cells: Cells = (Text(one.kind if first else "", FAINT), said)
    for line in row_lines(cells, (_KIND, max(20, desk.width - _KIND - 2 * _IN))):
        yield Text(" " * _IN).append_text(line)
