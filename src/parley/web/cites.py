"""Evidence as pages show it: who says so, where, when, and the exact words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parley.exports.record_desk import Desk, as_day, earliest
from parley.record import Evidence
from parley.web import addresses

__all__ = ["Cite", "cite", "cites"]

_LONGEST = 280
"""Characters of a quotation; all of it stands in the report, one click away."""


@dataclass(frozen=True, slots=True)
class Cite:
    """One place that something rests on; `said` is the day of the words where it is not that of the report."""

    speaker: str
    speaker_url: str | None
    own_voice: bool
    named: bool
    words: str
    outlet: str
    day: str
    said: str | None
    url: str
    origin: str


def cite(evidence: Evidence, desk: Desk, longest: int | None = _LONGEST) -> Cite:
    """A place, with its words cut where they are longer."""
    claimant, report = evidence.claimant, evidence.ref.report
    published = desk.published(report)
    known = claimant.id in desk.record.actors and claimant.named
    return Cite(
        speaker=desk.speaker(claimant),
        speaker_url=addresses.to("actors", claimant.id) if known else None,
        own_voice=claimant.own_voice,
        named=claimant.named,
        words=desk.words(evidence, longest).strip("“”"),
        outlet=desk.outlet(report),
        day=as_day(published),
        said=as_day(evidence.day) if evidence.day and evidence.day != published else None,
        url=addresses.of_evidence(evidence),
        origin=evidence.origin,
    )


def cites(evidence: Iterable[Evidence], desk: Desk, few: int = 3) -> tuple[tuple[Cite, ...], int]:
    """The earliest place of each origin, the first few, and how many origins more there are."""
    chosen: Sequence[Evidence] = earliest(evidence)
    return tuple(cite(one, desk) for one in chosen[:few]), max(0, len(chosen) - few)
