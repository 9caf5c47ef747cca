"""Short reports of two sides that ask things of one another, written and marked by hand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from parley.record import Actor, Event, Figure, Mention, Outlet, Party, Reading, Report, Sentence, Span, Statement, When

ACTORS = {
    "ardania": Actor("ardania", "Ardania", "state", "ARD"),
    "belmark": Actor("belmark", "Belmark", "state", "BEL"),
    "gulfia": Actor("gulfia", "Gulfia", "state", "GUL"),
    "league": Actor("league", "Red League", "armed_group"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """An event in a sentence: its word, type and labels, and the actors by id; `what` are words of the sentence."""

    sentence: str
    word: str
    type: str
    by: Sequence[str] = ()
    to: Sequence[str] = ()
    what: str | None = None
    aspect: str | None = None
    reality: str = "actual"
    modes: Sequence[str] = ()
    talks: str | None = None
    when: str | None = None
    said: str | None = None
    killed: tuple[str, int, int | None] | None = None


def reading(name: str, day: int, *told: Told) -> Reading:
    """The reading of a report of that day of May 2031 that consists of these sentences, each once."""
    text = " ".join(dict.fromkeys(one.sentence for one in told))
    report = Report(name, text, outlet=Outlet(f"Outlet of {name}"), published=date(2031, 5, day))
    starts = [text.index(sentence) for sentence in dict.fromkeys(one.sentence for one in told)]
    cut = tuple(dict.fromkeys(one.sentence for one in told))
    said = [one for one in told if one.said]
    return Reading(
        report=report,
        sentences=tuple(Sentence(report.span(at, at + len(s)), 0) for at, s in zip(starts, cut, strict=True)),
        actors=ACTORS,
        mentions=tuple(_mentions(report, cut, starts)),
        statements=tuple(_statement(report, one, starts[cut.index(one.sentence)], cut) for one in said),
        events=tuple(_event(report, one, starts[cut.index(one.sentence)], cut, said) for one in told),
    )


def _mentions(report: Report, cut: Sequence[str], starts: Sequence[int]) -> list[Mention]:
    return [
        Mention(report.span(start + at, start + at + len(actor.name)), actor.id, number)
        for number, (sentence, start) in enumerate(zip(cut, starts, strict=True))
        for actor in ACTORS.values()
        if actor.name and (at := sentence.find(actor.name)) >= 0
    ]


def _statement(report: Report, told: Told, start: int, cut: Sequence[str]) -> Statement:
    whole = report.span(start, start + len(told.sentence))
    return Statement(cut.index(told.sentence), Party(told.said or ""), None, (whole,), "indirect")


def _event(report: Report, told: Told, start: int, cut: Sequence[str], said: Sequence[Told]) -> Event:
    def span(words: str) -> Span:
        at = start + told.sentence.index(words)
        return report.span(at, at + len(words))

    return Event(
        sentence=cut.index(told.sentence),
        trigger=span(told.word),
        type=told.type,
        reality=told.reality,
        modes=tuple(told.modes),
        talks=told.talks,
        aspect=told.aspect,
        statement=said.index(told) if told.said else None,
        actors=tuple(Party(one) for one in told.by),
        recipients=tuple(Party(one) for one in told.to),
        content=(span(told.what),) if told.what else (),
        when=(When(span(told.word), told.when, "resolved"),) if told.when else (),
        killed=(Figure(span(told.killed[0]), *told.killed[1:]),) if told.killed else (),
    )
