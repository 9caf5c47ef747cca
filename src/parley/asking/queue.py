"""What people should look at first: what is least certain and what most of the record hangs on.

The rule is written in docs/rules.md, "The review queue"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import chain
from typing import Literal

from parley.asking.queue_actors import namesakes
from parley.asking.queue_weights import TOLLS, Touch, findings_touched
from parley.linking.judging import active
from parley.record import Canon, Demand, Dispute, Incident, Judgement, Record, Ref

__all__ = ["LEAST", "MOST", "Doubt", "Sort", "Touch", "in_question", "queue"]

Sort = Literal["finding", "incidents", "actors", "dispute", "demand"]
LEAST = 0.25
"""What is expected to change less of the record than this is not asked."""

MOST = 1000
"""So many of each sort are asked; when they are judged, others take their place."""

_OPEN = 0.5
_SETTLED = 0.25
"""The risk of what no probability was worked out for: where two things are told, and where one is."""
_PAIR: frozenset[str] = frozenset(("merge", "split"))


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to decide. `risk` is the probability that it is otherwise than the record has it; `touches` are what
    would be otherwise then. Of two things that may be one, `others` holds the second."""

    sort: Sort
    target: str
    risk: float
    touches: tuple[Touch, ...]
    others: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Another one for each doubt."""
        return "|".join((self.target, *self.others))

    @property
    def urgency(self) -> float:
        """How much of the record is expected to change when somebody looks."""
        return self.risk * sum(one.weight for one in self.touches)


def queue(record: Record, odds: Callable[[Ref], float | None], judgements: Iterable[Judgement]) -> tuple[Doubt, ...]:
    """What nobody has judged yet and is worth a look, the most urgent first; of each sort the first thousand."""
    found = chain(
        _findings(record, odds),
        _incidents(record.incidents),
        map(_dispute, record.disputes),
        filter(None, map(_demand, record.demands)),
        _actors(record),
    )
    is_open = _is_open(judgements)
    ranked: defaultdict[Sort, list[tuple[float, str, Doubt]]] = defaultdict(list)
    for one in found:
        urgency = one.urgency
        if urgency >= LEAST and is_open(one):
            ranked[one.sort].append((-urgency, one.key, one))
    first = chain.from_iterable(nsmallest(MOST, each, key=_order) for each in ranked.values())
    return tuple(one for _, _, one in sorted(first, key=_order))


def _order(ranked: tuple[float, str, Doubt]) -> tuple[float, str]:
    return ranked[:2]


def in_question(doubts: Iterable[Doubt], judgements: Iterable[Judgement]) -> tuple[Doubt, ...]:
    """Those that nobody has judged."""
    return tuple(filter(_is_open(judgements), doubts))


def _is_open(judgements: Iterable[Judgement]) -> Callable[[Doubt], bool]:
    held = active(judgements)
    judged = {one.target for one in held if one.verb not in _PAIR}
    pairs = {frozenset((a, b)) for one in held if one.verb in _PAIR for a, b in _pairs(one)}
    corrected = {one.target for one in held if one.verb == "correct" and _INCIDENT.fullmatch(one.target)}

    def is_open(one: Doubt) -> bool:
        if one.target in judged or (pairs and frozenset((one.target, *one.others)) in pairs):
            return False
        return not (
            corrected and one.sort == "finding" and any(_incident_of(each) in corrected for each in one.touches)
        )

    return is_open


_INCIDENT = re.compile(r"incident:.+?#[es]\d+")


def _incident_of(touch: Touch) -> str:
    """The incident that a figure or dispute is of: who has set what it is to be has looked at what it rests on."""
    found = _INCIDENT.search(touch.about)
    return found[0] if found else ""


def _pairs(one: Judgement) -> Iterator[tuple[str, str]]:
    names = (one.target, *one.others)
    return ((a, b) for number, a in enumerate(names) for b in names[number + 1 :])


def _findings(record: Record, odds: Callable[[Ref], float | None]) -> Iterator[Doubt]:
    for ref, touches in findings_touched(record).items():
        sure = odds(ref)
        if sure is not None:
            yield Doubt("finding", str(ref), 1.0 - sure, touches)


def _incidents(incidents: Sequence[Incident]) -> Iterator[Doubt]:
    """Incidents that are kept apart and may be one: the likeliest of the links between each two."""
    at = {ref: one for one in incidents for ref in one.members}
    best: defaultdict[tuple[str, str], float] = defaultdict(float)
    known = {one.id: one for one in incidents}
    for one in incidents:
        for link in one.maybe:
            ends = [at[ref] for ref in (link.a, link.b) if ref in at]
            if len(ends) == 2 and ends[0] is not ends[1]:
                first, second = sorted(ends, key=lambda end: (-len(end.members), end.id))
                best[first.id, second.id] = max(best[first.id, second.id], link.score)
    for (a, b), score in best.items():
        yield Doubt("incidents", a, score, tuple(_of_pair(known[a], known[b])), (b,))


def _of_pair(a: Incident, b: Incident) -> Iterator[Touch]:
    yield Touch("incident", a.id)
    yield from (Touch("figure", a.id, slot=slot) for slot in TOLLS if slot in a.tolls and slot in b.tolls)


def _dispute(dispute: Dispute) -> Doubt:
    touches = [Touch("dispute", dispute.id)]
    if dispute.slot.split(" ")[0] in TOLLS:
        touches.append(Touch("figure", dispute.about, slot=dispute.slot))
    if dispute.about.startswith("talks:"):
        touches.append(Touch("sitting", dispute.about))
    return Doubt("dispute", dispute.id, _OPEN if dispute.kind == "conflict" else _SETTLED, tuple(touches))


def _demand(demand: Demand) -> Doubt | None:
    """A demand of whose fulfilment somebody speaks."""
    told = {move.kind for move in demand.moves}
    kept, not_kept = told & {"accepted", "fulfilled"}, told & {"broken", "rejected", "withheld"}
    if not (kept or "broken" in told):
        return None
    risk = _OPEN if kept and not_kept else _SETTLED
    return Doubt("demand", demand.id, risk, (Touch("demand", demand.id),))


def _actors(record: Record) -> Iterator[Doubt]:
    """Actors that may be one: what the lesser of them says would be said by the other."""
    spoken = _spoken(record)
    for keeps, other, likeness in namesakes(record.actors.values()):
        first, second = sorted((keeps, other), key=_standing)
        lines = min(spoken.get(first.id, 0), spoken.get(second.id, 0))
        touches = (Touch("actor", second.id), Touch("words", second.id, float(lines)))
        yield Doubt("actors", first.id, _OPEN * likeness, touches[: 2 if lines else 1], (second.id,))


def _standing(actor: Canon) -> tuple[object, ...]:
    """Who keeps the name: one of the registry, then the one that more reports name."""
    return actor.registry is None, -len(actor.seen), actor.id


def _spoken(record: Record) -> Mapping[str, int]:
    """How many state claims and moves each actor makes."""
    made: defaultdict[str, int] = defaultdict(int)
    for claim in record.claims:
        for by in claim.claimants:
            made[by.id] += 1
    for demand in record.demands:
        for by in (by for move in demand.moves for by in move.claimants):
            made[by.id] += 1
    return made
