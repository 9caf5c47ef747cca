"""The places before they are compiled."""

from __future__ import annotations

from dataclasses import dataclass, field

from parley.gazetteer.entry import Entry, Way


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with everything it is called, and how."""

    entry: Entry
    called: dict[str, Way] = field(default_factory=dict)

    def call(self, name: str, way: Way) -> None:
        """Add a name; the first way counts."""
        self.called.setdefault(name, way)
