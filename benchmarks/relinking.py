"""What one report more costs a record that is kept up, beside linking all of it from nothing."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from random import Random
from statistics import median

from benchmarks.crowd import crowd
from parley.linking.linker import Linker
from parley.record import Reading

__all__ = ["MORE", "Cost", "relinked"]

MORE = 20
"""So many reports are added one by one; chance chooses which, always the same ones."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of the processor's: all reports but some from nothing, then each of these."""

    whole: float
    more: tuple[float, ...]

    @property
    def share(self) -> float:
        """What one report more costs in the middle case, of what linking from nothing does."""
        return median(self.more) / self.whole


def relinked(readings: Sequence[Reading], number: int, more: int = MORE) -> Cost:
    """Link a crowd of so many readings but for some, then these one by one."""
    known = list(islice(crowd(readings, number), number))
    added = Random(5).sample(known, more)  # nothing secret
    late = {one.report.id for one in added}
    linker = Linker()
    whole = _took(lambda: linker.update(one for one in known if one.report.id not in late))
    gc.freeze()  # as the web app does: what was linked stays
    try:
        return Cost(whole, tuple(_took(lambda one=one: linker.update([one])) for one in added))  # type: ignore[misc]
    finally:
        gc.unfreeze()


def _took(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start
