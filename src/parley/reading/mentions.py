"""Which words name or describe somebody."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from parley.encoder.links import PRONOUNS
from parley.encoder.words import Shape, Words
from parley.reading.view import Phrase, View, tagged
from parley.record import Actor, Mention, Reading

__all__ = ["decode"]

LONGEST = 5
"""Letters of a rank or title cut short ("Spc. Walsh", "Lt. Gen. Munir")."""


def decode(view: View, bias: float) -> Reading:
    """The reading with its mentions, each an actor of its own until it is asked who is who."""
    found = joined(view.words, tagged(view, "mention", bias=bias))
    mentions = tuple(
        Mention(view.span(phrase), f"m{number}", int(view.words.sentence[phrase[0]]), confidence)
        for number, (phrase, confidence) in enumerate(found)
    )
    return replace(view.reading, mentions=mentions, actors={m.actor: Actor(m.actor, None) for m in mentions})


def joined(words: Words, found: Iterable[tuple[Phrase, float]]) -> list[tuple[Phrase, float]]:
    """A title cut short and the name that it stands before are one, as sure as the less sure of both."""
    out: list[tuple[Phrase, float]] = []
    for phrase, confidence in found:
        if out and _titled(words, out[-1][0], phrase):
            (first, _), before = out.pop()
            out.append(((first, phrase[1]), min(before, confidence)))
        else:
            out.append((phrase, confidence))
    return out


def _titled(words: Words, title: Phrase, name: Phrase) -> bool:
    last, first = title[1], name[0]
    near = first == last + 2 and words.surface(last + 1) == "." and words.sentence[last] == words.sentence[first]
    loud = words.looks[last, 0] == words.looks[first, 0] == Shape.TITLE
    short = len(words.surface(last)) <= LONGEST and words.surface(first).lower() not in PRONOUNS
    return bool(near and loud and short)
