"""How many things an act of violence was about: posts, vehicles, drones, strikes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from parley.codebook.numbers import NUMBER, amounts
from parley.linking.disputes.book import Book
from parley.linking.disputes.callings import roots
from parley.linking.disputes.lines import Line
from parley.linking.disputes.victims import UNKNOWN, Count, states_of
from parley.record import Figure

__all__ = ["things"]

ACTS = frozenset("ASSAULT COERCE MOBILIZE".split())
"""Types of acts of which things are counted."""
THINGS = {
    "posts": "posts positions checkpoints outposts check-posts",
    "camps": "camps hideouts bases",
    "vehicles": "tanks vehicles trucks cars humvees carriers",
    "drones": "drones uavs quadcopters",
    "aircraft": "aircraft jets planes warplanes helicopters",
    "missiles": "missiles rockets shells mortars",
    "buildings": "houses homes buildings schools shops",
    "strikes": "strikes airstrikes sorties raids attacks clashes explosions blasts bombings",
    "places": "locations sites targets villages",
}
"""What is counted, by the words for it."""
_NAMES = {word: name for name, words in THINGS.items() for word in words.split()}
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_OTHER = rf"(?:and|or|in|on|at|by|from|to|of|for|with|was|were|people|more|{_MONTH})"
_BETWEEN = rf"(?: (?!{_OTHER}\b)[^\W\d][\w'’-]*)"
_COUNTED = re.compile(
    rf"(?P<more>(?:at least|more than|over|above) )?(?P<number>{NUMBER})(?![\w%-])"
    rf"{_BETWEEN}{{0,3}} (?P<thing>{'|'.join(_NAMES)})\b(?: (?:on|of) the [\w-]+ side)?"
)
_DATED = re.compile(rf"(?:\b{_MONTH}|\bno\.?|\bof) \Z")
YEARS = range(1900, 2100)


def things(lines: Sequence[Line], book: Book) -> Iterator[Count]:
    """What the lines of an incident count, each number put to the act told nearest to it."""
    states = states_of(lines, book)
    by_sentence: dict[tuple[str, int], list[Line]] = {}
    for line in lines:
        if not line.denied and line.event.type in ACTS:
            by_sentence.setdefault((line.ref.report, line.event.sentence), []).append(line)
    for same in by_sentence.values():
        yield from _counted(same, states)


def _counted(lines: Sequence[Line], states: Mapping[str, frozenset[str]]) -> Iterator[Count]:
    span, report = lines[0].evidence.span, lines[0].reading.report
    text = span.quote(report)
    lowered = text.lower()
    for match in _COUNTED.finditer(lowered) if len(lowered) == len(text) else ():
        figure = amounts(match["number"])[0]
        if figure.low <= 1 or figure.low in YEARS or _DATED.search(lowered, 0, match.start()):
            continue
        at = span.start + match.start()
        line = min(lines, key=lambda one: (abs(one.event.trigger.start - at), one.ref))
        words = report.span(at, span.start + match.end())
        high = None if match["more"] else figure.high
        yield Count(
            _NAMES[match["thing"]], Figure(words, figure.low, high), line, _whose(words.quote(report), line, states)
        )


def _whose(words: str, line: Line, states: Mapping[str, frozenset[str]]) -> str:
    """By the name in the words, else by those that it was done to, else unknown."""
    named = [side for side, names in states.items() if names & roots(words)]
    hit = line.others & states.keys()
    return next((next(iter(sides)) for sides in (named, hit) if len(sides) == 1), UNKNOWN)
