"""When reports were filed, and what somebody has seen of them."""

from __future__ import annotations

from datetime import timedelta

from parley.store import Store
from parley.store.arrivals import Arrivals, arrivals
from parley.store.visits import BREAK, last_visit, mark_seen
from tests.store.filing import NOON

HOUR = timedelta(hours=1)


def test_what_was_seen_is_not_new_any_more(store: Store) -> None:
    """Until the moment that was seen, at once and in the visits that follow; never back to an earlier one."""
    assert last_visit(store, now=NOON) is None
    mark_seen(store, until=NOON + HOUR / 4, now=NOON + HOUR / 2)
    assert last_visit(store, now=NOON + HOUR / 2) == NOON + HOUR / 4
    mark_seen(store, until=NOON, now=NOON + HOUR / 2)
    assert last_visit(store, now=NOON + HOUR / 2) == NOON + HOUR / 4
    assert last_visit(store, now=NOON + HOUR / 2 + BREAK) == NOON + HOUR / 2
    mark_seen(store, "Ada", until=NOON, now=NOON)
    assert last_visit(store, "ada", now=NOON) == NOON


def test_nothing_arrived_in_an_empty_record(store: Store) -> None:
    """Neither before nor since."""
    assert arrivals(store, NOON) == Arrivals(None, since=False)
