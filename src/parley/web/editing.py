"""Fields of a finding that a person can set, each with what may stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parley.exports import wording
from parley.linking.judging.fields import FIELDS, NONE, Field
from parley.record import Event, Incident, Party, Reading, Ref, Toll
from parley.web.states import state_words

__all__ = ["Edit", "Option", "edits_of_event", "edits_of_incident"]


@dataclass(frozen=True, slots=True)
class Option:
    """A value, what it is called, and whether it was read."""

    value: str
    label: str
    read: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """A field of `target`: one of the options, several of them (`many`), or words of one's own that `hint` describes;
    `read` is what stands there now."""

    target: str
    field: str
    read: str
    options: tuple[Option, ...] = ()
    many: bool = False
    hint: str = ""


def edits_of_event(ref: Ref, reading: Reading) -> Iterator[Edit]:
    """Those of the event, then those of the statement that it stands in."""
    event = reading.events[ref.index]
    read: Mapping[str, Sequence[str]] = {
        "type": (event.type,),
        "reality": (event.reality,),
        "talks": (event.talks or NONE,),
        "aspect": (event.aspect or NONE,),
        "actors": _ids(event.actors),
        "recipients": _ids(event.recipients),
    }
    near = _near(event, reading)
    yield from (_edit(str(ref), name, FIELDS["event"][name], values, near) for name, values in read.items())
    if event.statement is not None:
        said = reading.statements[event.statement]
        target = str(Ref(ref.report, "statement", event.statement))
        fields, speaker = FIELDS["statement"], _ids((said.source,) if said.source else ())
        yield replace(_edit(target, "source", fields["source"], speaker, near), many=False)
        yield _edit(target, "how", fields["how"], (said.how,), near)


def edits_of_incident(incident: Incident) -> Iterator[Edit]:
    """What the record shows of it, whoever tells it."""
    tolls = {name: _figure(toll) for name, toll in incident.tolls.items()}
    read = {"what": incident.what, "when": incident.when or "", "place": incident.place or "", **tolls}
    for name in ("what", "when", "place", "killed", "injured", "held"):
        yield _edit(incident.id, name, FIELDS["incident"][name], (read.get(name, ""),), {})


def _figure(toll: Toll) -> str:
    """As a correction writes it: "12" or "10-14"."""
    return "-".join(str(one) for one in dict.fromkeys((toll.low, toll.high)) if one is not None)


def _edit(target: str, name: str, field: Field, read: Sequence[str], actors: Mapping[str, str]) -> Edit:
    if field.actors:
        labels = {**actors, NONE: "nobody"}
        options = (Option(value, label, value in read) for value, label in labels.items())
        return Edit(target, name, ", ".join(labels.get(one, one) for one in read), tuple(options), many=True)
    options = (Option(value, state_words(value), value in read) for value in field.labels)
    return Edit(target, name, ", ".join(read), tuple(options), hint="" if field.labels else field.allowed)


def _ids(parties: Iterable[Party]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.actor for one in parties)) or (NONE,)


def _near(event: Event, reading: Reading) -> dict[str, str]:
    """The actors of a report by name, those that the sentence or its neighbours mention first."""
    first: dict[str, int] = {}
    for mention in reading.mentions:
        away = abs(mention.sentence - event.sentence)
        first[mention.actor] = min(away, first.get(mention.actor, away))
    ordered = sorted(reading.actors, key=lambda name: (first.get(name, len(reading.sentences)), name))
    return {name: wording.name_of(Party(name), reading) for name in ordered}
