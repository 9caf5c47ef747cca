"""Where things of the record are shown."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from parley.record import Evidence, Span

__all__ = ["inside", "of_evidence", "of_finding", "to"]


def to(kind: str, id_: str) -> str:
    """The page of one thing: `to("incidents", id)`."""
    return f"/{kind}/{quote(id_, safe=':@')}"


def of_evidence(evidence: Evidence) -> str:
    """The report that something rests on, opened at the very words."""
    return of_finding(evidence.span)


def of_finding(span: Span) -> str:
    """A report, opened at some words of it."""
    return f"{to('reports', span.report)}?at={span.start}-{span.end}#at"


def inside(back: str, otherwise: str = "/") -> str:
    """An address of this app that somebody asks to be led back to; `otherwise` where it would lead elsewhere."""
    parts = urlsplit(back)
    ours = back.startswith("/") and not parts.scheme and not parts.netloc
    return back if ours and back.isprintable() and "\\" not in back else otherwise
