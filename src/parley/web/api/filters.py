"""What a list may be asked for, as the options of the command line."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import Depends, Query
from pydantic import BaseModel, ConfigDict, Field

from parley.exports.record_filter import Filter

__all__ = ["Filtered", "From", "Name", "Order", "To"]

_LONGEST = 200
_MOST_ORIGINS = 1_000


Name = Annotated[str | None, Query(max_length=_LONGEST, description="By a part of the name, in any case, or by id.")]
From = Annotated[date | None, Query(alias="from", description="Not before that day.")]
To = Annotated[date | None, Query(alias="to", description="Not after that day.")]
Order = Annotated[
    str, Query(pattern="^(newest|oldest|most|origins)$", description="The newest first, the oldest, the most, …")
]


def _field(description: str, alias: str | None = None) -> Any:  # noqa: ANN401 - as pydantic's own
    return Field(None, max_length=_LONGEST, description=description, alias=alias)


class _Given(BaseModel):
    """The parameters of a list."""

    model_config = ConfigDict(frozen=True)

    talks: str | None = _field("Of these talks, by id or by part of their name.")
    actor: str | None = _field("In which somebody so called takes part or speaks.")
    side: str | None = _field("In which somebody of that side takes part or speaks.")
    outlet: str | None = _field("That this outlet tells.")
    kind: str | None = _field("Of this type, as attack, demand, ended-no-deal.", "type")
    since: date | None = Field(None, alias="from", description="Not before that day.")
    until: date | None = Field(None, alias="to", description="Not after that day.")
    min_origins: int = Field(1, ge=1, le=_MOST_ORIGINS, description="That so many origins tell.")


def _filter(given: Annotated[_Given, Query()]) -> Filter:
    asked = given.model_dump(exclude={"min_origins"})
    return Filter(**asked, origins=given.min_origins)


Filtered = Annotated[Filter, Depends(_filter)]
