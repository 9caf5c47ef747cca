"""One report more costs little of what linking from nothing does: what nothing touched is not linked again."""

from __future__ import annotations

from benchmarks.links.gold import linked, reading_of
from benchmarks.relinking import relinked

REPORTS = 300
SHARE = 0.06
"""Of linking from nothing; it is 0.03, and 1 where all is linked again."""


def test_one_report_more_costs_a_small_share_of_linking_from_nothing() -> None:
    """By ratio, both on one machine at one time; of many reports the share is smaller still."""
    cost = relinked([reading_of(one) for one in linked()], REPORTS, 11)
    assert cost.share < SHARE
