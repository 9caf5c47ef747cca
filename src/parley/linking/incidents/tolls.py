"""How many were killed, injured or held, by published rules (docs/rules.md)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from parley.linking.casting import Casting
from parley.linking.incidents.accounts import sides_of
from parley.linking.incidents.slots import Telling
from parley.record import Figure, Toll

__all__ = ["RULES", "Count", "counts", "tolls"]

KINDS = ("killed", "injured", "held")
UNSAID = ""
"""The victims of figures that do not say whose they are."""
OFFICIAL = {"igo": 3, "court": 3} | dict.fromkeys("government military police official state delegation".split(), 2)
"""How official a claimant of that kind is; others 0, named ones before unnamed ones."""
OLDEST = date.min


@dataclass(frozen=True, slots=True)
class Count:
    """What one claimant gives in one report as the number of victims of one side."""

    low: int
    high: int
    victims: str
    origin: str
    day: date
    rank: int
    """How official the claimant is."""


def tolls(told: Sequence[Telling], casting: Casting, rule: str = "ucdp") -> dict[str, Toll]:
    """By kind, and by kind and victims' side where more than one side has some: "killed", "killed pakistan"."""
    found: dict[str, Toll] = {}
    for kind in KINDS:
        sides: dict[str, list[Count]] = defaultdict(list)
        for count in counts(told, kind, casting):
            sides[count.victims].append(count)
        named = {side: _toll(given, rule) for side, given in sorted(sides.items()) if side != UNSAID}
        if named or sides:
            found[kind] = _sum(named.values(), rule) if named else _toll(sides[UNSAID], rule)
        if len(named) > 1:
            found |= {f"{kind} {side}": toll for side, toll in named.items()}
    return found


def counts(told: Sequence[Telling], kind: str, casting: Casting) -> list[Count]:
    """The figures of one kind; of what one claimant says of one side in one report the largest: others are parts."""
    largest: dict[tuple[str, str, str], Count] = {}
    for count, claimant in _single(told, kind, casting):
        key = (count.origin, claimant, count.victims)
        largest[key] = max(count, largest.get(key, count), key=lambda one: (one.low, one.high))
    return [largest[key] for key in sorted(largest)]


def _single(told: Sequence[Telling], kind: str, casting: Casting) -> Iterator[tuple[Count, str]]:
    for one in told:
        figures = [figure for figure in _figures(one, kind) if figure.low is not None or figure.high is not None]
        if not figures or one.event.reality == "denied":
            continue
        low, high = (sum(number) for number in zip(*map(_bounds, figures), strict=True))
        claimant = one.evidence.claimant
        known = casting.actors.get(claimant.id)
        rank = (OFFICIAL.get(known.kind, 1) if known else 0) * claimant.named
        day = one.evidence.day or OLDEST
        count = Count(low, high, _victims(one, casting), one.evidence.origin, day, rank)
        yield count, f"{one.ref.report} {claimant.id}"


def _figures(one: Telling, kind: str) -> tuple[Figure, ...]:
    event = one.event
    return {"killed": event.killed, "injured": event.injured, "held": event.held}[kind]


def _bounds(figure: Figure) -> tuple[int, int]:
    """A figure that is bounded on one side counts as that bound."""
    low, high = figure.low, figure.high
    return (low if low is not None else high or 0, high if high is not None else low or 0)


def _victims(one: Telling, casting: Casting) -> str:
    """The sides of those to whom it was done."""
    people = [casting.of(one.ref.report, party.actor) for party in one.event.recipients]
    return "+".join(sorted(sides_of(people, casting)))


def _toll(given: Sequence[Count], rule: str) -> Toll:
    return Toll(min(one.low for one in given), RULES[rule](given), max(one.high for one in given), rule)


def _sum(parts: Iterable[Toll], rule: str) -> Toll:
    """Side by side: the sums of the lows, the bests and the highs."""
    lows, bests, highs = zip(*((toll.low or 0, toll.best or 0, toll.high or 0) for toll in parts), strict=True)
    return Toll(sum(lows), sum(bests), sum(highs), rule)


def most_reported(given: Sequence[Count]) -> int:
    """The figure that most origins give; among equals the latest, then the lower one."""
    origins: dict[int, set[str]] = defaultdict(set)
    latest: dict[int, date] = {}
    for one in given:
        origins[one.low].add(one.origin)
        latest[one.low] = max(one.day, latest.get(one.low, OLDEST))
    return min(origins, key=lambda number: (-len(origins[number]), -latest[number].toordinal(), number))


def latest_official(given: Sequence[Count]) -> int:
    """The latest figure of the most official claimants; among equals the lower one."""
    return min(given, key=lambda one: (-one.rank, -one.day.toordinal(), one.low)).low


RULES: Mapping[str, Callable[[Sequence[Count]], int]] = {
    "ucdp": most_reported,
    "most reported": most_reported,
    "latest official": latest_official,
}
"""What `best` is by each rule; low and high are the lowest and the highest figure by all of them."""
