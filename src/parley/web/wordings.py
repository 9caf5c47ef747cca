"""What the rules of linking write for themselves, in words for people, and in the reader's language."""

from __future__ import annotations

from parley.exports import record_worded
from parley.exports.record_desk import Desk
from parley.web.states import state_words

__all__ = ["worded"]


def worded(text: str, desk: Desk) -> str:
    """A slot or a value with names for ids, days as people write them, and states in words."""
    return record_worded.worded(text, desk, state_words)
