"""A reading beside what the encoder made of it: characters on the one side, words on the other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from parley.encoder.labels import FIGURES
from parley.encoder.links import Candidates, Sort, sort_of
from parley.encoder.session import Encoder, Signals
from parley.encoder.words import Words, split
from parley.reading import dates
from parley.reading.anchors import Anchored
from parley.record import Reading, Report, Span

__all__ = ["Found", "Phrase", "View", "tagged", "words_of"]

DATED, UNRULED = 0.3, 0.6
"""How sure the tagger must be of a time expression that the rules find, and of one that they do not."""
ARTICLES, DASHES = frozenset("the a an".split()), frozenset("-–")
Offsets = tuple[int, int]
Phrase = tuple[int, int]
"""First and last word, both included."""


def words_of(reading: Reading) -> Words:
    """The words of all sentences that are read."""
    spans = [(s.span.start, s.span.end) for s in reading.sentences]
    skipped = {number for number, s in enumerate(reading.sentences) if not s.body}
    return split(reading.report.text, spans, [s.paragraph for s in reading.sentences], skipped)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase that may fill a slot; `figure` is the index in FIGURES of what a figure counts, `actor` whom a mention
    names."""

    phrase: Phrase
    sort: Sort
    confidence: float
    figure: int = 0
    actor: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """One report on its way: what has been read so far, the encoder's signals for its words, and the words among them
    that carry statements and events."""

    reading: Reading
    signals: Signals
    anchored: Anchored

    @classmethod
    def new(cls, report: Report) -> View:
        """A report of which nothing has been read."""
        return cls(Reading(report), Encoder.nothing(), Anchored.nothing())

    def of(self, reading: Reading) -> View:
        """The same signals beside a later reading of the same report."""
        return replace(self, reading=reading)

    @property
    def words(self) -> Words:
        """The words that the signals are about."""
        return self.signals.words

    def span(self, phrase: Phrase) -> Span:
        """The characters of a phrase."""
        return self.reading.report.span(int(self.words.starts[phrase[0]]), int(self.words.ends[phrase[1]]))

    def phrases(self, spans: Iterable[Offsets]) -> list[Phrase]:
        """The words that each stretch of characters touches."""
        start, end = np.array(list(spans), dtype=np.int64).reshape(-1, 2).T
        first = np.searchsorted(self.words.ends, start, side="right")
        last = np.maximum(first, np.searchsorted(self.words.starts, end, side="left") - 1)
        return list(zip(first.tolist(), last.tolist(), strict=True))

    def mentions(self) -> list[Found]:
        """The reading's mentions, in their order."""
        mentions = self.reading.mentions
        phrases = self.phrases((m.span.start, m.span.end) for m in mentions)
        found = zip(phrases, mentions, strict=True)
        return [Found(p, sort_of(self.words, *p), m.confidence, actor=m.actor) for p, m in found]

    def slots(self) -> list[Found]:
        """Places, times and figures that the taggers mark."""
        found = [Found(p, Sort.PLACE, c) for p, c in tagged(self, "place") if self._names(p)]
        found += self.times()
        for number in range(len(FIGURES)):
            found += [Found(p, Sort.FIGURE, c, number) for p, c in tagged(self, "figure", number)]
        return found

    def _names(self, phrase: Phrase) -> bool:
        """Whether a phrase that the tagger marked is more than an article or the rest of a word."""
        words = [self.words.surface(word) for word in range(phrase[0], phrase[1] + 1)]
        return words[0] not in DASHES and any(word.lower() not in ARTICLES for word in words)

    def times(self) -> list[Found]:
        """Time expressions: what the rules find and the tagger allows, and what the tagger is sure of alone."""
        tags = self.signals.tags["when"]
        inside = tags[:, 1] + tags[:, 2]
        ruled = self.phrases(_dates(self.reading.report.text))
        ruled = [p for p in ruled if p[1] < len(inside) and self.words.sentence[p[0]] == self.words.sentence[p[1]]]
        found = [Found(p, Sort.WHEN, float(inside[p[0] : p[1] + 1].max())) for p in ruled]
        found = [f for f in found if f.confidence > DATED]
        taken = {word for f in found for word in range(f.phrase[0], f.phrase[1] + 1)}
        alone = [Found(p, Sort.WHEN, c) for p, c in tagged(self, "when") if c > UNRULED]
        return found + [f for f in alone if taken.isdisjoint(range(f.phrase[0], f.phrase[1] + 1))]


@lru_cache(8)
def _dates(text: str) -> list[tuple[int, int]]:
    """What the rules find; statements and events both ask."""
    return dates.find(text)


def tagged(view: View, tagger: str, kind: int = 0, bias: float = 0.0) -> list[tuple[Phrase, float]]:
    """The phrases that a BIO tagger marks with its `kind`-th label, and how sure it is of each.

    A word is marked where "begins" and "goes on" together are likelier than everything else by `bias`; a phrase ends
    where its sentence ends.
    """
    tags = view.signals.tags[tagger]
    begins, goes_on = tags[:, 1 + 2 * kind], tags[:, 2 + 2 * kind]
    inside = begins + goes_on
    phrases: list[Phrase] = []
    for word in np.flatnonzero(inside > 0.5 + bias / 2).tolist():
        joins = phrases and phrases[-1][1] == word - 1 and begins[word] < goes_on[word]
        if joins and view.words.sentence[word] == view.words.sentence[word - 1]:
            phrases[-1] = (phrases[-1][0], word)
        else:
            phrases.append((word, word))
    return [(phrase, float(inside[phrase[0] : phrase[1] + 1].mean())) for phrase in phrases]


def candidates(found: list[Found]) -> Candidates:
    """Phrases as the heads take them."""
    order = {actor: number for number, actor in enumerate(dict.fromkeys(f.actor for f in found if f.actor))}
    rows = [(*f.phrase, int(f.sort), order[f.actor] if f.actor else -1) for f in found]
    return Candidates(*np.array(rows, dtype=np.int64).reshape(-1, 4).T)
