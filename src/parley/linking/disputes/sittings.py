"""When a round sat, and who stood between the sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from datetime import timedelta

from parley.linking.days import apart, told_to_the_day
from parley.linking.disputes.book import Book
from parley.linking.disputes.lines import Line
from parley.linking.talks.named import Named
from parley.linking.talks.sittings import Sitting
from parley.linking.talks.word import Word
from parley.record import Dispute, Version
from parley.record.dispute import Verdict

__all__ = ["sittings"]

BEGUN = frozenset(("ceasefire",))
AT_ONCE = 1
"""Days after a sitting within which parties tell what was agreed at it."""
AGREED = frozenset("ceasefire ended-deal".split())
NEAR = 7
"""Days by which tellings of one sitting may differ."""
OPENED = frozenset(("opened",))
HELD = frozenset("opened continued ended-deal ended-no-deal".split())


def sittings(talks: Sequence[Named], book: Book) -> Iterator[Dispute]:
    """The disputes about the rounds and truces of each process."""
    seen: set[Sequence[Version]] = set()
    for named in talks:
        for about, sitting in (*named.truces.items(), *named.rounds.items()):
            told = [word for word in named.words_on(about) if word.event.reality == "actual"]
            states = BEGUN if about in named.truces else HELD
            helped = [word for word in told if word.helpers and not word.helpers & named.process.sides]
            terms = _terms(about, sitting, named, book) if AGREED & {word.state for word in told} else None
            yield from (
                one
                for one in (_dates(about, _near(told, sitting), states, book), _mediators(about, helped, book))
                if one
            )
            if terms and terms.versions not in seen:
                seen.add(terms.versions)
                yield terms


def _dates(about: str, words: Sequence[Word], states: Container[str], book: Book) -> Dispute | None:
    """On which days it sat or began; days that touch may be parts of one sitting."""
    values: dict[str, list[Line]] = defaultdict(list)
    for word in _rivals([word for word in words if word.state in states]):
        for told in word.dates:
            values[told].append(book.line(word.ref))
    days = [found for told in values if (found := told_to_the_day(told))]
    kind: Verdict = "conflict" if any(apart(a, b) for a in days for b in days) else "different-scope"
    return book.dispute(about, "dates", values, kind)


def _near(words: Sequence[Word], sitting: Sitting) -> Sequence[Word]:
    """Those whose days are about its own: not what looks back to another."""
    return [
        word
        for word in words
        if all(apart(days, sitting.days) <= NEAR for days in map(told_to_the_day, word.dates) if days)
    ]


def _rivals(words: Sequence[Word]) -> Sequence[Word]:
    """Without those that tell the day of its opening, where all tell the same: the day of its end is no rival."""
    opened = {told for word in words if word.state in OPENED for told in word.dates}
    return words if len(opened) > 1 else [word for word in words if word.state not in OPENED]


def _mediators(about: str, words: Sequence[Word], book: Book) -> Dispute | None:
    """Who mediated, where some name one and others two."""
    values: dict[str, list[Line]] = defaultdict(list)
    for word in words:
        if all(helper in book.names for helper in word.helpers):
            values["+".join(sorted(word.helpers))].append(book.line(word.ref))
    return book.dispute(about, "who mediated", values)


def _terms(about: str, sitting: Sitting, named: Named, book: Book) -> Dispute | None:
    """What was agreed: what each party tells at once of what was promised there."""
    values: dict[str, list[Line]] = defaultdict(list)
    last = sitting.days[1]
    for line in book.beside("pledge", last, last + timedelta(AT_ONCE)):
        if line.doers & named.process.sides and not line.evidence.claimant.own_voice:
            values["as told by " + "+".join(sorted(line.by))].append(line)
    return book.dispute(about, "what was agreed", values)
