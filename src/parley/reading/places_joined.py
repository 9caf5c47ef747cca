"""Two places in one phrase: "Lessing and Horn" are two, "Bosnia and Herzegovina" is one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.gazetteer import Gazetteer
from parley.record import Report, Span

__all__ = ["apart"]

_NAME = r"[^\W\d_a-z][\w’'.-]*"
_JOINED = re.compile(rf"({_NAME}(?: {_NAME})*) (?:and|or) ({_NAME}(?: {_NAME})*)")


def apart(span: Span, report: Report, gazetteer: Gazetteer) -> Iterator[Span]:
    """The places of a phrase that is nothing but two names joined, unless the gazetteer knows the whole as one name."""
    hit = _JOINED.fullmatch(report.text, span.start, span.end)
    if hit is None or gazetteer.find(hit[0]):
        yield span
        return
    for number in (1, 2):
        yield report.span(*hit.span(number))
