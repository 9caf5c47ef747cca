"""What is new between a record as it was and as it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from parley.record import (
    BoardRow,
    Canon,
    Change,
    Demand,
    Dispute,
    Evidence,
    Incident,
    Move,
    Record,
    Ref,
    Toll,
    Version,
)

__all__ = ["changes"]


def changes(before: Record, after: Record) -> tuple[Change, ...]:
    """What moved: statuses, then incidents and their figures, demands, disputes, and the reports that came in.

    Each kind is in the order of its days. What the earlier record knew under another name, as two incidents that turned
    out to be one, is not new: what counts is whether it told of any of it.
    """
    found = (
        _moved(before.board, after),
        _happened(before.incidents, after.incidents),
        _asked(before.demands, after.demands),
        _disputed(before.disputes, after.disputes),
        _came(before.reports, after.reports),
    )
    return tuple(change for kind in found for change in sorted(kind, key=_order))


def _order(change: Change) -> tuple[date, str, str]:
    return change.day or date.max, change.about, change.after


def _moved(before: Sequence[BoardRow], after: Record) -> Iterator[Change]:
    """Rows that the board did not have; `before` is the state that stood until then, each with whose word it is."""
    had = {_shown(row) for row in before}
    stood: dict[tuple[str, str], str] = {}
    for row in after.board:
        about, state = (row.talks, row.track), _state(row, after.actors)
        if _shown(row) not in had:
            told = [one for number in row.claims for one in after.claims[number].evidence]
            yield Change("status", row.day, " ".join(about), stood.get(about), state, tuple(told))
        stood[about] = state


def _state(row: BoardRow, actors: Mapping[str, Canon]) -> str:
    """As "ended-no-deal (both sides)"."""
    if row.state is None:
        return "unknown"
    known = actors.get(row.rank or "")
    return f"{row.state} ({known.name if known else _RANKS.get(row.rank or '', row.rank)})"


_RANKS = {"both": "both sides", "mediator": "a mediator"}


def _shown(row: BoardRow) -> tuple[str, str, date, str | None, str | None]:
    return row.talks, row.track, row.day, row.state, row.rank


def _happened(before: Sequence[Incident], after: Sequence[Incident]) -> Iterator[Change]:
    """Incidents that nobody told of, and those of which other figures are told now."""
    known: Mapping[Ref, Incident] = {ref: one for one in before for ref in one.members}
    for incident in after:
        was = [known[ref] for ref in incident.members if ref in known]
        if not was:
            yield Change("incident", _day(incident), incident.id, None, incident.what, _told(incident.slots.values()))
        else:
            yield from _revised(was[0], incident)


def _revised(was: Incident, now: Incident) -> Iterator[Change]:
    for name, toll in now.tolls.items():
        earlier = was.tolls.get(name)
        if earlier != toll and " " not in name:  # by sides they are parts of the sum
            told = [one for version in now.slots.get(name, ()) for one in version.evidence]
            old = {one for version in was.slots.get(name, ()) for one in version.evidence}
            new = tuple(one for one in told if one not in old) or tuple(told)
            day = max((one.day for one in new if one.day), default=_day(now))
            yield Change("figure", day, now.id, _figure(name, earlier), f"{name} {toll}", new)


def _figure(name: str, toll: Toll | None) -> str | None:
    return f"{name} {toll}" if toll else None


def _day(incident: Incident) -> date | None:
    """The first day on which somebody told of it."""
    told = _told(incident.slots.values())
    return min((one.day for one in told if one.day), default=None)


def _told(slots: Iterable[Sequence[Version]]) -> tuple[Evidence, ...]:
    """All that is told in any slot, each place once."""
    found = {one.ref: one for versions in slots for version in versions for one in version.evidence}
    return tuple(found[ref] for ref in sorted(found))


def _asked(before: Sequence[Demand], after: Sequence[Demand]) -> Iterator[Change]:
    """Moves that were not told of."""
    known = {(one.ref, move.kind) for demand in before for move in demand.moves for one in move.evidence}
    for demand in after:
        last: str | None = None
        for move in demand.moves:
            if not any((one.ref, move.kind) in known for one in move.evidence):
                yield Change("demand", move.day, demand.id, last, _went(move), move.evidence)
            last = _went(move)


def _went(move: Move) -> str:
    return move.kind if move.degree is None else f"{move.kind} {move.degree}"


def _disputed(before: Sequence[Dispute], after: Sequence[Dispute]) -> Iterator[Change]:
    """Disputes that were not there, and those with a value more."""
    known = {one.id: one for one in before}
    for dispute in after:
        was = known.get(dispute.id)
        had = {version.value for version in was.versions} if was else set()
        new = [version for version in dispute.versions if version.value not in had]
        if new:
            told = tuple(one for version in (new if was else dispute.versions) for one in version.evidence)
            day = max((one.day for one in told if one.day), default=None)
            yield Change("dispute", day, dispute.id, _values(was) if was else None, _values(dispute), told)


def _values(dispute: Dispute) -> str:
    return f"{dispute.slot}: {' / '.join(version.value for version in dispute.versions)}"


def _came(before: Iterable[str], after: Iterable[str]) -> Iterator[Change]:
    had = set(before)
    yield from (Change("report", None, report, None, "added", ()) for report in after if report not in had)
