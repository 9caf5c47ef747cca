"""When something happened, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from parley.record.span import Span

Known = Literal["stated", "resolved", "unknown"]


@dataclass(frozen=True, slots=True)
class When:
    """A time expression and what it stands for.

    `date` is an ISO 8601 prefix whose length is its precision (2025, 2025-10, 2025-10-30) or an interval of two of them
    (2025-10-25/2025-10-28). `known` says how: *stated* in the text, *resolved* from the publication date or another
    date in the text, or *unknown*, and then `date` is None."""

    span: Span
    date: str | None
    known: Known

    def __post_init__(self) -> None:
        if (self.date is None) != (self.known == "unknown"):
            raise ValueError("a date is given exactly when it is known")
