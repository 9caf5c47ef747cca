"""Which words name or describe somebody."""

from __future__ import annotations

from dataclasses import replace

from parley.reading.view import View, tagged
from parley.record import Actor, Mention, Reading

__all__ = ["decode"]


def decode(view: View, bias: float) -> Reading:
    """The reading with its mentions, each an actor of its own until it is asked who is who."""
    mentions = tuple(
        Mention(view.span(phrase), f"m{number}", int(view.words.sentence[phrase[0]]), confidence)
        for number, (phrase, confidence) in enumerate(tagged(view, "mention", bias=bias))
    )
    return replace(view.reading, mentions=mentions, actors={m.actor: Actor(m.actor, None) for m in mentions})
