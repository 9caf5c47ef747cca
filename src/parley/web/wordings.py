"""What the rules of linking write for themselves, in words for people."""

from __future__ import annotations

import re

from parley.exports import wording
from parley.exports.record_arrow import RUNGS
from parley.exports.record_desk import Desk, as_days
from parley.web.states import state_words

__all__ = ["worded"]

_TOKEN = re.compile(r"\d{4}-\d\d-\d\d(/[\d.-]+)?|[^\W\d][\w/-]*")


def worded(text: str, desk: Desk) -> str:
    """A slot or a value with names for ids, days as people write them, and states in words."""
    return wording.shown(re.sub(r"\+(?=\w)", ", ", _TOKEN.sub(lambda found: _word(found[0], desk), text)))


def _word(token: str, desk: Desk) -> str:
    if token[0].isdigit():
        return as_days(token)
    if token in RUNGS:
        return state_words(token)
    return desk.name(token) if token in desk.record.actors else token
