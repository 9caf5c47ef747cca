"""The snapshot that pages are made of."""

from __future__ import annotations

import gc

from parley.web.live import Live
from tests.web.serving import Site


def test_what_was_linked_is_never_looked_through_for_what_could_go(site: Site) -> None:
    """In a large record the collector would take seconds of whichever request it falls into."""
    gc.unfreeze()
    live = Live(site.live.record, site.live.now)
    assert gc.is_tracked(live.index)
    assert gc.get_freeze_count() > len(live.desk.record.incidents)
    assert all(one is not live.index for one in gc.get_objects())
