"""A reading for people at a terminal: the marked report, then its statements and events as lists."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from parley.exports import wording
from parley.exports.columns import GAP, Cells, as_plain, fit, indented, row_lines, wrapped
from parley.exports.marking import CUE, EVENT, legend, marked_text
from parley.record import Event, Reading, Statement

_HEAD = "bold"
_FAINT = "dim"
_SURE = {"": "", "actual": "", "denied": "red", "planned": "blue"}
_UNSURE = "yellow"
_WIDEST = 120


def to_text(reading: Reading, *, width: int = 100, explained: bool = True) -> str:
    """The whole reading without colours, brackets for marks, no line wider than `width`."""
    return as_plain(report_lines(reading, width=width, plain=True, explained=explained))


def report_lines(reading: Reading, *, width: int, plain: bool, explained: bool = True) -> Iterator[Text]:
    """The whole reading; `plain` where the screen shows no colours, `explained` with the legend of the marks."""
    report = reading.report
    width = min(width, _WIDEST)
    yield from wrapped(Text(wording.headline(report), _HEAD), width)
    yield from wrapped(Text(f"{wording.provenance(report)} · {wording.shown(report.id)}", _FAINT), width)
    if explained:
        yield Text()
        yield from wrapped(legend(plain=plain), width)
    yield Text()
    marked = marked_text(reading, plain=plain)
    marked.rstrip()
    yield from indented(marked, width, GAP)
    yield Text()
    yield from _statements(reading, width)
    yield Text()
    yield from _events(reading, width)


def _statements(reading: Reading, width: int) -> Iterator[Text]:
    """Source · cue · certainty · content, in the order of the text."""
    heads = _heads("", "source", "cue", "certainty", "content")
    rows = [heads, *(_statement_row(index, one, reading) for index, one in enumerate(reading.statements))]
    yield Text("Statements" if reading.statements else "No statements", _HEAD)
    if reading.statements:
        widths = fit(rows, (1, 1.5, 1, 1, 4), width)
        for row in rows:
            yield from row_lines(row, widths)


def _events(reading: Reading, width: int) -> Iterator[Text]:
    """Type · who → whom · where · when · figures · whose word, in the order of the text; labels and terms below."""
    heads = _heads("", "event", "who → whom", "where", "when", "figures", "whose word")
    rows = [_event_row(index, one, reading) for index, one in enumerate(reading.events)]
    widths = fit([heads, *rows], (1, 1.2, 2, 1, 1, 1, 1.2), width)
    yield Text("Events" if rows else "No events", _HEAD)
    if rows:
        yield from row_lines(heads, widths)
    for row, event in zip(rows, reading.events, strict=True):
        yield from row_lines(row, widths)
        yield from indented(_details(event, reading), width, widths[0] + GAP)


def _heads(*names: str) -> Cells:
    return tuple(Text(name, _FAINT) for name in names)


def _statement_row(index: int, statement: Statement, reading: Reading) -> Cells:
    report = reading.report
    cue = [Text(wording.words(statement.cue, report) if statement.cue else "–", CUE.style)]
    when = wording.time_of(statement.when, report)
    certainty = wording.certainty_of(index, reading)
    return (
        Text(str(index + 1), _FAINT),
        Text(wording.source_of(statement, reading)),
        Text("\n").join([*cue, Text(when, _FAINT)] if when else cue),
        Text(certainty or "–", _style(certainty)),
        Text("\n").join(_content(statement, reading)),
    )


def _content(statement: Statement, reading: Reading) -> Iterator[Text]:
    yield Text(wording.pieces(statement.content, reading.report))
    if statement.within is not None:
        yield Text(f"inside {wording.statement_number(statement.within)}", _FAINT)


def _event_row(index: int, event: Event, reading: Reading) -> Cells:
    report = reading.report
    return (
        Text(str(index + 1), _FAINT),
        Text.assemble((event.type, _HEAD), " ", (wording.words(event.trigger, report), EVENT.style)),
        Text(wording.parties_of(event, reading) or "–"),
        Text(wording.place_of(event.place, report)),
        Text(wording.time_of(event.when, report)),
        Text(wording.figures_of(event, report)),
        Text(wording.whose_word(event, reading)),
    )


def _details(event: Event, reading: Reading) -> Text:
    """The reality in its colour, then the other labels and the terms."""
    rest = [*wording.labels_of(event), *wording.terms_of(event, reading)]
    return Text.assemble((event.reality, _style(event.reality)), *((f" · {one}", _FAINT) for one in rest))


def _style(certainty: str) -> str:
    return _SURE.get(certainty, _UNSURE)
