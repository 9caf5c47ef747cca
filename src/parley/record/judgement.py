"""What a person decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

Verb = Literal["accept", "reject", "correct", "merge", "split", "name", "resolve", "fulfil", "undo"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, never changed: undoing it is another one, whose `target` is its id.

    `target` is the id of anything in the record (a `Ref` as text, the id of an incident, talks, dispute …) and `others`
    what it is merged with or what is split off; `field` and `value` say what a correction sets. `quote` holds the words
    that the finding rested on when it was judged, so that a later reading can be compared, and `reader` says whose
    reading of a finding or report was judged; None for anything else. `at` is UTC."""

    id: str
    at: datetime
    user: str
    verb: Verb
    target: str
    others: tuple[str, ...] = ()
    field: str | None = None
    value: str | None = None
    why: str | None = None
    quote: str | None = None
    reader: str | None = None
