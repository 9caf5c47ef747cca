"""Who answers for each finding, asked often and remembered as long as nothing about its report changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parley.linking.casting import Casting
from parley.linking.claims import claimants, evidence
from parley.linking.origins_index import Origins
from parley.record import Claimant, Evidence, Origin, Reading, Ref

__all__ = ["Teller", "Told"]

Told = tuple[Evidence, tuple[Claimant, ...]]
"""Of a finding, the evidence and all who answer for it: several where a text of several bodies speaks for itself."""


class Teller:
    """The evidence of findings by the readings, people and origins of the present."""

    def __init__(
        self, readings: Iterable[Reading] = (), casting: Casting | None = None, origins: Sequence[Origin] = ()
    ) -> None:
        self.readings: dict[str, Reading] = {}
        self.casting, self.origins = Casting(), Origins()
        self._told: dict[str, dict[Ref, Told]] = {}
        self.update(readings, (), casting or Casting(), origins)

    def update(
        self, readings: Iterable[Reading], gone: Iterable[str], casting: Casting, origins: Sequence[Origin]
    ) -> None:
        """Take in readings that are others than before, or of which anybody or any origin is, and forget reports."""
        new: Mapping[str, Reading] = {reading.report.id: reading for reading in readings}
        for report in (*new, *gone):
            self._told.pop(report, None)
            self.readings.pop(report, None)
        self.readings |= new
        self.casting, self.origins = casting, Origins.over(origins)

    def __call__(self, ref: Ref) -> Told:
        """Who answers for a finding; raises KeyError or IndexError where there is none."""
        known = self._told.setdefault(ref.report, {})
        found = known.get(ref)
        if found is None:
            reading = self.readings[ref.report]
            told = claimants(reading, ref, self.casting, self.origins)
            found = known[ref] = evidence(reading, ref, self.casting, self.origins), told
        return found

    def evidence(self, ref: Ref) -> Evidence:
        """The evidence alone."""
        return self(ref)[0]
