"""Where things of the record are shown."""

from __future__ import annotations

from urllib.parse import quote

from parley.record import Evidence

__all__ = ["of_evidence", "to"]


def to(kind: str, id_: str) -> str:
    """The page of one thing: `to("incidents", id)`."""
    return f"/{kind}/{quote(id_, safe=':@')}"


def of_evidence(evidence: Evidence) -> str:
    """The report that something rests on, opened at the very words."""
    span = evidence.span
    return f"{to('reports', span.report)}?at={span.start}-{span.end}#at"
