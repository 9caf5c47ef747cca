"""The log of judgements: which of them hold, what was decided about a thing, and where people contradict each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from parley.record import Judgement
from parley.record.judgement import history as on_it

__all__ = ["Contradiction", "active", "contradictions", "history", "in_force", "in_order"]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two people decided one matter differently; `stands` is the later decision, which the record follows."""

    overruled: Judgement
    stands: Judgement


def in_order(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """By moment, then by id, each once: the same however the log was put together."""
    return tuple(sorted({one.id: one for one in judgements}.values(), key=lambda one: (one.at, one.id)))


def active(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that hold, in order, without undos and what they undo; an undo can itself be undone by a later one."""
    ordered = in_order(judgements)
    undone: set[str] = set()
    for one in reversed(ordered):
        if one.verb == "undo" and one.id not in undone:
            undone.add(one.target)
    return tuple(one for one in ordered if one.verb != "undo" and one.id not in undone)


def in_force(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that hold and that the record follows: without rejections of what was accepted or corrected later."""
    found: list[Judgement] = []
    upheld: set[str] = set()
    for one in reversed(active(judgements)):
        if one.verb in ("accept", "correct"):
            upheld.add(one.target)
        if one.verb != "reject" or one.target not in upheld:
            found.append(one)
    return tuple(reversed(found))


def history(judgements: Iterable[Judgement], target: str) -> tuple[Judgement, ...]:
    """All that was ever decided about a thing, in order, with what was undone and who undid it."""
    return on_it(in_order(judgements), target)


def contradictions(judgements: Iterable[Judgement]) -> tuple[Contradiction, ...]:
    """Every matter of which the last decisions of two people differ; none is lost, the latest stands."""
    last: dict[object, dict[str, tuple[str, Judgement]]] = {}
    for one in active(judgements):
        for matter, decided in _matters(one):
            mine = last.setdefault(matter, {})
            mine.pop(one.user, None)  # so that the latest comes last
            mine[one.user] = decided, one
    found = [pair for by_user in last.values() for pair in _against(list(by_user.values()))]
    return tuple(dict.fromkeys(found))


def _against(decisions: list[tuple[str, Judgement]]) -> Iterator[Contradiction]:
    decided, stands = decisions[-1]
    yield from (Contradiction(one, stands) for value, one in decisions[:-1] if value != decided)


def _matters(one: Judgement) -> Iterator[tuple[object, str]]:
    """What a judgement decides, and how."""
    match one.verb:
        case "accept" | "reject":
            yield (one.target, "whether it is so"), one.verb
        case "merge":
            parts = (one.target, *one.others)
            yield from ((frozenset((_bare(a), _bare(b))), "one") for a, b in product(parts, parts) if a < b)
        case "split":
            yield from ((frozenset((_bare(one.target), _bare(other))), "two") for other in one.others)
        case "undo":
            pass
        case _:
            yield (one.target, one.verb, one.field), one.value or ""


def _bare(id_: str) -> str:
    """The finding that an id is made of, so that what is merged as a thing can be split off as a finding."""
    return id_.removeprefix("incident:").removeprefix("demand:")
