"""How long a round or a truce lasted, or was to last."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from parley.codebook.numbers import NUMBER, amounts
from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line, Saying
from parley.linking.disputes.rivals import quoted_otherwise
from parley.linking.talks.named import Named
from parley.record import Dispute, Ref
from parley.record.dispute import Verdict
from parley.record.talks import Track

__all__ = ["lengths"]

Values = dict[str, list[Saying]]
_MORE = r"(?:more than|at least|a little over|just over|nearly|almost|about|around|some) "
_TALKS = r"(?: of)?(?: [\w-]+)? (?:talks|negotiations|bargaining|discussions|dialogue|meetings?|session|sitting|round)"
_TRUCE = r"(?: [\w-]+)? (?:ceasefire|truce|pause|lull)"
_LENGTH = re.compile(
    r"\b(?:(?P<before>last|lasted|lasting|took|taken|takes|ran|run|runs|for|over|after|spent|spanned) )?"
    rf"(?P<more>{_MORE})?(?P<number>{NUMBER})[ -](?P<unit>minute|hour|day|week)s?\b"
    rf"(?:(?P<truce>{_TRUCE})|(?P<talks>{_TALKS})|(?P<not> (?:ago|later|earlier|before|after|notice|old)))?"
)
"""A number of hours or days that something lasts, with the words that tell that it lasts."""
_BARE = re.compile(
    rf"\b(?:length|duration)\b[^.;]{{0,30}}?(?P<more>{_MORE})?(?P<number>{NUMBER})(?![\w:.-]*[ -]?(?:\d|%))"
)
"""A length whose unit is that of the length told just before."""
NEXT = 2
"""Sentences within which a bare number is told of the length just told."""


def lengths(talks: Sequence[Named], book: Book) -> Iterator[Dispute]:
    """One dispute for each round or truce, and unit, of which different lengths are told."""
    for named in talks:
        told: dict[tuple[str, str], Values] = defaultdict(lambda: defaultdict(list))
        seen: set[tuple[str, int, str]] = set()
        for word, about in named.told:
            line = book.line(word.ref)
            for unit, value in (
                _lengths(line, word.track, book) if about != named.process.id and not line.denied else ()
            ):
                if (line.ref.report, line.event.sentence, unit) not in seen:
                    seen.add((line.ref.report, line.event.sentence, unit))
                    told[about, unit][value].append(line)
                    for other, said in _bare(line, book):
                        told[about, unit][other].append(said)
        for (about, unit), values in told.items():
            found = book.dispute(about, f"how long ({unit}s)", values, _kind(values), quoted_otherwise)
            if found:
                yield found


def _lengths(line: Line, track: Track, book: Book) -> Sequence[tuple[str, str]]:
    return book.noted(line.ref.report, ("lengths", line.ref.index, track), lambda: list(_told(line, track)))


def _told(line: Line, track: Track) -> Iterator[tuple[str, str]]:
    """The lengths in a sentence: unit and value."""
    for match in _LENGTH.finditer(line.quote((line.evidence.span,)).lower()):
        if match[track] or (match["before"] and not (match["truce"] or match["talks"] or match["not"])):
            yield match["unit"], _shown(match)


def _bare(line: Line, book: Book) -> Iterator[tuple[str, Saying]]:
    """Lengths in the statements of the next sentences that have no unit of their own."""
    for index, said in enumerate(line.reading.statements):
        if 0 < said.sentence - line.event.sentence <= NEXT:
            words = line.quote(said.content).lower()
            match = _BARE.search(words)
            if match and not _LENGTH.search(words):
                yield _shown(match), book.saying(Ref(line.ref.report, "statement", index))


def _shown(match: re.Match[str]) -> str:
    low = amounts(match["number"])[0].low
    more = (match["more"] or "").startswith(("more", "at least", "a little over", "just over"))
    return f"{low}+" if more else str(low)


def _kind(values: Mapping[str, Sequence[Saying]]) -> Verdict:
    """What was planned and what came of it are a later update."""
    planned = [all(isinstance(one, Line) and not one.told for one in said) for said in values.values()]
    return "later-update" if planned.count(False) == 1 else "conflict"
