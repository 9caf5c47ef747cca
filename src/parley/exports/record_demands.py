"""Demands, pledges, guarantees: by whom, to whom, in whose words, and what became of them by whose account."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from parley.exports import wording
from parley.exports.columns import Cells, indented, row_lines
from parley.exports.record_desk import FAINT, HEAD, Desk, as_day
from parley.exports.record_filter import Filter, of_demand
from parley.exports.record_json import Json, to_json
from parley.record import Demand, Move

__all__ = ["DEGREES", "chosen", "demand_head", "demand_json", "demand_lines", "judges", "move_words", "parties"]

DEGREES = ("not at all", "minimally", "in part", "in full")
"""Fulfilled 0 to 3, as the Peace Accords Matrix counts."""
_GOOD = {"accepted": "green", "fulfilled": "green", "acknowledged": "green"}
_BAD = {"rejected": "red", "withheld": "red", "broken": "red"}
_IN = 4
_DAY, _MOVE = 12, 13


def chosen(desk: Desk, asked: Filter) -> list[Demand]:
    """The demands that are asked for, those first of which most is told."""
    found = desk.record.demands
    kept = found if asked == Filter() else [one for one in found if asked.keeps(of_demand(one), desk)]
    return sorted(kept, key=lambda one: (-len(one.moves), one.id))


def demand_json(desk: Desk, asked: Filter) -> Iterator[Json]:
    """One object a demand."""
    return (to_json(one, desk) for one in chosen(desk, asked))


def demand_lines(desk: Desk, asked: Filter, most: int | None = None) -> Iterator[Text]:
    """A paragraph a demand: what, the criteria, and its moves with who tells them; of more than `most` the first."""
    found = chosen(desk, asked)
    if not found:
        yield Text("no such demands", FAINT)
    for number, one in enumerate(found[:most]):
        if number:
            yield Text()
        yield from indented(demand_head(one, desk), desk.width, 0)
        yield from _criteria(one, desk)
        for move in one.moves:
            yield from _move(move, desk)
        yield Text("  ").append(one.id, FAINT)
    if most is not None and len(found) > most:
        yield Text(f"and {len(found) - most:,} more: parley demands --most 0", FAINT)


def demand_head(demand: Demand, desk: Desk) -> Text:
    """What it is, by whom and to whom, and its own words."""
    last = demand.moves[-1] if demand.moves else None
    state = (f"  [{last.kind}]", _style(last)) if last else ""
    return Text.assemble((demand.kind, HEAD), f" · {parties(demand, desk)}: {wording.quoted(demand.content)}", state)


def parties(demand: Demand, desk: Desk) -> str:
    """By whom → to whom."""
    by, to = desk.names(demand.by) or "not told by whom", desk.names(demand.to)
    return f"{by} → {to}" if to else by


def _criteria(demand: Demand, desk: Desk) -> Iterator[Text]:
    if demand.criteria:
        yield from indented(Text(f"criteria: {', '.join(demand.criteria)}", FAINT), desk.width, _IN)


def _move(move: Move, desk: Desk) -> Iterator[Text]:
    where = desk.outlets(move.evidence)
    more = f" and {len(where) - 2} more" if len(where) > 2 else ""
    cited = f"in {', '.join(where[:2])}{more}"
    speakers = desk.speakers(move.evidence) or judges(move)
    alone = not where or set(where) == {speakers}
    said = Text(speakers) if alone else Text.assemble(speakers, (f" · {cited}", FAINT))
    widths = (_DAY, _MOVE, max(20, desk.width - _DAY - _MOVE - _IN - 4))
    cells: Cells = (Text(as_day(move.day)), Text(move_words(move), _style(move)), said)
    for line in row_lines(cells, widths):
        yield Text(" " * _IN).append_text(line)


def move_words(move: Move) -> str:
    """The move, and how far it was fulfilled where that is told."""
    return move.kind if move.degree is None else f"{move.kind} {DEGREES[move.degree]}"


def judges(move: Move) -> str:
    """Who says so where no report does: the person who judged it."""
    return "" if move.evidence else f"judged by {', '.join(one.name for one in move.claimants)}"


def _style(move: Move) -> str:
    return (_GOOD | _BAD).get(move.kind, "")
