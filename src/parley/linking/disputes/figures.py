"""How many: rival figures of the killed, injured and held of one incident, and of the things it was about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line, Saying
from parley.linking.disputes.nobody import nobody
from parley.linking.disputes.rivals import Apart, dispute, quoted_otherwise
from parley.linking.disputes.things import things
from parley.linking.disputes.victims import Count, counts
from parley.linking.incidents.words import stems
from parley.record import Dispute, Figure, Incident, Ref
from parley.record.dispute import Verdict

__all__ = ["figures"]

CIVIL = frozenset("civilians people protesters media religious company ngo".split())
"""Kinds of victims who bear no arms."""
ARMED = frozenset("military police armed_group criminals".split())
WHOLE = 100
"""So many times as many are those of a war, not of a day in it."""
Bounds = tuple[int | None, int | None]


def figures(incident: Incident, lines: Sequence[Line], book: Book) -> Iterator[Dispute]:
    """One dispute for each slot and side of the victims, or owners, of which more than one figure is told."""
    by_victims: dict[str, list[Count]] = defaultdict(list)
    for count in (*counts(lines, book), *things(lines, book)):
        by_victims[f"{count.slot} ({', '.join(filter(None, (count.whose, count.sort)))})"].append(count)
    killed = [slot for slot in by_victims if slot.startswith("killed")]
    unharmed = {killed[0]: list(nobody(lines, book))} if len(killed) == 1 else {}
    for slot, same in by_victims.items():
        values: dict[str, list[Saying]] = defaultdict(list)
        if slot in unharmed:
            values["0"].extend(unharmed[slot])
        for count in same:
            value = _shown(count.figure) or (count.quote if stems(count.quote) else None)
            if value:
                values[value].append(count.line)
        found = dispute(incident.id, slot, values, _kind(same), _comparable(same))
        if found:
            yield found


def _comparable(counts: Sequence[Count]) -> Apart[Saying]:
    """Whether two lines are rivals: not where one counts a hundred times what the other counts, as for a whole war; nor
    where who gives one gives, in the same report, another that agrees with the other, as whole and part."""
    least = {count.line.ref: count.figure.low or count.figure.high or 0 for count in counts}
    told: dict[tuple[str, str], set[Bounds]] = defaultdict(set)
    of: dict[Ref, set[Bounds]] = defaultdict(set)
    for count in counts:
        of[count.line.ref].add(count.bounds)
        if count.bounds != (None, None):
            told[_source(count.line)].add(count.bounds)

    def agrees(one: Saying, other: Saying) -> bool:
        mine = told[_source(one)] if len(told[_source(one)]) > 1 else set()
        return any(not _excluded(here, there) for here in mine for there in of[other.ref])

    def apart(one: Saying, other: Saying) -> bool:
        low, high = sorted((least.get(one.ref, 0), least.get(other.ref, 0)))
        alike = agrees(one, other) or agrees(other, one)
        return quoted_otherwise(one, other) and not alike and (not low or high < WHOLE * low)

    return apart


def _source(line: Saying) -> tuple[str, str]:
    return line.ref.report, line.evidence.claimant.id


def _shown(figure: Figure) -> str | None:
    """12, 12+, up to 12, 10–12; None for words without a number."""
    low, high = figure.low, figure.high
    if low is None:
        return None if high is None else f"up to {high}"
    return f"{low}+" if high is None else str(low) if low == high else f"{low}–{high}"


def _kind(counts: Sequence[Count]) -> Verdict:
    """Figures that cannot both be true are in conflict, unless the higher one is told later by the same people; those
    that can be are a later count where they grow with the days, else counts of different things."""
    told = {(count.bounds, count.line.evidence.claimant.id, count.line.evidence.day): count for count in counts}
    pairs = [(one, other) for one, other in combinations(told.values(), 2) if one.bounds != other.bounds]
    if any(_excluded(one.bounds, other.bounds) and not _updated(one, other) for one, other in pairs):
        return "conflict"
    return "later-update" if any(_grows(one, other) for one, other in pairs) else "different-scope"


def _excluded(one: Bounds, other: Bounds) -> bool:
    return _below(one, other) or _below(other, one)


def _below(one: Bounds, other: Bounds) -> bool:
    return one[1] is not None and other[0] is not None and one[1] < other[0]


def _updated(one: Count, other: Count) -> bool:
    """Whether the same people tell the second later, and higher."""
    same = one.line.evidence.claimant.id == other.line.evidence.claimant.id
    return same and (_grows(one, other) or _grows(other, one))


def _grows(one: Count, other: Count) -> bool:
    days = one.line.evidence.day, other.line.evidence.day
    if days[0] is None or days[1] is None or days[0] == days[1]:
        return False
    first, last = (one, other) if days[0] < days[1] else (other, one)
    return (first.bounds[0] or 0) < (last.bounds[0] or 0)
