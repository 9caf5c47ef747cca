"""Charges, and those who deny them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from parley.linking.demands.likeness import cosine
from parley.linking.disputes.lines import Book, Line
from parley.linking.disputes.rivals import dispute
from parley.linking.groups import Groups
from parley.linking.incidents.words import stems
from parley.record import Dispute, Ref

__all__ = ["charges"]

NEAR = 2
"""Sentences within which a denial answers a charge of its own report."""
LEAST = 2
"""Least words that a charge and a denial in different reports share."""
ALIKE = 0.2
"""Least cosine of the words of a charge and a denial in different reports."""


def charges(book: Book) -> Iterator[Dispute]:
    """One dispute for each charge that somebody denies, with all who make it and all who deny it."""
    lines = book.all
    denials = [line for line in lines if _denies(line)]
    groups: Groups[Ref] = Groups()
    for one, other in (*_near(denials, lines), *_alike(denials, lines)):
        groups.join(one.ref, other.ref)
    for group in groups.all():
        yield from _of(book.lines(group))


def _of(lines: Sequence[Line]) -> Iterator[Dispute]:
    values = {
        "charged": [line for line in lines if not _denies(line)],
        "denied": [line for line in lines if _denies(line)],
    }
    found = dispute(str(lines[0].ref), "whether it is so", values)
    if found:
        yield found


def _denies(line: Line) -> bool:
    """A denial in words, or that somebody did not own up to what is laid to him."""
    event = line.event
    if event.reality == "denied":
        return event.type == "CONCEDE"
    return event.type == "REJECT" and event.aspect == "denial"


def _charges(line: Line) -> bool:
    """A charge, or that somebody is said by another to have owned up to it."""
    event = line.event
    owned = event.type == "CONCEDE" and event.talks is None and bool(line.doers) and not line.by & line.doers
    return line.told and (event.type == "ACCUSE" or event.aspect == "accusation" or owned)


def _accused(line: Line) -> frozenset[str]:
    return line.doers if line.event.type == "CONCEDE" or not line.others else line.others


def _near(denials: Sequence[Line], lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """A denial and what it answers in its own report: the charge just made, or what the one answered has just said."""
    by_report: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        by_report[line.ref.report].append(line)
    for denial in denials:
        for line in by_report[denial.ref.report]:
            if 0 <= denial.event.sentence - line.event.sentence <= NEAR and _answers(denial, line):
                yield denial, line


def _answers(denial: Line, line: Line) -> bool:
    if _denies(line) or not line.told or line.ref == denial.ref:
        return False
    charged = _charges(line) and bool(denial.doers & _accused(line) or denial.others & line.doers)
    said = bool(denial.others & line.by) and _speaks_of(denial, line)
    accusing = line.doers if _charges(line) and line.event.type != "CONCEDE" else frozenset()
    return (charged or said) and not (line.by | accusing) & denial.doers


def _speaks_of(denial: Line, line: Line) -> bool:
    """Whether a denial in the words of its own speaks of what another line tells, or has no words of its own."""
    content = stems(denial.quote(denial.event.content))
    return denial.event.sentence == line.event.sentence or len(content) < LEAST or bool(content & line.words)


def _alike(denials: Sequence[Line], lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """A denial and a charge against the same in other reports in like words."""
    by_accused: dict[str, list[Line]] = defaultdict(list)
    for line in filter(_charges, lines):
        for side in _accused(line):
            by_accused[side].append(line)
    for denial in denials:
        for charge in {one.ref: one for side in denial.doers for one in by_accused[side]}.values():
            if len(denial.words & charge.words) >= LEAST and cosine(denial.words, charge.words) >= ALIKE:
                yield denial, charge
