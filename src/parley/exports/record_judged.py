"""Judgements in words: what was decided, and about what."""

from __future__ import annotations

from parley.exports.record_desk import Desk, as_day
from parley.exports.record_naming import title_of
from parley.exports.record_worded import worded
from parley.exports.wording import headline
from parley.record import Judgement, Ref

__all__ = ["decided", "kind_of_id", "thing_words"]

_FULFILLED = {"0": "not at all", "1": "minimally", "2": "in part", "3": "in full"}
_KINDS = ("incident", "demand", "dispute")


def decided(one: Judgement, desk: Desk) -> str:
    """What somebody decided, without about what: "set type to ACCUSE"."""
    others = ", ".join(thing_words(other, desk) for other in one.others)
    match one.verb:
        case "accept":
            return "found right"
        case "reject":
            return "left out"
        case "correct":
            return f"set {one.field} to {one.value}"
        case "merge":
            return f"made one with {others}"
        case "split":
            return f"kept apart from it: {others}"
        case "name":
            return f"named {one.value}"
        case "resolve":
            return f"resolved as {one.value}"
        case "fulfil":
            return f"fulfilled {_FULFILLED.get(one.value or '', one.value)}"
        case "undo":
            return "taken back"


def thing_words(id_: str, desk: Desk) -> str:
    """What an id names, for people: a finding by its report, a dispute by its slot, the others by their titles."""
    ref = Ref.of(id_)
    if ref is not None:
        return f"{ref.kind} in {desk.outlet(ref.report)}, {as_day(desk.published(ref.report))}"
    dispute = desk.disputes.get(id_)
    if dispute:
        return f"{worded(dispute.slot, desk)}: {thing_words(dispute.about, desk)}"
    head = desk.heads.get(id_)
    if head:
        return headline(head) if head.title else f"report of {desk.outlet(id_)}, {as_day(head.published)}"
    return title_of(id_, desk)


def kind_of_id(id_: str, desk: Desk) -> str:
    """Which kind of thing an id names; an actor where nothing else is called so."""
    ref = Ref.of(id_)
    if ref is not None:
        return ref.kind
    kind = id_.partition(":")[0]
    if kind in _KINDS:
        return kind
    if id_ in desk.heads and id_ not in desk.record.actors:
        return "report"
    return _talks_kind(id_) if kind == "talks" else "actor"


def _talks_kind(id_: str) -> str:
    return next((part for part in ("round", "truce") if f":{part}" in id_), "talks")
