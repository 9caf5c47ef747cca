"""Who claims that talks or a truce are in which state, and since when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import is_

from parley.linking.casting import Casting
from parley.linking.days import told_to_the_day
from parley.linking.talks.moments import Moment, Moments
from parley.linking.talks.named import Named
from parley.linking.talks.word import Word
from parley.record import Claimant, Evidence, Ref, StatusClaim

__all__ = ["Claimed", "Claims"]

OFFICIAL = frozenset(
    "official officials member members delegate delegates minister ministers adviser aide commander".split()
)
"""Words that make an unnamed speaker one of his side; any other unnamed source is only a source."""
AGAIN = 3
"""Days within which the same speaker's same claim is one told again, not one made again."""
AGO = 2
"""Days after a sitting's end from which what is said of it without a date looks back."""
LASTING = frozenset(("ceasefire", "violated"))
"""States that may go on long after the day on which they began."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim and, for what it schedules, the first day of that."""

    claim: StatusClaim
    due: date | None


Telling = Callable[[Ref], tuple[Evidence, tuple[Claimant, ...]]]
"""Of an event, the evidence and all who answer for it: several where a text of several bodies speaks for itself."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A word with all that its claim is made of, and the claim."""

    word: Word
    about: str
    sat: tuple[date, date] | None
    told: tuple[Evidence, tuple[Claimant, ...]]
    claimed: Claimed

    def is_made_of(self, about: str, sat: tuple[date, date] | None, told: object) -> bool:
        """Whether its claim would be made of the same again."""
        return self.told is told and self.about == about and self.sat == sat


@dataclass(frozen=True, slots=True)
class _Joined:
    """Tellings of one claim, the claim, and when it was made."""

    told: Sequence[Claimed]
    claimed: Claimed
    moment: Moment

    def is_made_of(self, told: Sequence[Claimed]) -> bool:
        """Whether these are the same tellings."""
        return len(self.told) == len(told) and all(map(is_, self.told, told))


class Claims:
    """All that is claimed of one process: one claim for each speaker, state, reality and thing that it is about.

    What is told again within AGAIN days is the same claim, made on the day that most tell. Outlets that say the same in
    their own voice on one day are one claim. Kept up: a claim is made anew only where its tellings are others.
    """

    def __init__(self) -> None:
        self._mediators: frozenset[str] = frozenset()
        self._words: dict[int, _Told] = {}
        self._joined: dict[int, _Joined] = {}

    def update(
        self, named: Named, telling: Telling, casting: Casting, moments: Moments
    ) -> Sequence[tuple[Claimed, Moment]]:
        """The claims in order, with their moments; all that is given is of the present."""
        old = self._words if self._mediators == named.mediators else {}
        self._mediators, self._words = named.mediators, {}
        grouped: dict[tuple[object, ...], list[Claimed]] = {}
        for word, about in named.told:
            told, sat, known = telling(word.ref), named.days_of(about), old.get(id(word))
            if known is None or not known.is_made_of(about, sat, told):
                known = _Told(word, about, sat, told, _claim(word, about, named, told, casting))
            self._words[id(word)] = known
            grouped.setdefault(_key(known.claimed.claim), []).append(known.claimed)
        joined = self._join((told for group in grouped.values() for told in _apart(group)), moments)
        return sorted(joined, key=lambda one: (one[0].claim.day or date.max, one[1].as_read))

    def _join(self, groups: Iterable[Sequence[Claimed]], moments: Moments) -> list[tuple[Claimed, Moment]]:
        old, self._joined = self._joined, {}
        for told in groups:
            known = old.get(id(told[0]))
            if known is None or not known.is_made_of(told):
                claimed = _join(told)
                known = _Joined(told, claimed, moments.of(claimed.claim))
            self._joined[id(told[0])] = known
        return [(one.claimed, one.moment) for one in self._joined.values()]


def _key(claim: StatusClaim) -> tuple[object, ...]:
    by = ("report", claim.day) if claim.rank == "report" else claim.claimants[0].id
    return by, claim.state, claim.reality, claim.about, claim.as_of


def _apart(group: Sequence[Claimed]) -> Iterator[list[Claimed]]:
    """The same claim told anew after a while is another one."""
    told: list[Claimed] = []
    for one in sorted(group, key=_told_at):
        if told and ((one.claim.day or date.max) - (told[-1].claim.day or date.max)).days > AGAIN:
            yield told
            told = []
        told.append(one)
    yield told


def _told_at(one: Claimed) -> tuple[date, str, str, int]:
    ref = one.claim.evidence[0].ref
    return one.claim.day or date.max, ref.report, ref.kind, ref.index


def _join(group: Sequence[Claimed]) -> Claimed:
    if len(group) == 1:
        return group[0]
    claimants = dict.fromkeys(claimant for one in group for claimant in one.claim.claimants)
    evidence = tuple(sorted((each for one in group for each in one.claim.evidence), key=lambda each: each.ref))
    days = Counter(one.claim.day for one in group)
    day = min(days, key=lambda one: (-days[one], one or date.max))
    due = min((one.due for one in group if one.due), default=None)
    return Claimed(replace(group[0].claim, claimants=tuple(claimants), evidence=evidence, day=day), due)


def _claim(
    word: Word, about: str, named: Named, told: tuple[Evidence, tuple[Claimant, ...]], casting: Casting
) -> Claimed:
    evidence, claimants = told
    return Claimed(
        StatusClaim(
            talks=named.process.id,
            about=about,
            track=word.track,
            state=word.state,
            reality=word.event.reality,
            claimants=claimants,
            rank=_rank(claimants, named, casting),
            day=evidence.day,
            evidence=(evidence,),
            as_of=_as_of(word, evidence.day, named.days_of(about)),
        ),
        _due(word, evidence.day) if word.state == "scheduled" else None,
    )


def _rank(claimants: Sequence[Claimant], named: Named, casting: Casting) -> str:
    """mediator, both, the side, source or report."""
    if claimants[0].own_voice:
        return "report"
    speaking = [one for one in claimants if one.named or _is_official(one, casting)]
    sides = frozenset(side for one in speaking for side in casting.sides(one.id))
    if sides & named.mediators:
        return "mediator"
    if named.process.sides <= sides:
        return "both"
    mine = sorted(sides & named.process.sides)
    return mine[0] if mine else "source"


def _is_official(claimant: Claimant, casting: Casting) -> bool:
    actor = casting.actors.get(claimant.id)
    called = " ".join((claimant.name, *((actor.name, *actor.names) if actor else ()))).casefold().split()
    return bool(OFFICIAL & set(called))


def _due(word: Word, day: date | None) -> date | None:
    """The first day of what is scheduled, where it lies ahead."""
    ahead = [days[0] for days in map(told_to_the_day, word.dates) if days and (day is None or days[0] >= day)]
    return min(ahead, default=None)


def _as_of(word: Word, day: date | None, sat: tuple[date, date] | None) -> str | None:
    """The earlier day that a claim is about: the one it tells, or that of a sitting long over."""
    if day is None or word.state == "scheduled":
        return None
    told = [(days, iso) for iso in word.dates if (days := told_to_the_day(iso))]
    if told:
        days, iso = told[-1]
        return iso if (day - days[1]).days >= 1 else None
    if sat and word.state not in LASTING and (day - sat[1]).days > AGO:
        return sat[0].isoformat() if sat[0] == sat[1] else f"{sat[0].isoformat()}/{sat[1].isoformat()}"
    return None
