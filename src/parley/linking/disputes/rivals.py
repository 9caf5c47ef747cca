"""Rival values put together to a dispute."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, islice, starmap
from typing import TypeVar

from parley.linking.disputes.lines import Saying, by_day
from parley.record import Dispute, Link, Reason, Version
from parley.record.dispute import Verdict

__all__ = ["Apart", "Past", "Values", "apart_from_telling", "dispute", "others", "quoted_otherwise", "rival"]

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
    told = {value: set(lines) for value, lines in values.items() if lines}
    if len(told) < 2:
        return None
    held = {value: sorted(lines, key=by_day) for value, lines in told.items()}
    order = sorted(held, key=lambda value: (by_day(held[value][0]), value))
    links = tuple(starmap(_link, rivals((held[value] for value in order), apart)))
    if not links:
        return None
    versions = tuple(Version(value, tuple(line.evidence for line in held[value])) for value in order)
    return Dispute(f"dispute:{about}:{slot}", about, slot, versions, kind, links)


class Past:
    """The disputes about some things as they were made last: one is made anew only where other lines claim its values.

    Lines are the same as long as nothing about their reports changes.
    """

    def __init__(self, before: Past | None = None) -> None:
        self._before = before._made if before else {}
        self._made: dict[tuple[str, str], _Made] = {}

    def dispute(
        self, about: str, slot: str, values: Values[Said], kind: Verdict = "conflict", apart: Apart[Said] = others
    ) -> Dispute | None:
        """As `dispute`; for a slot of a thing `apart` is always the same."""
        told: Mapping[str, frozenset[Saying]] = {value: frozenset(lines) for value, lines in values.items() if lines}
        known = self._before.get((about, slot))
        if known is None or known[0] != kind or known[1] != told:
            known = kind, told, dispute(about, slot, values, kind, apart)
        self._made[about, slot] = known
        return known[2]


_Made = tuple[Verdict, Mapping[str, frozenset[Saying]], Dispute | None]
"""What a dispute was made of, and the dispute."""


def rival(groups: Iterable[Sequence[Said]], apart: Apart[Said] = others) -> bool:
    """Whether two of the values rest on different events that are rivals."""
    return next(rivals(groups, apart), None) is not None


def rivals(groups: Iterable[Sequence[Said]], apart: Apart[Said] = others) -> Iterator[tuple[Said, Said]]:
    """Of each two values the first two events, where there are any, that are rivals."""
    for lines, rest in combinations(map(list, groups), 2):
        pairs = ((one, other) for one in lines for other in rest if one.ref != other.ref and apart(one, other))
        yield from islice(pairs, 1)


def _link(one: Saying, other: Saying) -> Link:
    """Why two are rivals: who says it, on which days, and from where they have it; by rule, not by a score."""
    mine, theirs = one.evidence, other.evidence
    names = f"{mine.claimant.name} and {theirs.claimant.name}"
    by = names if others(one, other) else f"{mine.claimant.name}, quoted otherwise elsewhere"
    days = sorted({str(told.day or "a day not told") for told in (mine, theirs)})
    origin = "one origin, which tells both" if mine.origin == theirs.origin else "two origins"
    told = (("speakers", by), ("days", " and ".join(days)), ("origins", origin))
    return Link(one.ref, other.ref, 1.0, tuple(Reason(feature, detail, 0.0) for feature, detail in told))
