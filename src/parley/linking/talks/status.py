"""Who claims that talks or a truce are in which state, and since when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from parley.linking.casting import Casting
from parley.linking.talks.days import stretch
from parley.linking.talks.named import Named
from parley.linking.talks.word import Word
from parley.record import Claimant, Evidence, Ref, StatusClaim

__all__ = ["Claimed", "claims"]

OFFICIAL = frozenset(
    "official officials member members delegate delegates minister ministers adviser aide commander".split()
)
"""Words that make an unnamed speaker one of his side; any other unnamed source is only a source."""
AGO = 2
"""Days after a sitting's end from which what is said of it without a date looks back."""
LASTING = frozenset(("ceasefire", "violated"))
"""States that may go on long after the day on which they began."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A claim and, for what it schedules, the first day of that."""

    claim: StatusClaim
    due: date | None


def claims(named: Named, evidence: Callable[[Ref], Evidence], casting: Casting) -> list[Claimed]:
    """All that is claimed of one process: one claim for each day, speaker, state, reality and thing that it is about.

    Outlets that say the same in their own voice on one day are one claim.
    """
    grouped: dict[tuple[object, ...], list[Claimed]] = {}
    for word in named.process.words:
        one = _claim(word, named, evidence(word.ref), casting)
        grouped.setdefault(_key(one.claim), []).append(one)
    joined = [_join(group) for group in grouped.values()]
    return sorted(joined, key=lambda one: (one.claim.day or date.max, one.claim.evidence[0].ref))


def _key(claim: StatusClaim) -> tuple[object, ...]:
    by = "report" if claim.rank == "report" else claim.claimants[0].id
    return claim.day, by, claim.state, claim.reality, claim.about, claim.as_of


def _join(group: Sequence[Claimed]) -> Claimed:
    claimants = dict.fromkeys(claimant for one in group for claimant in one.claim.claimants)
    evidence = tuple(each for one in group for each in one.claim.evidence)
    due = min((one.due for one in group if one.due), default=None)
    return Claimed(replace(group[0].claim, claimants=tuple(claimants), evidence=evidence), due)


def _claim(word: Word, named: Named, evidence: Evidence, casting: Casting) -> Claimed:
    about = named.about(word)
    return Claimed(
        StatusClaim(
            talks=named.process.id,
            about=about,
            track=word.track,
            state=word.state,
            reality=word.event.reality,
            claimants=(evidence.claimant,),
            rank=_rank(evidence.claimant, named, casting),
            day=evidence.day,
            evidence=(evidence,),
            as_of=_as_of(word, evidence.day, named.days_of(about)),
        ),
        _due(word, evidence.day) if word.state == "scheduled" else None,
    )


def _rank(claimant: Claimant, named: Named, casting: Casting) -> str:
    """mediator, both, the side, source or report."""
    if claimant.own_voice:
        return "report"
    sides = casting.sides(claimant.id)
    if not claimant.named and not _is_official(claimant, casting):
        return "source"
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
    ahead = [days[0] for days in map(stretch, word.dates) if days and (day is None or days[0] >= day)]
    return min(ahead, default=None)


def _as_of(word: Word, day: date | None, sat: tuple[date, date] | None) -> str | None:
    """The earlier day that a claim is about: the one it tells, or that of a sitting long over."""
    if day is None or word.state == "scheduled":
        return None
    told = [(days, iso) for iso in word.dates if (days := stretch(iso))]
    if told:
        days, iso = told[-1]
        return iso if (day - days[1]).days >= 1 else None
    if sat and word.state not in LASTING and (day - sat[1]).days > AGO:
        return sat[0].isoformat() if sat[0] == sat[1] else f"{sat[0].isoformat()}/{sat[1].isoformat()}"
    return None


def evidence_of(found: Iterable[Evidence]) -> Mapping[Ref, Evidence]:
    """Evidence by what it is of."""
    return {one.ref: one for one in found}
