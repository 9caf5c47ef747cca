"""An incident made anew of other events than the machine put together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from parley.linking.casting import Casting
from parley.linking.claims import evidence
from parley.linking.incidents.accounts import account
from parley.linking.incidents.naming import id_of, kind_of, what_of
from parley.linking.incidents.slots import Telling, chosen, point_of, slots
from parley.linking.incidents.tolls import tolls
from parley.linking.origins_index import Origins
from parley.record import Incident, Origin, Reading, Ref

__all__ = ["remaker"]


def remaker(
    readings: Iterable[Reading], casting: Casting, origins: Sequence[Origin]
) -> Callable[[Sequence[Ref]], Incident]:
    """Makes the incident of some events: slots and figures by the same rules as for those found by the machine."""
    known = {reading.report.id: reading for reading in readings}
    index = Origins.over(origins)

    def remake(refs: Sequence[Ref]) -> Incident:
        ordered = sorted(set(refs), key=lambda ref: (str(known[ref.report].report.published or "~"), ref))
        told = [Telling(ref, known[ref.report], evidence(known[ref.report], ref, casting, index)) for ref in ordered]
        versions = slots(told, casting)
        place, kind = chosen(versions.get("place", ())), kind_of(told)
        sides = _sides(told, casting)
        return Incident(
            id=id_of(ordered[0]),
            kind=kind,
            what=what_of(kind, told, sides, place, casting),
            members=tuple(ordered),
            sides=sides,
            when=chosen(versions.get("when", ())),
            place=place,
            slots=versions,
            tolls=tolls(told, casting),
            point=point_of(told, place),
        )

    return remake


def _sides(told: Sequence[Telling], casting: Casting) -> tuple[str, ...]:
    """Those that most tellings name come first."""
    counts = Counter(side for one in told for side in account(one.reading, one.ref.index, casting).sides)
    return tuple(sorted(counts, key=lambda side: (-counts[side], side)))
