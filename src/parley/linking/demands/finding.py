"""All demands of a set of readings."""

from __future__ import annotations

from collections.abc import Sequence

from parley.linking.casting import Casting
from parley.linking.claims import claimants, evidence
from parley.linking.demands.acts import acts
from parley.linking.demands.groups import gather
from parley.linking.demands.moves import demand_of
from parley.linking.demands.ties import Ties
from parley.linking.origins_index import Origins
from parley.linking.talks.named import Named
from parley.record import Claimant, Demand, Evidence, Origin, Reading, Ref

__all__ = ["demands"]


def demands(
    readings: Sequence[Reading], casting: Casting, origins: Sequence[Origin], talks: Sequence[Named]
) -> tuple[Demand, ...]:
    """Every distinct demand, guarantee, pledge, appeal and piece of evidence, with its moves, by the day it was raised.

    The order of the readings does not matter.
    """
    known = {reading.report.id: reading for reading in readings}
    index = Origins.over(origins)

    def telling(ref: Ref) -> tuple[Evidence, tuple[Claimant, ...]]:
        reading = known[ref.report]
        return evidence(reading, ref, casting, index), claimants(reading, ref, casting, index)

    found = gather(acts(known.values(), casting, Ties(talks, casting)))
    return tuple(demand_of(group, known, telling) for group in found)
