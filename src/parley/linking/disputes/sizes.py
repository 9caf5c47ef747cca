"""How many people a side sent to the talks."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from parley.codebook.numbers import NUMBER, amounts
from parley.linking.disputes.book import Book
from parley.linking.disputes.callings import PERSONAL
from parley.linking.disputes.lines import Saying
from parley.linking.disputes.rivals import quoted_otherwise
from parley.linking.talks.named import Named
from parley.record import Dispute, Reading, Ref, Sentence

__all__ = ["sizes"]

_TEAM = r"(?:team|delegation|side|mission)"
_SIZE = re.compile(
    rf"\b(?P<a>{NUMBER})[ -](?:man|member|person|strong)s?[ -](?:[\w-]+ )?{_TEAM}"
    rf"|\b{_TEAM} of (?P<b>{NUMBER})\b"
    rf"|\b{_TEAM}(?: of [\w-]+)? (?:was|is|were|had|has) (?P<c>{NUMBER})(?: (?:members|strong|people))?\b"
    rf"|\bsent (?:only )?(?P<d>{NUMBER})(?: of)?(?: [\w-]+)? (?:officials|delegates|envoys|negotiators|representatives)"
)
"""A number of people told of a team, in words that say nothing else."""
OF = re.compile(r"\A,? of (?:the )?")


def sizes(talks: Sequence[Named], book: Book) -> Iterator[Dispute]:
    """One dispute for each round and side of whose team different sizes are told."""
    told: dict[tuple[str, str], dict[str, list[Saying]]] = defaultdict(lambda: defaultdict(list))
    for named in talks:
        for report, about in _rounds(named).items():
            reading = book.readings[report]
            for number, at, size in book.noted(report, "sizes", partial(_all_sizes, reading)):
                side, ref = _side(at, reading, number, named, book), _ref(reading, number, at)
                if side and ref:
                    told[about, side][str(size)].append(book.saying(ref))
    for (about, side), values in told.items():
        found = book.dispute(about, f"size of the team ({side})", values, apart=quoted_otherwise)
        if found:
            yield found


def _rounds(named: Named) -> dict[str, str]:
    """Of each report the round that it says most about."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for word, about in named.told:
        if about in named.rounds:
            counts[word.ref.report][about] += 1
    return {report: min(abouts, key=lambda one: (-abouts[one], one)) for report, abouts in counts.items()}


def _all_sizes(reading: Reading) -> list[tuple[int, tuple[int, int], int]]:
    """The sentences in which sizes are told, where, and which."""
    return [(number, *told) for number, one in enumerate(reading.sentences) for told in _sizes(reading, one)]


def _sizes(reading: Reading, sentence: Sentence) -> Iterator[tuple[tuple[int, int], int]]:
    """Where in the report a size is told, and which."""
    text = sentence.span.quote(reading.report).lower()
    for match in _SIZE.finditer(text) if sentence.body else ():
        number = next(filter(None, match.groups()))
        start = sentence.span.start
        yield (start + match.start(), start + match.end()), amounts(number)[0].low


def _side(at: tuple[int, int], reading: Reading, number: int, named: Named, book: Book) -> str | None:
    """The side whose team it is: named right after it, else last before it."""
    report, text = reading.report.id, reading.report.text
    mentions = [one for one in reading.mentions if one.sentence == number]
    after = OF.match(text[at[1] : at[1] + 20])
    inside = [one for one in mentions if one.span.start < at[1] and one.span.end > at[0]]
    next_ = [one for one in mentions if after and 0 <= one.span.start - at[1] <= after.end()]
    before = sorted((one for one in mentions if one.span.end <= at[0]), key=lambda one: -one.span.end)
    for one in (*next_, *inside, *before):
        actor = reading.actors.get(one.actor)
        sides = book.casting.sides(book.casting.of(report, one.actor)) & named.process.sides
        if actor and actor.kind not in PERSONAL and len(sides) == 1:
            return next(iter(sides))
    return None


def _ref(reading: Reading, number: int, at: tuple[int, int]) -> Ref | None:
    """The statement that the words stand in, else the first event of their sentence."""
    for index, said in enumerate(reading.statements):
        if any(piece.start < at[1] and piece.end > at[0] for piece in said.content):
            return Ref(reading.report.id, "statement", index)
    events = [index for index, event in enumerate(reading.events) if event.sentence == number]
    return Ref(reading.report.id, "event", events[0]) if events else None
