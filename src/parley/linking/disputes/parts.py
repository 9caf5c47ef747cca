"""What one incident was, who did it and to whom, where and when: rival tellings of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from parley.linking.days import length, told_to_the_day
from parley.linking.disputes.figures import ARMED, CIVIL
from parley.linking.disputes.lines import Line
from parley.linking.disputes.rivals import apart_from_telling, dispute, others
from parley.linking.disputes.victims import SLOTS
from parley.linking.incidents.words import kindred, stem, stems
from parley.record import Dispute, Incident

__all__ = ["parts"]

VIOLENT = frozenset(("ASSAULT",))
MEETINGS = frozenset(("CONSULT",))
"""Types of which, where a subject is told, the subject is denied and not the meeting."""
NATURES = {
    "explosion": "explosion blast bang sound",
    "strike": "strike struck bombard bombardment bombed shell shelled shelling raid airstrike bombing",
    "ambush": "ambush ambushed",
    "operation": "operation raid",
}
"""What an act of violence is called, by words that say different things of how it came about."""
MUTUAL = frozenset(("strike", "operation"))
"""What both sides of a fight do."""
LEAST = 2
"""Words that the contents of two acts with other triggers share where they are one."""
NEXT = 2
"""Sentences within which one telling answers another."""
FEW = 3
"""Days; a longer stretch is a period in which something happened."""
JOINED = " + "
"""Between the names of several places."""
PLACED = 4
"""UCDP's where_prec from which on a place is too wide to rival another."""


def parts(incident: Incident, lines: Sequence[Line]) -> Iterator[Dispute]:
    """The disputes about one incident, but for its figures."""
    told = [line for line in lines if line.told]
    violent = [line for line in told if line.event.type in VIOLENT]
    found = [_whether(incident, lines), _where(incident, told)]
    found += [_cause(incident, violent), _nature(incident, violent), _hit(incident, violent)]
    found += [_when_fought(incident, violent) if violent else _when(incident, told)]
    yield from (one for one in found if one)


def _values(lines: Iterable[Line], value: Callable[[Line], str | None]) -> Mapping[str, list[Line]]:
    found: dict[str, list[Line]] = defaultdict(list)
    for line in lines:
        name = value(line)
        if name:
            found[name].append(line)
    return found


def _cause(incident: Incident, lines: Sequence[Line]) -> Dispute | None:
    """Who did it or began, where each of two sides tells of what the other did."""
    values = _values(lines, _blamed)
    speaking = {side for told in values.values() for line in told for side in line.by}
    mutual = {who: told for who, told in values.items() if speaking & set(who.split("+"))}
    return dispute(incident.id, "who did it", mutual)


def _blamed(line: Line) -> str | None:
    """The sides that act, where another side tells of it."""
    return "+".join(sorted(line.doers)) if line.doers and not line.by & line.doers else None


def _nature(incident: Incident, lines: Sequence[Line]) -> Dispute | None:
    """What it was: an explosion, a strike, an ambush."""
    return dispute(incident.id, "what it was", _values(lines, _called), apart=_of_one_hand)


def _of_one_hand(one: Line, other: Line) -> bool:
    """Whether different people tell of one deed: of two sides in a fight each strikes for itself."""
    mutual = one.doers and other.doers and not one.doers & other.doers
    return others(one, other) and not (mutual and {_called(one), _called(other)} <= MUTUAL)


def _called(line: Line) -> str | None:
    word = stem(line.word)
    return next((name for name, words in NATURES.items() if word in {stem(one) for one in words.split()}), None)


def _hit(incident: Incident, lines: Sequence[Line]) -> Dispute | None:
    """Whether those hit bore arms, where only one side acts; who fights back is hit as well."""
    if len({side for line in lines for side in line.doers}) > 1:
        return None
    return dispute(incident.id, "who was hit", _values(lines, _victims), apart=_of_named_people)


def _of_named_people(one: Line, other: Line) -> bool:
    """Whether different people say it, and not an outlet for itself, which tells of all who were hit in turn."""
    return others(one, other) and not any(line.evidence.claimant.own_voice for line in (one, other))


def _victims(line: Line) -> str | None:
    kinds = line.kinds(line.event.recipients)
    if kinds & CIVIL and not kinds & ARMED:
        return "civilians"
    return "armed" if kinds & ARMED and not kinds & CIVIL else None


