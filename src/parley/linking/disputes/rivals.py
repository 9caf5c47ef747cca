"""Rival values put together to a dispute."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from parley.linking.disputes.lines import Line, by_day
from parley.record import Dispute, Version
from parley.record.dispute import Verdict

__all__ = ["dispute", "rival"]

Values = Mapping[str, Sequence[Line]]
"""Of each value the lines that claim it."""


def dispute(about: str, slot: str, values: Values, kind: Verdict = "conflict") -> Dispute | None:
    """The dispute about a slot; None where no two values are claimed by different people in different places."""
    held = {value: sorted(set(lines), key=by_day) for value, lines in values.items() if lines}
    if not rival(held.values()):
        return None
    order = sorted(held, key=lambda value: (by_day(held[value][0]), value))
    versions = tuple(Version(value, tuple(line.evidence for line in held[value])) for value in order)
    return Dispute(f"dispute:{about}:{slot}", about, slot, versions, kind)


def rival(groups: Iterable[Sequence[Line]]) -> bool:
    """Whether two of the values rest on different events that different people claim."""
    known = [list(lines) for lines in groups]
    return any(
        one.ref != other.ref and one.voices != other.voices
        for at, lines in enumerate(known)
        for others in known[at + 1 :]
        for one in lines
        for other in others
    )
