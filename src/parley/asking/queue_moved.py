"""What was judged, where it stands now: another reading of a report numbers its findings anew."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from parley.linking.judging.anchors import anchored, present, standing
from parley.linking.judging.things import find
from parley.record import Judgement, Reading, Record, Ref
from parley.store import Store

__all__ = ["moved"]

Readings = Callable[[str], Reading | None]


def moved(judgements: Iterable[Judgement], store: Store, readings: Readings, record: Record) -> Iterator[Judgement]:
    """The judgements with the present ids of what they are about.

    Where the words that one rested on, or those round them, are others now, it is about nothing: its finding may be
    asked for again.
    """
    for one in judgements:
        yield _moved(one, store, readings, record) if anchored(one) else one


def _moved(one: Judgement, store: Store, readings: Readings, record: Record) -> Judgement:
    spans = tuple(store.passages(one.id).values())
    reports = {span.report for span in spans if span} | {ref.report for _, ref in anchored(one)}
    known = {name: found for name in sorted(reports) if (found := readings(name))}
    places = {one.id: spans}
    if standing(one, places, known) != "stands":
        return replace(one, target="", others=())
    now = present(one, places, known)
    return replace(
        one, target=_id_now(one.target, now, record), others=tuple(_id_now(id_, now, record) for id_ in one.others)
    )


def _id_now(id_: str, now: Mapping[str, Ref | None], record: Record) -> str:
    """The id of the same finding, or of the thing that it is part of now."""
    ref = now.get(id_)
    if ref is None:
        return id_
    if Ref.of(id_) is not None:
        return str(ref)
    thing = find(record, id_, ref)
    return thing.id if thing else id_
