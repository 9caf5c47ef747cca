"""Which agencies a report says it has its text from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from parley.linking.names import words
from parley.linking.outlets import House, Outlets
from parley.record import Reading, Report

__all__ = ["AGENCIES", "agencies", "alike", "bare", "credits_of", "shares_own"]

AGENCIES = "agencies"
"""What stands for an agency that is left unnamed ("— Agencies")."""
TAIL, LONGEST = 4, 220
"""How many of the last lines are looked at, and the characters that a credit line has at most."""

_NAME = r"[A-Z][\w’'&-]*(?: (?:of |de )?[A-Z][\w’'&-]*){0,5}(?: \([A-Z]{2,6}\))?"
_FROM = re.compile(
    r"\b(?:[Ww]ith|[Aa]dditional|[Aa]ll)?\s*(?:additional |agency |some )?"
    r"(?:inputs?|reporting|material|contributions?|details|information)\s+(?:also )?(?:from|by)\s+(?:the )?"
    rf"(?P<names>{_NAME}(?:(?:, | and |, and | & )(?:the )?{_NAME})*)"
)
_SIGNED = re.compile(
    rf"(?:[-–—]{{1,2}}|\bSource\s?:|\bVia\s?:?|\bCourtesy\s?:?)\s*(?P<names>{_NAME}(?:(?:/|, | and ){_NAME})*)\.?\s*\Z"
)
_BRACKETED = re.compile(rf"\A[\[(](?P<names>{_NAME}(?:(?:/|, | and ){_NAME})*)[\])]\.?\Z")
_DATELINE = re.compile(rf"\A[A-Z][A-Za-zÀ-ž ,./'’-]{{1,60}}?\((?P<names>{_NAME})\)\s*[-–—:]")
_UNNAMED = re.compile(r"\A\W*(?:with |from |by )?(?:(?:inputs?|news|wire|from) )*agenc(?:y|ies)\b", re.IGNORECASE)
_CALLED = re.compile(r"\b(?:News Agency|Press Agency|Newswire|Wire|News Service|Press)(?: \(|\Z)")
_REPORTING = re.compile(r"\breporting\b", re.IGNORECASE)
_OWN = re.compile(
    r"\bour (?:own )?(?:\w+ )?(?:correspondents?|reporters?|bureaux?|bureaus?|staff|producers?)\b(?! has not)",
    re.IGNORECASE,
)
_NOT_EDITED = re.compile(r"not been edited|headline|syndicated|auto-generated", re.IGNORECASE)
_KINDS = frozenset(("news", "agency", "the"))
_SPLIT = re.compile(r"\s*(?:,\s*(?:and\s+)?|\band\b|&|/)\s*")


def agencies(reading: Reading, outlets: Outlets) -> tuple[str, ...]:
    """The agencies whose text it is or takes from, by their names in the registry or as credited.

    An outlet that is an agency itself is the first.
    """
    own = outlets.of(reading.report.outlet)
    found = [own.name] if own and own.is_agency else []
    found += [_called(name, outlets) for line in credits_of(reading) for name in _names(line, outlets)]
    return tuple(dict.fromkeys(found))


def credits_of(reading: Reading) -> tuple[str, ...]:
    """The lines that say where a report has it from: those that it came with, its dateline, its last lines."""
    report = reading.report
    lines = [line.strip() for line in report.text.splitlines() if line.strip()]
    tail = [line for line in lines[-TAIL:] if len(line) <= LONGEST]
    aside = [s.span.quote(report) for s in reading.sentences if not s.body]
    head = [found.group() for found in [_DATELINE.match(_head(report))] if found]
    return tuple(dict.fromkeys((*report.credits, *head, *tail, *(line for line in aside if len(line) <= LONGEST))))


def alike(one: str, other: str) -> bool:
    """Whether two credits may be one agency's: the same name, with or without "Agency", or one the other's initials."""
    a, b = bare(one), bare(other)
    return a == b or _initials(one) == b or _initials(other) == a


def bare(name: str) -> str:
    """The words of a name in lower case, without "the", "News" and "Agency"."""
    return " ".join(word for word in words(name) if word not in _KINDS) or " ".join(words(name))


def _initials(name: str) -> str:
    return "".join(word[0] for word in words(name))


def shares_own(reading: Reading) -> bool:
    """Whether the credit names own people beside the agency ("and our correspondent")."""
    return any(_OWN.search(line) and not _NOT_EDITED.search(line) for line in credits_of(reading))


def _head(report: Report) -> str:
    return report.text[:120].lstrip()


def _names(line: str, outlets: Outlets) -> Iterator[str]:
    """The names in a credit line; "agencies" where it names none.

    Reporting is credited to people and places as well: there a name counts only if it is known as an agency's.
    """
    found = []
    for pattern in (_FROM, _SIGNED, _BRACKETED, _DATELINE):
        for match in pattern.finditer(line):
            sure = pattern is _FROM and not _REPORTING.search(match.group())
            names = filter(None, _SPLIT.split(match["names"]))
            found += [name for name in names if _is_agency(name, outlets) or (sure and not _OWN.search(name))]
    yield from found or ([AGENCIES] if _UNNAMED.search(line) else [])


def _is_agency(name: str, outlets: Outlets) -> bool:
    """Whether it is one in the registry, or calls itself one."""
    house = _house(name, outlets)
    return house.is_agency if house else bool(_CALLED.search(name))


def _called(name: str, outlets: Outlets) -> str:
    """Its name in the registry; else the name without what stands in brackets behind it."""
    house = _house(name, outlets)
    return house.name if house else re.sub(r"\s*\(.*", "", name).strip()


@lru_cache(4096)
def _bare(name: str) -> str:
    return " ".join(words(re.sub(r"\s*\(.*", "", name)))


def _house(name: str, outlets: Outlets) -> House | None:
    return outlets.named(name) or outlets.named(_bare(name))
