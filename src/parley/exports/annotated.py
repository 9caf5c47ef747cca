"""Annotated reports in the form of the corpus, as corpus/GUIDELINES.md describes it: a YAML document a report."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from parley.exports.annotated_sentences import Sentences, Unwritable
from parley.exports.annotated_told import Told
from parley.exports.annotated_yaml import Flow, Row
from parley.record import Actor, Annotation, LeftOut, Outlet, Ref

__all__ = ["Document", "document"]

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Document:
    """One report as it is written down, and what could not be written, each with the reason."""

    fields: Row
    left: tuple[LeftOut, ...]


def document(made: Annotation) -> Document:
    """One report with what people say of it.

    What cannot be written in this form leaves its sentence `partial`: of what is not written there nothing is known.
    """
    writing = _Writing(made)
    if made.whole:
        writing.mentions()
    writing.findings()
    return Document(writing.document(), tuple(writing.left))


class _Writing:
    """What is written of one report so far."""

    def __init__(self, made: Annotation) -> None:
        self.made, self.report = made, made.reading.report
        self.sentences = Sentences(made.reading)
        self.told = Told(made, self.sentences)
        self.left: list[LeftOut] = []

    def mentions(self) -> None:
        """All mentions; of a report that was judged in part only those are known that a finding names."""
        for mention in self.made.reading.mentions:
            try:
                self.sentences.name(mention.span, mention.actor)
            except Unwritable as problem:
                words = mention.span.quote(self.report)[:_SHOWN]
                self.left.append(LeftOut(f"{self.report.id}, mention “{words}”", str(problem)))
                self.sentences.open(mention.span)
            self.sentences.keep()

    def findings(self) -> None:
        """Statements first: events stand in them."""
        reading = self.made.reading
        for number in range(len(reading.statements)):
            self._write(Ref(self.report.id, "statement", number), self.told.statement)
        self.told.place()
        for number in range(len(reading.events)):
            self._write(Ref(self.report.id, "event", number), self.told.event)
        for ref in sorted(self.made.wrong) if not self.made.whole else ():
            self._try(ref, self.told.refute)

    def _write(self, ref: Ref, write: Callable[[Ref], None]) -> None:
        if self.made.holds(ref):
            self._try(ref, write)

    def _try(self, ref: Ref, write: Callable[[Ref], None]) -> None:
        try:
            write(ref)
        except Unwritable as problem:
            self.left.append(LeftOut(str(ref), str(problem)))
            self.sentences.drop()
            for span in self.told.spans(ref):
                self.sentences.open(span)
        else:
            self.sentences.keep()

    def document(self) -> Row:
        """The whole."""
        report, whole, actors = self.report, self.made.whole, self.made.reading.actors
        head: Row = {"id": report.id, "outlet": _outlet(report.outlet), "published": report.published}
        head |= {"title": report.title, "dateline": report.dateline}
        head |= {"source": report.url} if report.url else {}
        head |= {} if whole else {"partial": True}
        named = set(actors) if whole else self.told.named
        told = {name: _actor(one, whole=whole) for name, one in actors.items() if name in named}
        places = Flow({words: country if whole else None for words, country in self.told.places.items()})
        return head | {"places": places, "actors": told, "text": self.sentences.rows(tell_open=whole)}


def _outlet(outlet: Outlet | None) -> Row | None:
    if outlet is None:
        return None
    return Flow({"name": outlet.name, "site": outlet.site, "country": outlet.country, "kind": outlet.kind})


def _actor(actor: Actor, *, whole: bool) -> Row:
    """Who somebody is; where only findings were judged, nobody looked at more than the name."""
    row = Flow({"name": actor.name, "kind": actor.kind})
    if whole:
        told = {"country": actor.country, "office": actor.office, "of": actor.acts_for, "members": list(actor.members)}
        row.update({name: value for name, value in told.items() if value})
    return row
