"""What a list may be asked for, as the options of the command line."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Query

from parley.exports.record_filter import Filter

__all__ = ["Filtered", "From", "Name", "Order", "To"]

_LONGEST = 200
_MOST_ORIGINS = 1_000


def _name(description: str, alias: str | None = None) -> object:
    return Query(max_length=_LONGEST, description=description, alias=alias)


Name = Annotated[str | None, Query(max_length=_LONGEST, description="By a part of the name, in any case, or by id.")]
From = Annotated[date | None, Query(alias="from", description="Not before that day.")]
To = Annotated[date | None, Query(alias="to", description="Not after that day.")]
Order = Annotated[
    str, Query(pattern="^(newest|oldest|most|origins)$", description="The newest first, the oldest, the most, …")
]


def _filter(
    talks: Annotated[str | None, _name("Of these talks, by id or by part of their name.")] = None,
    actor: Annotated[str | None, _name("In which somebody so called takes part or speaks.")] = None,
    side: Annotated[str | None, _name("In which somebody of that side takes part or speaks.")] = None,
    outlet: Annotated[str | None, _name("That this outlet tells.")] = None,
    kind: Annotated[str | None, _name("Of this type, as attack, demand, ended-no-deal.", "type")] = None,
    since: From = None,
    until: To = None,
    min_origins: Annotated[int, Query(ge=1, le=_MOST_ORIGINS, description="That so many origins tell.")] = 1,
) -> Filter:
    return Filter(talks, actor, side, outlet, kind, since, until, min_origins)


Filtered = Annotated[Filter, Depends(_filter)]
