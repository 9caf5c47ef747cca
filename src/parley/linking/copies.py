"""Reports that are near-copies of one text: lightly edited, cut, put in another order, under another headline."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from parley.linking.groups import Groups
from parley.linking.growing import Ties
from parley.linking.outlets import Outlets
from parley.linking.outlets_credits import AGENCIES, agencies, alike
from parley.linking.shingles import Shared, Shingles
from parley.record import Copies, Link, Reading, Reason, Ref

__all__ = ["CopyBook", "copies", "grouped", "links", "score"]

CONTAINED = 0.35
"""The share of the shorter text that stands in the longer one, from which on they are copies. Edited copies of one text
have 0.45 and more, two of a third one 0.2 and more; own reports on one matter have less than 0.1, and with a paragraph
of background that an agency puts under all its reports up to 0.3."""
COVERS = 0.12
"""The share of the longer text: a roundup that takes in several reports whole is a copy of none of them."""
LEAST = 12
"""Shingles that must be shared: below it a common phrase or two would do."""
STEEP = 20.0
"""How fast the log-odds rise with the share; at CONTAINED they are even."""


def copies(readings: Iterable[Reading], outlets: Outlets | None = None) -> tuple[Copies, ...]:
    """The groups of two reports or more that are near-copies of one text, the earliest first.

    Copies of one text are all joined, although two desks may have kept different halves of it. The same readings give
    the same groups in whatever order they come.
    """
    return CopyBook(outlets).update(readings, ())


class CopyBook:
    """The copies among the reports that are in; these go in and out in any order."""

    def __init__(self, outlets: Outlets | None = None) -> None:
        self._outlets = outlets
        self._shingles = Shingles()
        self._at: dict[str, int] = {}
        self._readings: dict[str, Reading] = {}
        self._links: dict[str, dict[str, Link]] = {}
        self._ties: Ties[str] = Ties()
        self._made: dict[str, Copies] = {}

    def update(self, readings: Iterable[Reading], gone: Iterable[str]) -> tuple[Copies, ...]:
        """Take in readings that are new or others than before, and forget reports."""
        new = {reading.report.id: reading for reading in sorted(readings, key=lambda reading: reading.report.id)}
        touched = {*new, *gone}
        for report in (*new, *gone):
            touched |= self._forget(report)
        self._readings |= new
        self._at |= zip(new, self._shingles.take(new.values()), strict=True)
        for report in new:
            touched |= self._compare(report)
        self._write(touched | self._ties.settle())
        return tuple(sorted(self._made.values(), key=lambda one: _age(self._readings[one.reports[0]])))

    def _forget(self, report: str) -> set[str]:
        if self._readings.pop(report, None):
            self._shingles.drop(self._at.pop(report))
        others = self._links.pop(report, {})
        for other in others:
            del self._links[other][report]
            self._ties.tie(frozenset((report, other)), ())
        return set(others)

    def _compare(self, report: str) -> set[str]:
        found = links(self._shingles, self._at[report])
        for link in found:
            self._links.setdefault(link.a.report, {})[link.b.report] = link
            self._links.setdefault(link.b.report, {})[link.a.report] = link
            pair = link.a.report, link.b.report
            self._ties.tie(frozenset(pair), (pair,))
        return {report for link in found for report in (link.a.report, link.b.report)}

    def _write(self, reports: set[str]) -> None:
        """Write anew the groups that these are in."""
        groups = {self._ties.group(report) for report in reports}
        for report in reports.union(*groups):
            self._made.pop(report, None)
        for group in groups:
            if len(group) > 1:
                each = ((one, other) for one in sorted(group) for other in sorted(self._links[one]) if one < other)
                ordered = [self._links[one][other] for one, other in each]
                made = _copies([self._readings[one] for one in group], ordered, self._outlets)
                self._made[made.reports[0]] = made


def links(shingles: Shingles, at: int | None = None) -> list[Link]:
    """The pairs of reports that are copies, with the reasons; with `at`, those of the report at that place only.

    Whether two are copies depends on the two alone, so that the links of a report that is added later are all that
    is new.
    """
    found = shingles.pairs(LEAST) if at is None else shingles.like(at, LEAST)
    return [_link(pair) for pair in found if pair.contained >= CONTAINED and pair.covers >= COVERS]


def score(pair: Shared) -> float:
    """The log-odds that two reports are copies, 0 where it is even."""
    return STEEP * (pair.contained - CONTAINED)


def _link(pair: Shared) -> Link:
    one, other = sorted((pair.one, pair.other))
    odds = score(pair)
    reason = Reason("wording", f"{pair.contained:.0%} of the shorter text stands in the longer one", round(odds, 2))
    return Link(Ref(one, "report", 0), Ref(other, "report", 0), _probability(odds), (reason,))


def _probability(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 4)


def grouped(
    found: Iterable[Link], readings: Mapping[str, Reading], outlets: Outlets | None = None
) -> tuple[Copies, ...]:
    """The links' connected reports, as groups."""
    groups: Groups[str] = Groups()
    joined = sorted(found, key=lambda link: (link.a, link.b))
    for link in joined:
        groups.join(link.a.report, link.b.report)
    by_group: dict[str, list[Link]] = {}
    for link in joined:
        by_group.setdefault(groups.find(link.a.report), []).append(link)
    made = [
        _copies([readings[report] for report in group], by_group[groups.find(group[0])], outlets)
        for group in groups.all()
    ]
    return tuple(sorted(made, key=lambda one: _age(readings[one.reports[0]])))


def _copies(group: Sequence[Reading], found: Sequence[Link], outlets: Outlets | None) -> Copies:
    ordered = sorted(group, key=_age)
    first = ordered[0].report.id
    reasons = tuple(
        Reason("wording", f"{link.a} and {link.b}: {reason.detail}", reason.weight)
        for link in found
        for reason in link.reasons
    )
    credited = _credited(ordered, outlets or Outlets.ours())
    return Copies(f"copies/{first}", tuple(one.report.id for one in ordered), credited, reasons)


def _age(reading: Reading) -> tuple[date, str]:
    """The order of publication; reports without a day come last."""
    return reading.report.published or date.max, reading.report.id


def _credited(group: Sequence[Reading], outlets: Outlets) -> str | None:
    """The agency that most of the reports credit or are of, by its fullest name."""
    named = [name for reading in group for name in agencies(reading, outlets)]
    known = [name for name in named if name != AGENCIES] or named
    counts = Counter(known)
    votes = {name: sum(count for other, count in counts.items() if alike(name, other)) for name in counts}
    return min(votes, key=lambda name: (-votes[name], -len(name), name), default=None)
