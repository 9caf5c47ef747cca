"""Days: those of a claim or an incident, and those that are asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from parley.record import Incident, StatusClaim

__all__ = ["Window", "day_of", "days_of", "full_days"]

_LONG = len("2025-11-08")
_WIDEST = timedelta(days=7)
"""What lasts longer than this is told of no day that it could be drawn on."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days from one to another, both among them; None is open."""

    first: date | None = None
    last: date | None = None

    def holds(self, day: date | None) -> bool:
        """Whether a day is among them; one that is not told is where nothing is asked for."""
        if day is None:
            return self == Window()
        return (self.first or date.min) <= day <= (self.last or date.max)


def full_days(iso: str | None) -> tuple[date, ...]:
    """The first and the last day of an ISO day or interval; of one that is open the first; none of months and years."""
    parts = [part for part in (iso or "").split("/") if part != ".."]
    if not all(len(part) == _LONG for part in parts):
        return ()
    return tuple(date.fromisoformat(part) for part in parts)


def day_of(claim: StatusClaim) -> date | None:
    """The day that a claim is of: the last one of what it looks back to, else that on which it was made."""
    looked = full_days(claim.as_of)
    return looked[-1] if looked else claim.day


def days_of(incident: Incident) -> tuple[date, date] | None:
    """The first and the last day of an incident; None where it is told of no day or of too many to be drawn on one."""
    days = full_days(incident.when)
    if not days or days[-1] - days[0] > _WIDEST:
        return None
    return days[0], days[-1]