def _whether(incident: Incident, lines: Sequence[Line]) -> Dispute | None:
    """Whether it happened, or happened so: what is denied, against what is told of the same doers and victims."""
    pairs = [(line, other) for other in lines if other.denied for line in lines if line.told and _same_act(line, other)]
    told, denied = [line for line, _ in pairs], [other for _, other in pairs]
    return dispute(incident.id, "whether", {"denied": denied, "told": told})


def _same_act(line: Line, other: Line) -> bool:
    doers = not line.doers or not other.doers or bool(line.doers & other.doers)
    if not doers or line.event.type != other.event.type or (line.by and line.by == other.by):
        return False
    if line.event.type in VIOLENT:
        return bool(line.doers & other.doers or line.others & other.others) or _kindred(line, other)
    return _in_like_words(line, other) or _answered(line, other)


def _in_like_words(line: Line, other: Line) -> bool:
    """Whether two acts are told in a word in common: of their contents where both have one."""
    contents = [stems(one.quote(one.event.content)) for one in (line, other)]
    if line.event.type in MEETINGS and contents[1]:
        return False
    same = stem(line.word) == stem(other.word)
    return len(contents[0] & contents[1]) >= (1 if same else LEAST) if all(contents) else same


def _kindred(line: Line, other: Line) -> bool:
    """Whether their triggers are one word, or words that may name one happening ("killed", "dead")."""
    mine, theirs = stem(line.word), stem(other.word)
    known = kindred()
    return mine == theirs or bool(known.get(mine, frozenset()) & known.get(theirs, frozenset()))


def _answered(line: Line, other: Line) -> bool:
    """Whether somebody of another side says otherwise in the next sentences."""
    near = line.ref.report == other.ref.report and abs(line.event.sentence - other.event.sentence) <= NEXT
    return (
        near
        and bool(line.doers & other.doers)
        and not line.by & other.by
        and not any(one.evidence.claimant.own_voice for one in (line, other))
    )


def _when(incident: Incident, lines: Sequence[Line]) -> Dispute | None:
    """On which day, or since when."""
    return dispute(incident.id, "when", _values(lines, _day))


def _when_fought(incident: Incident, lines: Sequence[Line]) -> Dispute | None:
    """The same of fighting, which goes on for days: only where the same dead are told of other days."""
    return dispute(incident.id, "when", _values(lines, _span), "different-scope", _same_dead_on_other_days)


def _same_dead_on_other_days(one: Line, other: Line) -> bool:
    mine, theirs = (told_to_the_day(_span(line) or "") for line in (one, other))
    if not (mine and theirs and others(one, other) and _figures(one) & _figures(other)):
        return False
    return (max(mine[0], theirs[0]), min(mine[1], theirs[1])) not in (mine, theirs)


def _figures(line: Line) -> frozenset[tuple[str, int]]:
    return frozenset(
        (slot, figure.low) for slot in SLOTS for figure in getattr(line.event, slot) if (figure.low or 0) > 1
    )


def _span(line: Line) -> str | None:
    """The day or days told, where they are no more than a few."""
    days = [(when.date, days) for when in line.event.when if when.date and (days := told_to_the_day(when.date))]
    return days[0][0] if len(days) == 1 and length(days[0][1]) <= FEW else None


def _day(line: Line) -> str | None:
    """The one day told; of what goes on until the day of the report, the first."""
    days = [days for when in line.event.when if when.date and (days := told_to_the_day(when.date))]
    published = line.reading.report.published
    if len(days) != 1 or (days[0][0] != days[0][1] and days[0][1] != published):
        return None
    return days[0][0].isoformat()


def _where(incident: Incident, lines: Sequence[Line]) -> Dispute | None:
    """At which place, of those that are no wider than a district; who names fewer of the same places rivals nobody."""
    values = _values(lines, _place)
    names = {value: frozenset(value.split(JOINED)) for value in values}
    apart = {value: told for value, told in values.items() if not any(names[value] < other for other in names.values())}
    return dispute(incident.id, "where", apart, "different-scope", apart_from_telling)


def _place(line: Line) -> str | None:
    narrow = [place for place in line.event.place if place.precision is None or place.precision < PLACED]
    names = {place.name or place.span.quote(line.reading.report) for place in narrow}
    described = any(not name[:1].isupper() for name in names)
    return None if described else JOINED.join(sorted(names)) or None
