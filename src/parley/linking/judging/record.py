"""The record as people judged it: the log replayed over what was linked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from parley.linking.judging.anchors import Places, finding, present
from parley.linking.judging.corrections import corrected, fulfilled, named, resolved
from parley.linking.judging.log import in_force
from parley.linking.judging.removals import without
from parley.linking.judging.things import Thing, find
from parley.linking.judging.unions import joined, parted
from parley.linking.talks.moments import Moments
from parley.record import Canon, Incident, Judgement, Reading, Record, Ref

__all__ = ["Remake", "judged_record"]

Remake = Callable[[Sequence[Ref]], Incident]
"""Makes the incident of some events anew: its slots, figures and id."""


def judged_record(
    record: Record,
    judgements: Iterable[Judgement],
    remake: Remake,
    readings: Iterable[Reading] = (),
    places: Places | None = None,
) -> Record:
    """The record with things rejected, corrected, merged, split, named and resolved as the log says.

    `readings` are those that the record was linked from, and `places` where the words of each judgement's passages
    stand now. What a judgement does not find changes nothing.
    """
    known = {reading.report.id: reading for reading in readings}
    moments = Moments(known)
    aliases: dict[str, str] = {}
    for one in in_force(judgements):
        now = present(one, places or {}, known) if known else {}
        target = _find(record, one.target, now, aliases)
        if target is None:
            continue
        if one.verb == "merge":
            others = (_find(record, id_, now, aliases) for id_ in one.others)
            record, same = joined(record, [target, *(other for other in others if other)], one, remake, moments)
            aliases.update(same)
            if isinstance(target, Canon):
                aliases.update({id_: target.id for id_ in one.others if id_ != target.id})
        elif one.verb == "split":
            apart = [now.get(id_, finding(id_)) for id_ in one.others]
            record = parted(record, target, [ref for ref in apart if ref], remake)
        else:
            record = _CHANGES.get(one.verb, _as_it_is)(record, target, one)
    return record


def _find(record: Record, id_: str, now: Mapping[str, Ref | None], aliases: Mapping[str, str]) -> Thing | None:
    """What an id stands for now: by the finding that it was made of, else by what it was merged into."""
    if id_ in now:
        return find(record, id_, ref) if (ref := now[id_]) else None
    passed: set[str] = set()
    while id_ in aliases and id_ not in passed:
        passed.add(id_)
        id_ = aliases[id_]
    return find(record, id_)


def _as_it_is(record: Record, target: Thing, one: Judgement) -> Record:
    """Accepting changes nothing: that somebody looked is in the log."""
    return record


def _without(record: Record, target: Thing, one: Judgement) -> Record:
    return without(record, target)


_CHANGES: Mapping[str, Callable[[Record, Thing, Judgement], Record]] = {
    "reject": _without,
    "correct": corrected,
    "name": named,
    "resolve": resolved,
    "fulfil": fulfilled,
}
