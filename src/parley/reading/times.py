"""Time expressions of a report as dates."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parley.reading.dates_terms import terms
from parley.reading.view import Found, Phrase, View
from parley.reading.when import resolve_all
from parley.record import Report, When

__all__ = ["by_rules", "whens"]


def whens(view: View, found: Sequence[Found], ahead: Mapping[Phrase, bool] | None = None) -> dict[Phrase, When]:
    """What each expression stands for; `ahead` says of some whether what they date lies ahead."""
    phrases = sorted({f.phrase for f in found})
    spans = [view.span(phrase) for phrase in phrases]
    known = {(s.start, s.end): (ahead or {})[p] for p, s in zip(phrases, spans, strict=True) if p in (ahead or {})}
    report = view.reading.report
    values = resolve_all(report.text, [(s.start, s.end) for s in spans], report.published, known)
    return {
        p: When(s, value.date, value.known, value.counted_from, value.duration)
        for p, s, value in zip(phrases, spans, values, strict=True)
    }


def by_rules(report: Report) -> tuple[When, ...]:
    """Every time expression of a report by rules alone, without the reader's model, in the order of the text.

    Each stands for itself and without its preposition; lengths and repetitions are among them.
    """
    spans = terms(report.text)
    values = resolve_all(report.text, spans, report.published, {})
    return tuple(
        When(report.span(start, end), value.date, value.known, value.counted_from, value.duration)
        for (start, end), value in zip(spans, values, strict=True)
    )
