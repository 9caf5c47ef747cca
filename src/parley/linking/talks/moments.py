"""Which of several claims of one day is the later one: by the hour told for it, else by a fixed order of reports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from parley.record import Reading, Ref, StatusClaim, When

__all__ = ["NOON", "Moment", "Moments", "hour_of"]


class Moment(NamedTuple):
    """When a claim was made, greater for a later one: the hour; the day of the last report that tells it; outlet,
    title and id of the report, of several the first in the alphabet; how near to its head, where what is newest stands.
    `lead` counts from the head of the report in which it stands nearest to it, from 0."""

    hour: float
    day: str
    report: tuple[str, ...]
    order: int
    lead: int

    @property
    def as_read(self) -> tuple[object, ...]:
        """The same, but within a report in the order in which it is read."""
        return self.hour, self.day, self.report, -self.order


NOON = 12.0
"""The hour of what is told without one."""
_CLOCK = re.compile(r"\b(\d{1,2})(?:[:.](\d\d))?\s*(?:(a)|p)\.?m\b|\b([01]?\d|2[0-3]):([0-5]\d)\b", re.IGNORECASE)
_PARTS = {
    "early": 6.0,
    "late": 21.0,
    "dawn": 5.0,
    "sunrise": 6.0,
    "morning": 9.0,
    "midday": 12.0,
    "noon": 12.0,
    "afternoon": 15.0,
    "dusk": 18.0,
    "sunset": 18.0,
    "evening": 19.0,
    "tonight": 21.0,
    "night": 21.0,
}
"""The usual hours of the parts of a day; of several words the last in this list counts ("late on Friday morning")."""


@dataclass(frozen=True)
class Moments:
    """The moments of what is told in some reports."""

    readings: Mapping[str, Reading]

    @classmethod
    def over(cls, readings: Iterable[Reading]) -> Moments:
        """Those of these readings."""
        return cls({reading.report.id: reading for reading in readings})

    def of(self, claim: StatusClaim) -> Moment:
        """When on its day a claim was made: by the last hour that any telling of it has; and where it is told first."""
        mine = [one.ref for one in claim.evidence if one.day == claim.day] or [one.ref for one in claim.evidence]
        hours = [hour for ref in mine if (hour := self._hour(ref)) is not None]
        *place, index = min((*self._place(ref.report), ref.index) for ref in mine)
        day = max(self._published(ref.report) for ref in mine)
        return Moment(max(hours, default=NOON), day, tuple(place), -index, min(ref.index for ref in mine))

    def _hour(self, ref: Ref) -> float | None:
        reading = self.readings.get(ref.report)
        found = (hour_of(when.span.quote(reading.report)) for when in _times(reading, ref)) if reading else ()
        return next((hour for hour in found if hour is not None), None)

    def _published(self, report: str) -> str:
        found = self.readings.get(report)
        return found.report.published.isoformat() if found and found.report.published else ""

    def _place(self, report: str) -> tuple[str, str, str]:
        found = self.readings.get(report)
        told = found.report if found else None
        outlet = (told and told.outlet and (told.outlet.name or told.outlet.site)) or ""
        return outlet.casefold(), ((told and told.title) or "").casefold(), report


def _times(reading: Reading, ref: Ref) -> Iterator[When]:
    """When something was said, where that is told, else when it was."""
    event = reading.events[ref.index] if ref.kind == "event" else None
    said = event.statement if event else ref.index
    if said is not None:
        yield from reading.statements[said].when
    if event:
        yield from event.when


@lru_cache(1 << 14)
def hour_of(words: str) -> float | None:
    """The hour of the day that words of a time tell, 0 to 24; None where they tell none."""
    clock = _CLOCK.search(words)
    if clock and clock[4]:
        return int(clock[4]) + int(clock[5]) / 60
    if clock:
        return int(clock[1]) % 12 + int(clock[2] or 0) / 60 + (0 if clock[3] else 12)
    told = [hour for word, hour in _PARTS.items() if re.search(rf"\b{word}\b", words, re.IGNORECASE)]
    return told[-1] if told else None
