"""The sentences of an annotated report, and where in them a span stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from parley.exports.annotated_yaml import Flow, Row, few
from parley.exports.spans import phrase
from parley.record import Reading, Span

__all__ = ["Sentences", "Unwritable"]


class Unwritable(ValueError):
    """Something that the form of the corpus has no way to say; the message is the reason."""


class Sentences:
    """What is written of each sentence; boilerplate, in which nothing is read, is left out.

    Sentences keep the numbers that they have in the reading. Who is named with `name` is written once `keep` is called,
    and not at all where `drop` is.
    """

    def __init__(self, reading: Reading) -> None:
        self._report = reading.report
        self._body = {number: one for number, one in enumerate(reading.sentences) if one.body}
        self._who: defaultdict[int, dict[str, str]] = defaultdict(dict)
        self._naming: list[tuple[int, str, str]] = []
        self._open: set[int] = set()
        self.says: defaultdict[int, list[Row]] = defaultdict(list)
        self.does: defaultdict[int, list[Row]] = defaultdict(list)
        self.no_says: defaultdict[int, list[str]] = defaultdict(list)
        self.no_does: defaultdict[int, list[str]] = defaultdict(list)

    @property
    def named(self) -> set[str]:
        """The actors that some words name."""
        return {actor for who in self._who.values() for actor in who.values()}

    def at(self, span: Span) -> int:
        """The sentence that a span stands in; raises Unwritable where it is none, or more than one."""
        for number, one in self._body.items():
            if one.span.covers(span):
                return number
        raise Unwritable(f"{span.quote(self._report)!r} does not stand in one sentence")

    def holds(self, number: int, span: Span) -> bool:
        """Whether a span stands in a sentence."""
        return number in self._body and self._body[number].span.covers(span)

    def parts(self, span: Span) -> Iterator[tuple[int, Span]]:
        """A span cut into what stands in each sentence."""
        for number, one in self._body.items():
            if one.span.overlaps(span):
                yield number, self._report.span(max(one.span.start, span.start), min(one.span.end, span.end))

    def words(self, number: int, span: Span) -> str:
        """A span of a sentence as it is told by its words; raises Unwritable where that cannot be."""
        if not self.holds(number, span):
            raise Unwritable(f"{span.quote(self._report)!r} stands in another sentence")
        here = self._body[number].span
        try:
            return phrase(here.quote(self._report), span.start - here.start, span.end - here.start)
        except ValueError as problem:
            raise Unwritable(str(problem)) from problem

    def name(self, span: Span, actor: str) -> str:
        """The words that name an actor; raises Unwritable where they cannot be told or name another one, too."""
        number = self.at(span)
        words = self.words(number, span)
        naming = {key: who for at, key, who in self._naming if at == number}
        if (self._who[number] | naming).get(words, actor) != actor:
            raise Unwritable(f"{words!r} names two actors")
        self._naming.append((number, words, actor))
        return words

    def keep(self) -> None:
        """Write who was named since this was last called."""
        for number, words, actor in self._naming:
            self._who[number][words] = actor
        self._naming.clear()

    def drop(self) -> None:
        """Do not."""
        self._naming.clear()

    def open(self, span: Span) -> None:
        """Note that not everything is written of the sentences that a span stands in."""
        self._open.update(number for number, _ in self.parts(span))

    def rows(self, *, tell_open: bool) -> list[Row]:
        """All sentences, in order; with `tell_open` those that are open say so."""
        before, rows = None, []
        for number, one in self._body.items():
            row: Row = {"s": one.span.quote(self._report)}
            row |= {"p": True} if one.paragraph != before else {}
            row |= {"partial": True} if tell_open and number in self._open else {}
            rows.append(row | self._told(number))
            before = one.paragraph
        return rows

    def _told(self, number: int) -> Row:
        fields = {
            "who": Flow(self._who[number]),
            "says": [Flow(one) for one in self.says[number]],
            "does": [Flow(one) for one in self.does[number]],
            "no_says": few(self.no_says[number]),
            "no_does": few(self.no_does[number]),
        }
        return {name: value for name, value in fields.items() if value}
