"""The moment that what is new is counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from parley.errors import Malformed
from parley.store import Kept

__all__ = ["Cut"]

_LENGTH_OF_DAY = len("2025-11-08")


@dataclass(frozen=True, slots=True)
class Cut:
    """The start of a day of publication or, with `filed`, a moment (UTC) at which reports were added to the record.

    Reports without a day are told apart by nothing but when they were filed: counted by day, they are old.
    """

    moment: datetime
    filed: bool = False

    @classmethod
    def of(cls, given: str, *, filed: bool = False) -> Cut:
        """The cut of an ISO date, or of an ISO date and time, which without a zone is UTC; Malformed for others."""
        try:
            moment = datetime.fromisoformat(given)
        except ValueError as problem:
            raise Malformed("--since", f"{given!r} is no date", "write it as 2025-11-08") from problem
        if not filed and len(given) > _LENGTH_OF_DAY:
            raise Malformed("--since", "reports are published on a day", "leave out the time, or add --filed")
        return cls(moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC), filed)

    @property
    def day(self) -> date:
        """The day of the moment."""
        return self.moment.date()

    @property
    def words(self) -> str:
        """As it is told in a sentence: "since 8 November 2025"."""
        day = f"{self.day.day} {self.moment:%B %Y}"
        return f"among reports filed since {day}, {self.moment:%H:%M} UTC" if self.filed else f"since {day}"

    def is_old(self, kept: Kept) -> bool:
        """Whether a report was there before."""
        if self.filed:
            added = kept.added if kept.added.tzinfo else kept.added.replace(tzinfo=UTC)
            return added < self.moment
        published = kept.report.published
        return published is None or published < self.day

    def __str__(self) -> str:
        return f"{'filed' if self.filed else 'published'} before {self.moment.isoformat()}"
