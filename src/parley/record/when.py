"""When something happened, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.record.span import Span

Known = Literal["stated", "resolved", "unknown"]
CountedFrom = Literal["publication", "text"]


@dataclass(frozen=True, slots=True)
class When:
    """A time expression and what it stands for.

    `date` is an ISO 8601 prefix whose length is its precision (2025, 2025-10, 2025-10-30) or an interval of two of them
    (2025-10-25/2025-10-28). `known` says how: *stated* in the text, *resolved* from the publication date or another
    date in the text (`counted_from` says which), or *unknown*, and then `date` is None. `duration` is the ISO 8601
    duration of a length of time ("for three days": P3D), None where the words name no length.
    """

    span: Span
    date: str | None
    known: Known
    counted_from: CountedFrom | None = None
    duration: str | None = None

    def __post_init__(self) -> None:
        if (self.date is None) != (self.known == "unknown"):
            raise ValueError("a date is given exactly when it is known")
        if self.counted_from and self.known != "resolved":
            raise ValueError("only a resolved date is counted from another")
