"""What single events say of talks: the words that everything about talks is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from parley.linking.casting import Casting
from parley.linking.talks.numbering import numbers_told
from parley.record import Canon, Event, Party, Reading, Ref
from parley.record.talks import Track

__all__ = ["TRUCE", "Word", "words", "words_of"]

TRUCE = frozenset(("ceasefire", "violated"))
"""States of a truce; all others are states of talks."""
BODIES = frozenset("state government armed_group faction party igo".split())
"""What can be a side or a mediator by itself; others are one only as part of a state."""
HELPS = frozenset(("mediated",))
"""States whose actors stand between the sides."""


@dataclass(frozen=True, slots=True)
class Word:
    """One event that says something of talks or a truce.

    `sides` and `helpers` are ids of the record's actors, each walked to its side; `dates` are ISO dates or intervals as
    told; `venue` is the first place that it names; `day` is the report's day of publication; `numbers` are those that
    its sentence gives to a round ("third round")."""

    ref: Ref
    event: Event
    track: Track
    state: str
    sides: frozenset[str]
    helpers: frozenset[str]
    dates: tuple[str, ...]
    venue: str | None
    day: date | None
    numbers: tuple[str, ...] = ()


def words(readings: Iterable[Reading], casting: Casting) -> list[Word]:
    """Every event with a state of talks, in the order of day, report and place in it."""
    found = [word for reading in readings for word in words_of(reading, casting)]
    return sorted(found, key=lambda word: (word.day or date.max, word.ref))


def words_of(reading: Reading, casting: Casting) -> Iterator[Word]:
    """Those of one reading, in the order of their places in it."""
    report = reading.report
    if not any(event.talks for event in reading.events):
        return
    numbers = numbers_told(reading)
    for index, event in enumerate(reading.events):
        if event.talks is None:
            continue
        helpers, sides = _split(report.id, event, casting)
        yield Word(
            ref=Ref(report.id, "event", index),
            event=event,
            track="truce" if event.talks in TRUCE else "talks",
            state=event.talks,
            sides=sides - helpers,
            helpers=helpers,
            dates=tuple(when.date for when in event.when if when.date),
            venue=_venue(reading, event),
            day=report.published,
            numbers=tuple(numbers.get(index, ())),
        )


def _split(report: str, event: Event, casting: Casting) -> tuple[frozenset[str], frozenset[str]]:
    actors, recipients = _sides(report, event.actors, casting), _sides(report, event.recipients, casting)
    if event.talks in HELPS or ("third-party" in event.modes and recipients):
        return actors - recipients, recipients
    return frozenset(), actors | recipients


def _sides(report: str, parties: Sequence[Party], casting: Casting) -> frozenset[str]:
    """Those of the parties, or of their members, that can be a side; "both" without more tells nobody."""
    found = (side for party in parties for side in casting.sides(casting.of(report, party.actor)))
    return frozenset(side for side in found if _may_be_side(casting.actors.get(side)))


def _may_be_side(actor: Canon | None) -> bool:
    return actor is not None and (actor.country is not None or actor.kind in BODIES)


def _venue(reading: Reading, event: Event) -> str | None:
    """The name of the first place, as the gazetteer has it where it does; descriptions ("the same city") are none."""
    for place in event.place:
        quote = place.span.quote(reading.report)
        name = getattr(place, "name", None) or quote
        if name[:1].isupper():
            return str(name)
    return None
