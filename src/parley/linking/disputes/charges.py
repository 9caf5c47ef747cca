"""Charges, and those who deny them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from parley.linking.demands.likeness import cosine
from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.disputes.rivals import dispute
from parley.linking.growing import Ties
from parley.linking.incidents.words import stems
from parley.record import Dispute, Ref

__all__ = ["Charges"]

NEAR = 2
"""Sentences within which a denial answers a charge of its own report."""
LEAST = 2
"""Least words that a charge and a denial in different reports share."""
ALIKE = 0.2
"""Least cosine of the words of a charge and a denial in different reports."""


class Charges:
    """The charges that somebody denies, with all who make or deny them; kept up as reports come and go."""

    def __init__(self) -> None:
        self._ties: Ties[Ref] = Ties()
        self._denials, self._charged = _Words(), _Words()
        self._pairs: dict[str, set[frozenset[Ref]]] = defaultdict(set)
        self._made: dict[Ref, tuple[Dispute, ...]] = {}

    def update(self, reports: Iterable[str], book: Book) -> list[Dispute]:
        """Look again at what some reports tell; gives one dispute for each charge that is denied."""
        looked = list(reports)
        for report in looked:
            self._forget(report)
        for report in looked:
            lines = book.of(report)
            self._denials.put(report, ((line, line.doers) for line in lines if _denies(line)))
            self._charged.put(report, ((line, _accused(line)) for line in lines if _charges(line)))
        for report in looked:
            self._tie(report, book)
        again = {line.ref for report in looked for line in book.of(report)}
        self._write(again | self._ties.settle(), book)
        return [one for made in self._made.values() for one in made]

    def _forget(self, report: str) -> None:
        self._ties.tie(report, ())
        for pair in self._pairs.pop(report, ()):
            self._ties.tie(pair, ())
        self._denials.put(report, ())
        self._charged.put(report, ())

    def _tie(self, report: str, book: Book) -> None:
        lines = book.of(report)
        denials = [line for line in lines if _denies(line)]
        self._ties.tie(report, ((one.ref, other.ref) for one, other in _near(denials, lines)))
        pairs = [(line, charge) for line in denials for charge in self._charged.like(line, line.doers)]
        pairs += [
            (denial, line) for line in lines if _charges(line) for denial in self._denials.like(line, _accused(line))
        ]
        for denial, charge in pairs:
            if cosine(denial.words, charge.words) >= ALIKE:
                pair = frozenset((denial.ref, charge.ref))
                self._ties.tie(pair, ((denial.ref, charge.ref),))
                for ref in pair:
                    self._pairs[ref.report].add(pair)

    def _write(self, refs: set[Ref], book: Book) -> None:
        groups = {self._ties.group(ref) for ref in refs}
        for ref in refs.union(*groups):
            self._made.pop(ref, None)
        for group in groups:
            if len(group) > 1:
                self._made[min(group)] = tuple(_of(book.lines(group)))


class _Words:
    """Lines by the sides that they are about and by their words."""

    def __init__(self) -> None:
        self._lines: dict[str, list[tuple[Line, frozenset[str]]]] = {}
        self._index: dict[tuple[str, str], dict[Ref, Line]] = defaultdict(dict)

    def put(self, report: str, lines: Iterable[tuple[Line, frozenset[str]]]) -> None:
        """Put the lines of a report in place of those it had."""
        for line, sides in self._lines.pop(report, ()):
            for key in product(sides, line.words):
                del self._index[key][line.ref]
        found = list(lines)
        if found:
            self._lines[report] = found
        for line, sides in found:
            for key in product(sides, line.words):
                self._index[key][line.ref] = line

    def like(self, line: Line, sides: Iterable[str]) -> Iterator[Line]:
        """Those about one of the sides that share so many words with a line."""
        found: dict[Ref, Line] = {}
        for side in sides:
            shared: Counter[Ref] = Counter()
            for word in line.words:
                shared.update(self._index.get((side, word), {}).keys())
            several = (ref for ref, count in shared.items() if count >= LEAST)
            found |= {ref: self._of(side, ref, line.words) for ref in several}
        yield from found.values()

    def _of(self, side: str, ref: Ref, words: Iterable[str]) -> Line:
        return next(known[ref] for word in words if ref in (known := self._index.get((side, word), {})))


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
    for denial in denials:
        for line in lines:
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
