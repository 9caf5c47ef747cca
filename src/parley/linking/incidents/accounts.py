"""What a report tells of one happening: the facts that accounts are compared by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from parley.codebook import plover
from parley.linking.casting import Casting
from parley.linking.days import Days, days_of
from parley.linking.incidents.story import Story, story_of
from parley.linking.incidents.words import names, stem, stems
from parley.record import Canon, Event, Figure, Party, Reading, Ref, Report, When

__all__ = ["Account", "Spot", "account", "accounts", "merged", "sides_of"]

ELSEWHERE = frozenset(("demand", "guarantee", "evidence"))
"""Aspects that are filed under the demands."""
ORGANISED = frozenset(
    "state government military police delegation armed_group faction party igo ngo company media court "
    "religious".split()
)
"""Kinds of actors that can be a side; people without one are nobody's."""
NEARBY = 2
"""The where_prec of a place that is named after one which lies near, or may."""
SERVICES = frozenset("state government military police delegation".split())
UNREAL = frozenset(("planned", "hypothetical", "requested"))
"""What has not happened, as its own source tells it."""
SURE = 0.6
"""A place less likely meant than this is compared by its words only."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that the gazetteer knows: degrees, UCDP's where_prec, and its country where it has one."""

    id: str
    latitude: float
    longitude: float
    precision: int
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Account:
    """One event of a report, or several that are one happening.

    `families` are quad categories; `stems` those of the triggers and `words` those of their sentences. `actors`,
    `recipients`, their sides (`acting`, `receiving`) and `speakers` are ids of `Canon`, `known` those of people and
    groups that are not a whole side. `places` are words and `spots` where they lie; `days` are those told, `times` the
    words of times that stay unresolved; `tolls` are kind and number; `reals` are labels of reality; `many` is for
    events named in the plural without a day; `at` is the sentence and `statement` that of the first event. `opens` are
    the statements made by these acts, `wished` those that ask for or foresee them. `story` is what its report is about.
    `sides` are those of all who take part; `happened` says whether any label of reality says so, `bare` whether neither
    day nor place is told.
    """

    refs: tuple[Ref, ...]
    published: date | None
    families: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    recipients: frozenset[str] = frozenset()
    acting: frozenset[str] = frozenset()
    receiving: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    speakers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    spots: frozenset[Spot] = frozenset()
    days: frozenset[Days] = frozenset()
    times: frozenset[str] = frozenset()
    tolls: frozenset[tuple[str, int]] = frozenset()
    reals: frozenset[str] = frozenset()
    many: bool = False
    at: frozenset[int] = frozenset()
    opens: frozenset[int] = frozenset()
    wished: frozenset[int] = frozenset()
    statement: int | None = None
    story: Story | None = None
    sides: frozenset[str] = field(init=False)
    happened: bool = field(init=False)
    bare: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sides", self.acting | self.receiving)
        object.__setattr__(self, "happened", bool(self.reals - UNREAL))
        object.__setattr__(self, "bare", not (self.days or self.places or self.times))

    @property
    def report(self) -> str:
        """The id of its report."""
        return self.refs[0].report


def accounts(reading: Reading, casting: Casting, story: Story | None = None) -> list[Account]:
    """One for every event of a reading that is not filed under the talks or the demands; `story` is its report's."""
    story = story or story_of(reading.report)
    return [
        account(reading, index, casting, story) for index, event in enumerate(reading.events) if _is_happening(event)
    ]


def _is_happening(event: Event) -> bool:
    return event.type != "TALKS" and event.talks is None and event.aspect not in ELSEWHERE


def account(reading: Reading, index: int, casting: Casting, story: Story | None = None) -> Account:
    """What one event tells."""
    report, event = reading.report, reading.events[index]
    actors, recipients = (_cast(report, parties, casting) for parties in (event.actors, event.recipients))
    return Account(
        refs=(Ref(report.id, "event", index),),
        published=report.published,
        families=frozenset((_family(event.type),)),
        types=frozenset((event.type,)),
        stems=frozenset(stem(word) for word in event.trigger.quote(report).split()),
        words=_words(reading, event),
        actors=actors,
        recipients=recipients,
        acting=sides_of(actors, casting),
        receiving=sides_of(recipients, casting),
        known=frozenset(one for one in actors | recipients if _is_apart(one, casting)),
        speakers=_speakers(reading, event, casting),
        places=frozenset(name for place in event.place for name in names(place.span.quote(report))),
        spots=_spots(event),
        days=frozenset(days for when in event.when if when.date and (days := days_of(when.date))),
        times=_times(report, event.when),
        tolls=frozenset(_tolls(event)),
        reals=frozenset((event.reality,)),
        many=_is_many(event.trigger.quote(report)) and not event.when,
        at=frozenset((event.sentence,)),
        opens=_opens(reading, event),
        wished=frozenset((event.statement,) if event.reality in UNREAL and event.statement is not None else ()),
        statement=event.statement,
        story=story,
    )


