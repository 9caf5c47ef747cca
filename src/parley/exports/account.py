"""A short account of a reading: a few lines on who says what, what happened, and what it says of the talks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rich.text import Text

from parley.exports import wording
from parley.record import Event, Reading, Statement

_FEW = 2
_STATES = 3
_PARTIES = 3
_FAINT = "dim"


def account_lines(reading: Reading, *, width: int) -> Iterator[Text]:
    """Title, outlet and day; how much was found; then the talks, a few statements and a few other events.

    No line is wider than `width`: what is longer is cut off.
    """
    for line in _lines(reading):
        line.truncate(width, overflow="ellipsis")
        yield line


def _lines(reading: Reading) -> Iterator[Text]:
    yield Text(wording.headline(reading.report), "bold")
    yield Text(f"{wording.provenance(reading.report)} · {_counts(reading)}", _FAINT)
    parts = (("talks", _talks(reading)), ("says", _said(reading)), ("events", _happened(reading)))
    for name, lines in parts:
        for number, line in enumerate(lines):
            yield Text(f"  {'' if number else name:<8}", _FAINT).append_text(line)


def _counts(reading: Reading) -> str:
    counted = (("statement", len(reading.statements)), ("event", len(reading.events)))
    return ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for name, number in counted)


def _talks(reading: Reading) -> list[Text]:
    """What it says of the talks: the first states, each as it is first told."""
    states: dict[str, Event] = {}
    for event in reading.events:
        if event.talks:
            states.setdefault(event.talks, event)
    return [_state(event, reading) for event in list(states.values())[:_STATES]]


def _state(event: Event, reading: Reading) -> Text:
    """The state and whose word it is; how sure, who, where and when."""
    parts = (*_doubt(event), *_circumstances(event, reading))
    return Text.assemble((event.talks or "", "bold"), _by(event, reading), *(f" · {part}" for part in parts if part))


def _doubt(event: Event) -> tuple[str, ...]:
    return () if event.reality == "actual" else (event.reality,)


def _circumstances(event: Event, reading: Reading) -> tuple[str, ...]:
    """What fits on a line comes first: figures, parties, place, time."""
    report = reading.report
    few = replace(event, actors=event.actors[:_PARTIES], recipients=event.recipients[:_PARTIES])
    return (
        wording.figures_of(event, report),
        wording.parties_of(few, reading),
        wording.place_of(event.place, report),
        wording.time_of(event.when, report),
    )


def _by(event: Event, reading: Reading) -> str:
    if event.statement is None:
        return ""
    source = reading.statements[event.statement].source
    return f", says {wording.short_name_of(source, reading)}" if source else ""


def _said(reading: Reading) -> list[Text]:
    """The surest statements, in the order of the text."""
    surest = sorted(reading.statements, key=lambda one: -one.confidence)[:_FEW]
    return [_statement(one, reading) for one in reading.statements if one in surest]


def _statement(statement: Statement, reading: Reading) -> Text:
    content = wording.pieces(statement.content, reading.report)
    return Text.assemble(wording.source_of(statement, reading), ": ", (content, "italic"))


def _happened(reading: Reading) -> list[Text]:
    """The events that say nothing of the talks: those with figures first, then the surest; in the order of the text."""
    others = [event for event in reading.events if not event.talks]
    first = sorted(others, key=lambda one: (not (one.killed or one.injured or one.held), -one.confidence))[:_FEW]
    return [_event(one, reading) for one in others if one in first]


def _event(event: Event, reading: Reading) -> Text:
    report = reading.report
    parts = [*_doubt(event), *_circumstances(event, reading)]
    if event.content:
        parts.append(f"“{wording.pieces(event.content, report)}”")
    named = Text.assemble((event.type, "bold"), " ", wording.words(event.trigger, report), _by(event, reading))
    return Text.assemble(named, *(f" · {part}" for part in parts if part))
