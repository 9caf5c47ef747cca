"""What in a record would be otherwise if something that it rests on were: docs/rules.md, "The review queue"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from parley.record import BoardRow, Evidence, Record, Ref

__all__ = ["TOLLS", "WEIGHTS", "Touch", "findings_touched"]

WEIGHTS: Mapping[str, float] = {
    "board": 8.0,
    "against": 4.0,
    "earlier": 4.0,
    "sitting": 4.0,
    "dispute": 3.0,
    "figure": 3.0,
    "demand": 2.0,
    "incident": 2.0,
    "claim": 1.0,
    "actor": 1.0,
    "words": 1.0,
}
"""What may be otherwise, and how much that counts."""

TOLLS = ("killed", "injured", "held")


@dataclass(frozen=True, slots=True)
class Touch:
    """Something that would be otherwise: what it is (one of WEIGHTS) and the id of the thing that it is of.

    `share` is the part of it that hangs on what is in doubt, or how many there are of it; `slot` names a figure."""

    what: str
    about: str
    share: float = 1.0
    slot: str = ""

    @property
    def weight(self) -> float:
        """How much it counts."""
        return WEIGHTS[self.what] * self.share


def findings_touched(record: Record) -> Mapping[Ref, tuple[Touch, ...]]:
    """What each finding carries; what n origins tell hangs on each of them by one part in n."""
    found: defaultdict[Ref, dict[tuple[str, str, str], float]] = defaultdict(dict)
    for what, about, slot, places in _carried(record):
        share = 1.0 / len({place.origin for place in places})
        for place in places:
            mine = found[place.ref]
            mine[what, about, slot] = max(share, mine.get((what, about, slot), 0.0))
    return {ref: tuple(_touches(touched)) for ref, touched in found.items()}


def _touches(touched: Mapping[tuple[str, str, str], float]) -> Iterator[Touch]:
    return (Touch(what, about, share, slot) for (what, about, slot), share in touched.items())


def _carried(record: Record) -> Iterator[tuple[str, str, str, Sequence[Evidence]]]:
    """What, of which thing, which figure, and where it is told."""
    board = _board(record.board)
    for number, claim in enumerate(record.claims):
        yield board.get(number, "claim"), claim.talks, "", claim.evidence
    for incident in record.incidents:
        for slot, versions in incident.slots.items():
            if slot.split(" ")[0] in TOLLS:
                yield from (("figure", incident.id, slot, version.evidence) for version in versions)
    for dispute in record.disputes:
        yield from (("dispute", dispute.id, "", version.evidence) for version in dispute.versions)
    for demand in record.demands:
        yield from (("demand", demand.id, "", move.evidence) for move in demand.moves if move.evidence)


def _board(rows: Sequence[BoardRow]) -> Mapping[int, str]:
    """By position of a claim what it does on the board: the present state goes before what was shown earlier."""
    present = {(row.talks, row.track): row for row in rows}
    found: dict[int, str] = {}
    for row in rows:
        shown = row is present[row.talks, row.track]
        found |= dict.fromkeys(row.against, "against" if shown else "claim")
        found |= dict.fromkeys(row.claims, "board" if shown else "earlier")
    return found
