"""Which reports are versions of one article."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from parley.record import Report

ALIKE = 0.3
"""The share of the shorter text's three-word runs that the other must hold; texts on other matters share hardly any."""

_WORD = re.compile(r"\w+")
_RUN = 3
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|mc_[ce]id|ref|src")


def address(url: str | None) -> str | None:
    """The url without what does not tell articles apart; None for a site's front page, which stands for no article."""
    if not url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    path = parts.path.rstrip("/")
    asked = urlencode([pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0])])
    if not path and not asked:
        return None
    return f"{parts.netloc.lower().removeprefix('www.')}{path}{'?' if asked else ''}{asked}"


def same_article(one: Report, other: Report) -> bool:
    """Whether two reports are versions of one article: one address; or one id given, or one title of one outlet on one
    day, and texts that are alike."""
    if address(one.url) is not None and address(one.url) == address(other.url):
        return True
    return (one.id == other.id or _same_heading(one, other)) and alike(one.text, other.text)


def _same_heading(one: Report, other: Report) -> bool:
    return None not in (one.title, one.published, one.outlet) and _heading(one) == _heading(other)


def _heading(report: Report) -> tuple[object, ...]:
    return report.title, report.published, report.outlet and report.outlet.name


def alike(one: str, other: str) -> bool:
    """Whether the two texts share a good part of their words, in the same order."""
    runs, others = _runs(one), _runs(other)
    return len(runs & others) >= ALIKE * min(len(runs), len(others))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