def _is_many(trigger: str) -> bool:
    """Whether it looks like a noun in the plural: verbs that end so are few in news, which tells of the past."""
    return trigger.endswith("s") and not trigger.endswith("ss")


def _family(type_: str) -> str:
    """The quad category of a PLOVER type; another vocabulary's type is a family of its own."""
    return (plover.quad(type_) if type_ in plover.types() else None) or type_


def _words(reading: Reading, event: Event) -> frozenset[str]:
    if event.sentence >= len(reading.sentences):
        return frozenset()
    return stems(reading.sentences[event.sentence].span.quote(reading.report))


def _cast(report: Report, parties: Iterable[Party], casting: Casting) -> frozenset[str]:
    return frozenset(casting.of(report.id, party.actor) for party in parties)


def sides_of(people: Iterable[str], casting: Casting) -> frozenset[str]:
    """The states and organisations on whose sides people are."""
    sides = (side for person in people for side in _own_side(person, casting))
    return frozenset(side for side in sides if _is_side(casting.actors.get(side)))


def _own_side(person: str, casting: Casting) -> frozenset[str]:
    """An armed group is a side of its own, whatever it is said to act for."""
    canon = casting.actors.get(person)
    return frozenset((person,)) if canon and canon.kind == "armed_group" else casting.sides(person)


def _is_side(canon: Canon | None) -> bool:
    """Whether it is an organisation that more than one report knows, or a state; what is only described is none."""
    if canon is None or canon.kind not in ORGANISED:
        return False
    return canon.kind == "state" or bool(canon.registry) or "/" not in canon.id


def _is_apart(person: str, casting: Casting) -> bool:
    """Whether naming it says more than its side: a state and its forces take part in all that the side does."""
    canon = casting.actors.get(person)
    return canon is None or (canon.kind not in SERVICES and not (canon.acts_for is None and _is_side(canon)))


def _opens(reading: Reading, event: Event) -> frozenset[int]:
    """The statements that are made by this act: their cue is its trigger."""
    said = enumerate(reading.statements)
    return frozenset(at for at, one in said if one.cue and one.cue.overlaps(event.trigger))


def _speakers(reading: Reading, event: Event, casting: Casting) -> frozenset[str]:
    if event.statement is None or event.statement >= len(reading.statements):
        return frozenset()
    source = reading.statements[event.statement].source
    return _cast(reading.report, (source,), casting) if source else frozenset()


def _spots(event: Event) -> frozenset[Spot]:
    return frozenset(
        Spot(place.id, place.latitude, place.longitude, place.precision, place.country)
        for place in event.place
        if place.id and place.latitude is not None and place.longitude is not None and place.precision
        if place.confidence >= SURE and not (place.why and place.precision == NEARBY)
    )


def _times(report: Report, told: Iterable[When]) -> frozenset[str]:
    return frozenset(word for when in told if not when.date for word in stems(when.span.quote(report)))


def _tolls(event: Event) -> Iterable[tuple[str, int]]:
    told: tuple[tuple[str, Sequence[Figure]], ...] = (
        ("killed", event.killed),
        ("injured", event.injured),
        ("held", event.held),
    )
    return ((kind, figure.low) for kind, figures in told for figure in figures if figure.low is not None)


def merged(parts: Sequence[Account]) -> Account:
    """What several accounts of one report tell together, in the order of its events."""
    ordered = sorted(parts, key=lambda one: one.refs)
    if len(ordered) == 1:
        return ordered[0]
    refs = tuple(ref for one in ordered for ref in one.refs)
    together = {name: frozenset().union(*(getattr(one, name) for one in ordered)) for name in SETS}
    return replace(ordered[0], refs=refs, many=all(one.many for one in ordered), **together)  # type: ignore[arg-type]


SETS = tuple(one.name for one in fields(Account) if one.init and str(one.type).startswith("frozenset"))
