"""The dateline that a report opens with: place, day and agency."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from parley.reading.dates_words import DAY_NUMBER, MONTH, YEAR
from parley.reading.words import words

__all__ = ["Dateline", "find_dateline"]

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where, and perhaps when and by which agency, a report was filed; `span` runs to the end of its dash or colon."""

    place: str
    span: Offsets
    date: str | None = None
    agency: str | None = None


_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĪİŁŃŇŌŐŘŚŞŠŤŪŮŰŹŻŽ"
_CAPITALS = rf"[{_UPPER}][{_UPPER}’'.-]+(?:[ -][{_UPPER}][{_UPPER}’'.-]+){{0,3}}"
_TITLED = rf"[{_UPPER}][\w’'-]+(?:[ -][{_UPPER}][\w’'-]+){{0,3}}"
_REGION = rf"(?:, (?:{_TITLED}\.?|[A-Z]\.[A-Z]\.)(?: (?:of|and) {_TITLED})?)"
_DATE = rf"(?P<date>(?:{MONTH} {DAY_NUMBER}|{DAY_NUMBER} {MONTH})(?:,? {YEAR})?)"
_AGENCY = r"(?:\((?P<agency>[A-Z][\w .&/-]{1,30})\)|/(?P<slashed>[A-Z][\w -]{1,20})/)"
_DAY = _DATE.replace("date", "day")
_BY = _AGENCY.replace("agency", "by").replace("slashed", "sign")
_ONLY = _AGENCY.replace("agency", "only").replace("slashed", "sole")
_DASH = r"\s?(?:--|[-–—])(?:\s|$)"
_DATELINE = re.compile(
    rf"(?:(?P<loud>{_CAPITALS}(?: ?/ ?{_CAPITALS}){{0,2}}{_REGION}?)(?P<dated>,? {_DATE})?\.?(?: ?{_AGENCY})?"
    rf"|(?P<quiet>{_TITLED}{_REGION}?), {_DAY}\.?(?: ?{_BY})?"
    rf"|{_ONLY})(?P<stop>\s?:\s|{_DASH})"
)
_LABELS = words(
    "question answer q a photo video watch read live update updated breaking exclusive analysis opinion explainer"
    " editorial comment note notes fact claim the verdict scores ends end summary background"
    " key who what why how correction factbox timeline podcast"
    " interview headline subject from date ref re attention press statement release communique mr ms mrs dr"
)
_LOOKED_AT = 5
_SENTENCE = re.compile(r"[.?!][\"”’)]*\s*\Z")


def find_dateline(text: str, paragraphs: Sequence[Offsets]) -> Dateline | None:
    """The dateline at the head of one of the first paragraphs, as far as they are titles and the like; else None."""
    for start, end in paragraphs[:_LOOKED_AT]:
        match = _DATELINE.match(text, start, end)
        if match and _is_dateline(match, text):
            return _dateline(match)
        if _SENTENCE.search(text, max(start, end - 5), end):
            return None
    return None


def _is_dateline(match: re.Match[str], text: str) -> bool:
    """Whether this is no label ("QUESTION:", "EXCLUSIVE -") and no speaker's name, which would come again."""
    place = match["loud"] or match["quiet"]
    if place is None:
        return ":" not in match["stop"]
    if _LABELS & set(re.findall(r"[a-z]+", place.lower())):
        return False
    signed = match["agency"] or match["slashed"] or match["dated"] or match["quiet"]
    return bool(signed) or f"\n{match.group().strip()}" not in text[match.end() :]


def _dateline(match: re.Match[str]) -> Dateline:
    names = match.groupdict()
    agency = next((names[key] for key in ("agency", "slashed", "by", "sign", "only", "sole") if names[key]), None)
    place = names["loud"] or names["quiet"] or ""
    return Dateline(place, (match.start(), match.end("stop")), names["date"] or names["day"], agency)
