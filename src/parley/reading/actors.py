"""Who is who inside a report: which mentions are one actor, and what the words tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.reading.joining import Belief, Weights, join, shipped, stage, tell_kinds
from parley.reading.occurrences import Occurrence, Offsets
from parley.reading.profiles import profiles
from parley.reading.view import View
from parley.record import Actor, Mention, Reading, Report, Sentence

__all__ = ["decode", "identify"]


def identify(
    report: Report,
    sentences: Sequence[Sentence],
    spans: Sequence[Offsets],
    kinds: Sequence[Belief] = (),
    confidences: Sequence[float] = (),
    *,
    weights: Weights | None = None,
) -> tuple[Mapping[str, Actor], tuple[Mention, ...]]:
    """The actors of a report by id, and its mentions in the order of the text, each with its actor.

    `kinds` (a kind of actor, or a probability for each) and `confidences`, where they are known, belong to the `spans`
    one by one. A span given twice is one mention. A state that only the words of others name ("Lebanese troops") is an
    actor without a mention.
    """
    weights = weights or shipped()
    found = stage(report, sentences, spans)
    given = dict(zip(spans, kinds, strict=False))
    sure = dict(zip(spans, confidences, strict=False))
    tell_kinds(found.scene, weights, given)
    join(found, weights)
    actors, names = profiles(found.cast)

    def mention(here: Occurrence) -> Mention:
        span = here.start, here.end
        return Mention(report.span(*span), names[found.cast.of[here.index].id], here.sentence, sure.get(span, 1.0))

    return actors, tuple(mention(here) for here in found.scene.occurrences)


def decode(view: View, kinds: Sequence[Belief] = ()) -> Reading:
    """The reading with its mentions put to actors; `kinds` are what a model says of the mentions, one by one."""
    reading = view.reading
    spans = [(mention.span.start, mention.span.end) for mention in reading.mentions]
    sure = [mention.confidence for mention in reading.mentions]
    actors, mentions = identify(reading.report, reading.sentences, spans, kinds, sure)
    return replace(reading, actors=actors, mentions=mentions)
