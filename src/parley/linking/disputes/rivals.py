"""Rival values put together to a dispute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from parley.linking.disputes.lines import Saying, by_day
from parley.record import Dispute, Version
from parley.record.dispute import Verdict

__all__ = ["Apart", "Values", "apart_from_telling", "dispute", "others", "quoted_otherwise", "rival"]

Said = TypeVar("Said", bound=Saying)
Values = Mapping[str, Sequence[Said]]
"""Of each value the lines that claim it."""
Apart = Callable[[Said, Said], bool]
"""Whether two lines with different values can be rivals."""


def others(one: Saying, other: Saying) -> bool:
    """Whether different people say it."""
    return one.voices != other.voices


def apart_from_telling(one: Saying, other: Saying) -> bool:
    """Whether different people say it, and no outlet for itself in one report: it tells one thing after another."""
    own = one.evidence.claimant.own_voice or other.evidence.claimant.own_voice
    return others(one, other) and not (own and one.ref.report == other.ref.report)


def quoted_otherwise(one: Saying, other: Saying) -> bool:
    """Whether different people say it, or two reports quote one as saying it on one day."""
    at_once = one.evidence.day is not None and one.evidence.day == other.evidence.day
    return others(one, other) or (at_once and one.ref.report != other.ref.report)


def dispute(
    about: str, slot: str, values: Values[Said], kind: Verdict = "conflict", apart: Apart[Said] = others
) -> Dispute | None:
    """The dispute about a slot; None where no two values are claimed by different people in different places."""
    held = {value: sorted(set(lines), key=by_day) for value, lines in values.items() if lines}
    if not rival(held.values(), apart):
        return None
    order = sorted(held, key=lambda value: (by_day(held[value][0]), value))
    versions = tuple(Version(value, tuple(line.evidence for line in held[value])) for value in order)
    return Dispute(f"dispute:{about}:{slot}", about, slot, versions, kind)


def rival(groups: Iterable[Sequence[Said]], apart: Apart[Said] = others) -> bool:
    """Whether two of the values rest on different events that are rivals."""
    known = [list(lines) for lines in groups]
    return any(
        one.ref != other.ref and apart(one, other)
        for at, lines in enumerate(known)
        for rest in known[at + 1 :]
        for one in lines
        for other in rest
    )
