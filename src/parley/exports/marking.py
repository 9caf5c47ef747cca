"""The report's text with what was found marked in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import accumulate

from rich.text import Text

from parley.exports import wording
from parley.record import Reading, Span, Statement


@dataclass(frozen=True, slots=True)
class Look:
    """How one kind of finding shows: its colour, and the brackets that stand for it where there are no colours.

    Of two findings of the same words, the one with the greater `depth` stands inside.
    """

    style: str
    left: str
    right: str
    depth: int


CONTENT = Look("italic", "‹", "›", 0)
SOURCE = Look("bold cyan", "[", "]", 1)
ACTOR = Look("cyan", "[", "]", 1)
CUE = Look("magenta", "_", "_", 2)
EVENT = Look("bold yellow", "*", "*", 3)
NUMBER = "dim"
FURNITURE = "dim"


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding in the text; `number` ties it to the list below."""

    span: Span
    look: Look
    number: str = ""


def marks_of(reading: Reading) -> Iterator[Mark]:
    """All that is marked, in no order; the words of a source are marked as that only."""
    sources = {one.source.span for one in reading.statements if one.source}
    yield from (Mark(mention.span, ACTOR) for mention in reading.mentions if mention.span not in sources)
    for index, statement in enumerate(reading.statements):
        yield from _marks_of_statement(statement, wording.statement_number(index))
    for index, event in enumerate(reading.events):
        yield Mark(event.trigger, EVENT, wording.event_number(index))


def _marks_of_statement(statement: Statement, number: str) -> Iterator[Mark]:
    if statement.source and statement.source.span:
        yield Mark(statement.source.span, SOURCE, number)
    if statement.cue:
        yield Mark(statement.cue, CUE, number)
    for piece in statement.content:
        yield Mark(piece, CONTENT, number)


def marked_text(reading: Reading, *, plain: bool) -> Text:
    """The whole text, marked by colour or, if `plain`, by brackets; the words themselves stay as they are."""
    builder = _Builder(reading, plain)
    for mark in _by_span(marks_of(reading)):
        builder.add(mark)
    for sentence in reading.sentences:
        if not sentence.body:
            builder.dim(sentence.span)
    return builder.build()


def legend(*, plain: bool) -> Text:
    """What the marks mean, in one line."""
    one = wording.statement_number(0)
    shown = (
        (ACTOR, "actor", ""),
        (SOURCE, "source", one),
        (CUE, "cue", one),
        (CONTENT, "what is said", one),
        (EVENT, "event", wording.event_number(0)),
    )
    line = Text()
    for look, example, number in shown:
        line.append("  " if line else "")
        line.append(f"{look.left}{example}{look.right}" if plain else example, None if plain else look.style)
        line.append(number, None if plain else NUMBER)
    return line


def _by_span(marks: Iterator[Mark]) -> Iterator[Mark]:
    """The marks with those of one look and span made one, with all their numbers."""
    joined: dict[tuple[Span, Look], str] = {}
    for mark in marks:
        joined[mark.span, mark.look] = joined.get((mark.span, mark.look), "") + mark.number
    return (Mark(span, look, number) for (span, look), number in joined.items())


@dataclass(frozen=True, slots=True)
class _Insert:
    """Something put in before the character at `at`; `order` sorts what meets there."""

    at: int
    order: tuple[int, int, int]
    bracket: str


class _Builder:
    """Puts brackets and numbers between the characters, and styles over the stretches that moved."""

    def __init__(self, reading: Reading, plain: bool) -> None:
        self.text = wording.shown(reading.report.text)
        self.plain = plain
        self.inserts: list[_Insert] = []
        self.styles: list[tuple[int, int, str]] = []

    def add(self, mark: Mark) -> None:
        """Closing marks come before opening ones, and the inner of two stands nearer to the words."""
        start, end, look = mark.span.start, mark.span.end, mark.look
        if self.plain:
            self.inserts.append(_Insert(start, (1, -end, look.depth), look.left))
        else:
            self.styles.append((start, end, look.style))
        closing = (look.right if self.plain else "") + mark.number
        if closing:
            self.inserts.append(_Insert(end, (0, -start, -look.depth), closing))

    def dim(self, span: Span) -> None:
        if not self.plain:
            self.styles.append((span.start, span.end, FURNITURE))

    def build(self) -> Text:
        self.inserts.sort(key=lambda insert: (insert.at, insert.order))
        built = Text()
        done = 0
        for insert in self.inserts:
            built.append(self.text[done : insert.at])
            built.append(insert.bracket, None if self.plain else NUMBER)
            done = insert.at
        built.append(self.text[done:])
        moved = self._moved()
        for start, end, style in self.styles:
            built.stylize(style, start + moved((start, 1)), end + moved((end, 0)))
        return built

    def _moved(self) -> Callable[[tuple[int, int]], int]:
        """By how much a place moves: `(at, 0)` lies before all that was put in at that character, `(at, 1)` behind what
        closes there.
        """
        places = [(insert.at, insert.order[0]) for insert in self.inserts]
        lengths = [0, *accumulate(len(insert.bracket) for insert in self.inserts)]
        return lambda place: lengths[bisect_left(places, place)]
