"""What a finding says, however a reader numbers and names its parts."""

from __future__ import annotations

from collections.abc import Iterable

from parley.record import Figure, Party, Place, Reading, Ref, When

__all__ = ["gist"]

Gist = tuple[object, ...]


def gist(reading: Reading, ref: Ref) -> Gist:
    """The same for two findings, of two readings of one report, that say the same; how sure a reader was is no matter.

    Raises IndexError where there is no such finding."""
    return _of_event(reading, ref.index) if ref.kind == "event" else _of_statement(reading, ref.index)


def _of_event(reading: Reading, index: int) -> Gist:
    one = reading.events[index]
    return (
        one.trigger,
        (one.type, one.reality, one.modes, one.talks, one.aspect),
        None if one.statement is None else _of_statement(reading, one.statement),
        _parties(one.actors, reading),
        _parties(one.recipients, reading),
        (one.content, one.condition, one.criteria),
        _spans(one.place),
        _times(one.when),
        tuple(map(_spans, (one.killed, one.injured, one.held))),
    )


def _of_statement(reading: Reading, index: int) -> Gist:
    one = reading.statements[index]
    source = (one.source,) if one.source else ()
    parties = (_parties(some, reading) for some in (source, one.via, one.to))
    return (one.cue, one.content, one.how, *parties, _times(one.when))


def _parties(parties: Iterable[Party], reading: Reading) -> Gist:
    return tuple((party.span, reading.actors[party.actor].name) for party in parties)


def _spans(found: Iterable[Place | Figure]) -> Gist:
    return tuple(one.span for one in found)


def _times(found: Iterable[When]) -> Gist:
    return tuple((one.span, one.date) for one in found)
