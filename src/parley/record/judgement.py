"""What a person decides."""

from __future__ import annotations

from collections.abc import Sequence
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


def history(judgements: Sequence[Judgement], target: str) -> tuple[Judgement, ...]:
    """All of them that are about a thing, or are the one of that id, with what undoes them, in the order given."""
    about = {one.id for one in judgements if target in (one.target, *one.others, one.id)}
    grown = -1
    while grown != len(about):
        grown = len(about)
        about |= {one.id for one in judgements if one.verb == "undo" and one.target in about}
    return tuple(one for one in judgements if one.id in about)
