"""The exit statuses; docs/cli.md explains them."""

from __future__ import annotations

from parley.progress import Progress

READ, PARTLY_READ, NOTHING_READ, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141


def status_of(progress: Progress) -> int:
    """The exit status that fits what was read."""
    if not progress.failures:
        return READ
    return PARTLY_READ if progress.reports or progress.known else NOTHING_READ
