"""Time expressions of a report as dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.reading.view import Found, Phrase, View
from parley.reading.when import resolve_all
from parley.record import When

__all__ = ["whens"]


def whens(view: View, found: Sequence[Found], ahead: Mapping[Phrase, bool] | None = None) -> dict[Phrase, When]:
    """What each expression stands for; `ahead` says of some whether what they date lies ahead."""
    phrases = sorted({f.phrase for f in found})
    spans = [view.span(phrase) for phrase in phrases]
    known = {(s.start, s.end): (ahead or {})[p] for p, s in zip(phrases, spans, strict=True) if p in (ahead or {})}
    report = view.reading.report
    values = resolve_all(report.text, [(s.start, s.end) for s in spans], report.published, known)
    return {p: When(s, value, how) for p, s, (value, how) in zip(phrases, spans, values, strict=True)}
