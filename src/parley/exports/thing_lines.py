"""Things of any kind that were found in a record, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text

from parley.exports import wording
from parley.exports.columns import indented
from parley.exports.record_demands import demand_head
from parley.exports.record_desk import FAINT, HEAD, Desk, as_days, plural
from parley.exports.record_incidents import told_of, tolls_words
from parley.record import Canon, Demand, Incident

__all__ = ["Thing", "thing_lines"]

Thing = Canon | Incident | Demand


def thing_lines(things: Sequence[Thing], desk: Desk, limit: int) -> Iterator[Text]:
    """A line or two for each of the first, and how many there are in all."""
    if not things:
        yield Text("nothing found", FAINT)
        return
    for one in things[:limit]:
        yield from indented(Text.assemble(_words(one, desk), "  ", (wording.shown(one.id), FAINT)), desk.width, 0)
    more = f", {limit:,} of them shown: --limit N shows more" if limit < len(things) else ""
    yield Text(f"{plural(len(things), 'thing')}{more}", FAINT)


def _words(one: Thing, desk: Desk) -> Text:
    if isinstance(one, Canon):
        reports = plural(len({report for report, _ in one.seen}), "report")
        side = desk.side(one.id)
        for_ = "" if side == one.id else f" · for {desk.name(side)}"
        return Text.assemble((wording.shown(one.name), HEAD), f"  {one.kind}{for_} · {reports}")
    if isinstance(one, Demand):
        return demand_head(one, desk)
    day = as_days(one.when) if one.when else "day not told"
    tolls = tolls_words(one.tolls)
    return Text.assemble((one.what, HEAD), f"  {day} · {f'{tolls} · ' if tolls else ''}{desk.told_by(told_of(one))}")
