"""Which reports are versions of one article."""

from __future__ import annotations

import hashlib
import json
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
    headed = heading(one) is not None and heading(one) == heading(other)
    return (headed or one.id == other.id) and alike(one.text, other.text)


def heading(report: Report) -> str | None:
    """A hash of title, outlet and day; None where one of them is missing."""
    parts = (report.title, report.outlet and report.outlet.name, report.published and report.published.isoformat())
    if None in parts:
        return None
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:16]


def alike(one: str, other: str) -> bool:
    """Whether the two texts share a good part of their words, in the same order."""
    runs, others = _runs(one), _runs(other)
    return len(runs & others) >= ALIKE * min(len(runs), len(others))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1)))
