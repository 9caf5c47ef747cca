"""Findings as annotators write them: entries of `says` and `does`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from parley.exports.annotated_sentences import Sentences, Unwritable
from parley.exports.annotated_yaml import Row, few
from parley.record import Annotation, Event, Party, Ref, Span, Statement, When

__all__ = ["Told"]

_UNKNOWN = "?"


class Told:
    """Writes the findings of one annotation into its sentences: first `statement` for each, then `place`, then `event`.

    All raise Unwritable, and then nothing of the finding is written.
    """

    def __init__(self, made: Annotation, sentences: Sentences) -> None:
        self._made, self._reading, self.sentences = made, made.reading, sentences
        self._said: list[tuple[int, int, Row]] = []
        self._at: dict[tuple[int, int], int] = {}
        self._unsaid: set[str] = set()
        self.places: dict[str, str | None] = {}

    @property
    def named(self) -> set[str]:
        """The actors of what was written, named or left unsaid."""
        return self.sentences.named | self._unsaid

    def statement(self, ref: Ref) -> None:
        """Write a statement: one entry for each sentence that its words stand in."""
        one = self._reading.statements[ref.index]
        pieces: dict[int, list[str]] = {}
        for number, part in (found for span in one.content for found in self.sentences.parts(span)):
            pieces.setdefault(number, []).append(self.sentences.words(number, part))
        home = self.sentences.at(one.cue) if one.cue else min(pieces, default=-1)
        if home not in pieces:
            raise Unwritable("what is said does not stand in the sentence that says by whom")
        self._said += [(number, ref.index, self._entry(one, number, words, home)) for number, words in pieces.items()]

    def place(self) -> None:
        """Put the statements into their sentences, in order."""
        for number, index, entry in sorted(self._said, key=lambda said: said[:2]):
            self._at[index, number] = len(self.sentences.says[number])
            self.sentences.says[number].append(entry)

    def event(self, ref: Ref) -> None:
        """Write an event."""
        one = self._reading.events[ref.index]
        if one.type == "TALKS" and not one.talks:
            raise Unwritable("is of type TALKS and says nothing of the state of talks")
        number = self.sentences.at(one.trigger)
        entry = {
            "word": self.sentences.words(number, one.trigger),
            "type": one.type,
            "mode": few(one.modes),
            "by": self._parties(one.actors, number),
            "to": self._parties(one.recipients, number),
            "talks": one.talks,
            "aspect": one.aspect,
            "reality": one.reality,
            **self._slots(one, number),
            "said": self._voice(one, number),
        }
        self.sentences.does[number].append({name: value for name, value in entry.items() if value is not None})
        countries = {span.span.quote(self._reading.report): span.country for span in one.place}
        self.places |= {words: country or self.places.get(words) for words, country in countries.items()}

    def refute(self, ref: Ref) -> None:
        """Write that the words of a finding carry none."""
        if ref.kind == "event":
            number, words = self._told_by(self._reading.events[ref.index].trigger)
            entries, into = (one["word"] for one in self.sentences.does[number]), self.sentences.no_does[number]
        else:
            said = self._reading.statements[ref.index]
            number, words = self._told_by(said.cue or self._first_word(said))
            entries, into = (one["cue"] for one in self.sentences.says[number]), self.sentences.no_says[number]
        if words in entries:
            raise Unwritable(f"{words!r} carries another {ref.kind}, which was judged right")
        into += [words] if words not in into else []

    def spans(self, ref: Ref) -> Sequence[Span]:
        """The words of a finding."""
        if ref.kind == "event":
            return (self._reading.events[ref.index].trigger,)
        said = self._reading.statements[ref.index]
        return (*said.content, *([said.cue] if said.cue else []))

    def _told_by(self, span: Span) -> tuple[int, str]:
        number = self.sentences.at(span)
        return number, self.sentences.words(number, span)

    def _first_word(self, said: Statement) -> Span:
        start = said.content[0].start
        first = re.compile(r"\S+").search(self._reading.report.text, start)
        return self._reading.report.span(start, first.end() if first else said.content[0].end)

    def _entry(self, one: Statement, number: int, words: Iterable[str], home: int) -> Row:
        if one.source is None:
            raise Unwritable("who says it is not known")
        entry: Row = {
            "by": self._party(one.source, number),
            "cue": self.sentences.words(number, one.cue) if one.cue and number == home else None,
            "what": few(words),
            "how": one.how,
        }
        beside = {
            "via": self._parties(one.via, number),
            "to": self._parties(one.to, number),
            "when": self._times(one.when, number),
        }
        return entry | {name: value for name, value in beside.items() if value and number == home}

    def _slots(self, one: Event, number: int) -> Row:
        spans = {
            "what": one.content,
            "if": one.condition,
            "criteria": one.criteria,
            "where": [place.span for place in one.place],
            "killed": [figure.span for figure in one.killed],
            "injured": [figure.span for figure in one.injured],
            "held": [figure.span for figure in one.held],
        }
        slots: Row = {name: few(self.sentences.words(number, span) for span in found) for name, found in spans.items()}
        return slots | {"when": self._times(one.when, number)}

    def _parties(self, parties: Iterable[Party], number: int) -> str | list[str] | None:
        return few(self._party(party, number) for party in parties)

    def _party(self, party: Party, number: int) -> str:
        """The words of this sentence that name somebody, or @ and the id of somebody whom it leaves unsaid."""
        if party.span is None or not self.sentences.holds(number, party.span):
            self._unsaid.add(party.actor)
            return f"@{party.actor}"
        words = self.sentences.name(party.span, party.actor)
        if words.startswith("@"):
            raise Unwritable(f"{words!r} would be taken for the id of an actor")
        return words

    def _times(self, times: Iterable[When], number: int) -> str | list[str] | None:
        wordings = []
        for one in times:
            words = self.sentences.words(number, one.span)
            if "=" in words:
                raise Unwritable(f"{words!r} holds a sign that stands between a time and its date")
            wordings.append(f"{words}={one.date or _UNKNOWN}")
        return few(wordings)

    def _voice(self, one: Event, number: int) -> int | str | None:
        """Which statement it stands in: its number in this sentence, the last one before, or nobody knows."""
        index = one.statement
        while index is not None and Ref(self._reading.report.id, "statement", index) in self._made.wrong:
            index = self._reading.statements[index].within
        if index is None or (index, number) in self._at:
            return None if index is None else self._at[index, number]
        before = max(((at, place, said) for (said, at), place in self._at.items() if at < number), default=None)
        if before and before[2] == index:
            return "prev"
        self.sentences.open(one.trigger)
        return _UNKNOWN
