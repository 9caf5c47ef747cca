"""Where the record has it from: outlets, their origins, how often each is first, and how often alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rich.text import Text

from parley.exports.columns import Cells, fit, indented, row_lines
from parley.exports.record_desk import FAINT, HEAD, Desk, as_days, counted
from parley.exports.record_filter import Filter
from parley.exports.record_incidents import told_of
from parley.exports.record_json import Json
from parley.record import Incident, Origin

__all__ = ["OutletRow", "outlet_rows", "source_json", "source_lines"]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet: its reports, the origins they rest on, how many incidents it tells, of how many that others tell it
    was among the first (by day) and of how many not, and how many it alone tells; from which day to which."""

    outlet: str
    kind: str | None
    country: str | None
    reports: tuple[str, ...]
    origins: int
    incidents: int
    first: int
    late: int
    alone: int
    since: date | None
    until: date | None


def outlet_rows(desk: Desk, asked: Filter) -> list[OutletRow]:
    """The outlets of the reports that are asked for, those with most reports first."""
    reports: dict[str, list[str]] = defaultdict(list)
    for report in sorted(desk.heads):
        name = desk.outlet(report)
        if asked.in_days(desk.published(report)) and (asked.outlet or "").casefold() in name.casefold():
            reports[name].append(report)
    origins = _origins_of(desk)
    counts = _counts(desk)
    rows = [
        _row(name, mine, desk, (len({origins.get(one, one) for one in mine}), *(each[name] for each in counts)))
        for name, mine in reports.items()
    ]
    return sorted(rows, key=lambda row: (-len(row.reports), row.outlet.casefold()))


def _row(name: str, reports: list[str], desk: Desk, counts: tuple[int, ...]) -> OutletRow:
    origins, told, first, late, alone = counts
    outlet = desk.heads[reports[0]].outlet
    days = sorted(day for one in reports if (day := desk.published(one)))
    return OutletRow(
        outlet=name,
        kind=outlet.kind if outlet else None,
        country=outlet.country if outlet else None,
        reports=tuple(reports),
        origins=origins,
        incidents=told,
        first=first,
        late=late,
        alone=alone,
        since=days[0] if days else None,
        until=days[-1] if days else None,
    )


def _origins_of(desk: Desk) -> dict[str, str]:
    return {report: one.id for one in desk.record.origins for report in one.reports}


def _counts(desk: Desk) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """By outlet: the incidents that it tells, tells on the first day of several outlets or later, and alone tells."""
    told: Counter[str] = Counter()
    first: Counter[str] = Counter()
    late: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for incident in desk.record.incidents:
        days = _days_of(incident, desk)
        told.update(days.keys())
        if len(days) == 1:
            alone.update(days.keys())
        else:
            earliest = min(days.values(), default=date.max)
            first.update(outlet for outlet, day in days.items() if day == earliest < date.max)
            late.update(outlet for outlet, day in days.items() if earliest < day < date.max)
    return told, first, late, alone


def _days_of(incident: Incident, desk: Desk) -> dict[str, date]:
    """The first day on which each outlet tells of it."""
    days: dict[str, date] = {}
    for one in told_of(incident):
        outlet, day = desk.outlet(one.ref.report), desk.published(one.ref.report) or date.max
        days[outlet] = min(day, days.get(outlet, day))
    return days


def source_json(desk: Desk, asked: Filter) -> Iterator[Json]:
    """One object an outlet, then one an origin."""
    for row in outlet_rows(desk, asked):
        yield {
            "outlet": row.outlet,
            "kind": row.kind,
            "country": row.country,
            "reports": list(row.reports),
            "origins": row.origins,
            "incidents": row.incidents,
            "first": row.first,
            "late": row.late,
            "alone": row.alone,
            "since": row.since.isoformat() if row.since else None,
            "until": row.until.isoformat() if row.until else None,
        }
    for origin in _shared(desk, asked):
        yield {
            "origin": origin.id,
            "kind": origin.kind,
            "name": origin.name,
            "reports": list(origin.reports),
            "also": list(origin.also),
            "outlets": list(_outlets(origin, desk)),
            "reasons": [reason.detail for reason in origin.reasons],
        }


def source_lines(desk: Desk, asked: Filter) -> Iterator[Text]:
    """The outlets as a list, then the origins that several reports rest on."""
    rows = outlet_rows(desk, asked)
    if not rows:
        yield Text("no such outlets", FAINT)
        return
    reports = {report for row in rows for report in row.reports}
    origins = {_origins_of(desk).get(report, report) for report in reports}
    yield Text(f"{len(reports):,} reports: {counted(len(rows), len(origins))}", HEAD)
    yield Text()
    yield from _outlet_lines(rows, desk)
    yield Text()
    shared = [one for one in _shared(desk, asked) if len(_outlets(one, desk)) > 1]
    yield Text("Origins that several outlets rest on" if shared else "No outlets share an origin", HEAD)
    for origin in shared:
        yield from _origin_lines(origin, desk)
    for one in desk.record.related:
        related = Text.assemble((f"{one.owner}", HEAD), f" owns or directs {', '.join(one.outlets)}: related")
        yield from indented(related, desk.width, 2)


def _outlet_lines(rows: list[OutletRow], desk: Desk) -> Iterator[Text]:
    names = ("outlet", "what it is", "reports", "origins", "incidents", "first", "alone", "from – to")
    cells = [tuple(Text(name, FAINT) for name in names), *map(_cells, rows)]
    widths = fit(cells, (3, 2, 1, 1, 1, 1, 1, 4), desk.width)
    for row in cells:
        yield from row_lines(row, widths)


def _cells(row: OutletRow) -> Cells:
    what = ", ".join(part for part in (row.kind, row.country) if part)
    days = as_days(f"{row.since}/{row.until}") if row.since else "no date"
    numbers = (len(row.reports), row.origins, row.incidents, row.first, row.alone)
    return (Text(row.outlet, HEAD), Text(what), *(Text(str(one)) for one in numbers), Text(days, FAINT))


def _shared(desk: Desk, asked: Filter) -> list[Origin]:
    """The origins of the reports asked for, the most used first."""
    found = (one for one in desk.record.origins if _asked_for(one, desk, asked))
    return sorted(found, key=lambda one: (-len(one.reports) - len(one.also), one.id))


def _asked_for(origin: Origin, desk: Desk, asked: Filter) -> bool:
    reports = (*origin.reports, *origin.also)
    wanted = (asked.outlet or "").casefold()
    return any(asked.in_days(desk.published(one)) and wanted in desk.outlet(one).casefold() for one in reports)


def _outlets(origin: Origin, desk: Desk) -> list[str]:
    return sorted({desk.outlet(one) for one in (*origin.reports, *origin.also)})


def _origin_lines(origin: Origin, desk: Desk) -> Iterator[Text]:
    head = Text.assemble((origin.name, HEAD), f" · {origin.kind}", (f"  {origin.id}", FAINT))
    yield from indented(head, desk.width, 2)
    yield from indented(Text(", ".join(_outlets(origin, desk))), desk.width, 4)
