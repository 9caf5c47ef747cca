"""States, and what the rules of linking write for themselves, in words for people; JSON keeps the codes."""

from __future__ import annotations

import re
from collections.abc import Callable

from parley.exports import wording
from parley.exports.record_arrow import RUNGS
from parley.exports.record_desk import Desk, as_days
from parley.exports.wording import state_words

__all__ = ["state_words", "worded"]

_TOKEN = re.compile(r"\d{4}-\d\d-\d\d(/[\d.-]+)?|[^\W\d][\w/-]*")


def worded(text: str, desk: Desk, state: Callable[[str], str] = state_words) -> str:
    """A slot or a value with names for ids, days as people write them, and states in words, which `state` gives."""

    def word(found: re.Match[str]) -> str:
        token = found[0]
        if token[0].isdigit():
            return as_days(token)
        if token in RUNGS:
            return state(token)
        return desk.name(token) if token in desk.record.actors else token

    return wording.shown(re.sub(r"\+(?=\w)", ", ", _TOKEN.sub(word, text)))
