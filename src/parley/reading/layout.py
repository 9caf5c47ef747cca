"""What of a report's text is no reporting: its dateline, its credits, and the lines of the page around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parley.reading.layout_boilerplate import is_boilerplate, is_end_mark, tail_start
from parley.reading.layout_dateline import Dateline, find_dateline
from parley.reading.paragraphs import paragraphs

__all__ = ["Credit", "Dateline", "Layout", "layout"]

Offsets = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Credit:
    """Words that say whose work a report is or rests on, and the agencies that they name."""

    span: Offsets
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """`boilerplate` holds the stretches that are kept in the text but read as nothing, credits among them, in order."""

    dateline: Dateline | None = None
    credits: tuple[Credit, ...] = ()
    boilerplate: tuple[Offsets, ...] = ()

    def covers(self, start: int, end: int) -> bool:
        """Whether at least half of a stretch is boilerplate."""
        return 2 * sum(max(0, min(end, e) - max(start, s)) for s, e in self.boilerplate) >= end - start


_WORD = r"[A-Z](?:[\w’'&-]|\.(?=[A-Z]))*"
_NAME = rf"(?:{_WORD}(?: (?:of |for )?{_WORD})*)"
_KNOWN = re.compile(
    r"\b(?:Reuters|AP|AFP|Associated Press|Agence France-Presse|Xinhua|TASS|Tass|Interfax|RIA Novosti|Anadolu|ANI|PTI"
    r"|IANS|DPA|dpa|EFE|ANSA|Kyodo|Yonhap|Bloomberg|IRNA|WAM|SPA|MENA|Ukrinform|BBC|CNN|Al Jazeera)\b"
)
_INPUTS = re.compile(
    r"(?i:(?:with|additional) (?:additional )?(?:agency )?(?:inputs?|contributions?|material|information) (?:from|by)) "
    rf"(?:the )?(?P<names>{_NAME}(?:(?:,| and|, and) (?:the )?{_NAME})*)"
)
_CREDIT = re.compile(
    r"[\[(]?(?:(?:additional )?(?:reporting|writing|editing|translation|compiled|edited|translated|rendered|written)\b"
    r"[^.]{0,20}? (?:by|from)\b|with (?:additional |agency )?(?:inputs?|reporting)|with our correspondent"
    r"|agencies[)\]]?\Z"
    r"|(?:source|via)s?: ?\S)",
    re.IGNORECASE,
)
_SIGNED = re.compile(
    rf"(?:--|[-–—]) ?(?P<agency>{_NAME}|[A-Z]{{2,6}})[)\]]?\Z|\((?P<in>[A-Z][A-Za-z]*(?: [A-Z][a-z]+)?)\)\Z"
)
_SOURCE = re.compile(rf"(?:source|via)s?: ?(?P<names>{_NAME})", re.IGNORECASE)
_AND = re.compile(r",? and (?:the )?|, (?:the )?")
_LONGEST_CREDIT = 250


def layout(text: str) -> Layout:
    """The dateline, credits and boilerplate of a text; what is not plainly one of them is left as reporting."""
    found: list[Offsets] = []
    credits: list[Credit] = []
    spans = paragraphs(text)
    for number, (start, end) in enumerate(spans):
        words = text[start:end]
        credit = _credit(words, start, number >= len(spans) - 3)
        if credit:
            credits.append(credit)
        if credit or is_boilerplate(words, number, len(spans)):
            found.append((start, end))
        elif tail := tail_start(words):
            found.append((start + tail, end))
    return Layout(find_dateline(text, spans), tuple(credits), tuple(found))


def _credit(words: str, start: int, near_end: bool) -> Credit | None:
    """A paragraph that only credits somebody, or the sign of an agency at the end."""
    if len(words) > _LONGEST_CREDIT or (near_end and is_end_mark(words)):
        return None
    if _CREDIT.match(words.lstrip("-–— ")):
        return Credit((start, start + len(words)), _agencies(words))
    signed = _SIGNED.match(words) if near_end else None
    if signed:
        agency = signed["agency"] or signed["in"]
        return Credit((start, start + len(words)), () if agency.lower() == "agencies" else (agency,))
    return None


def _agencies(words: str) -> tuple[str, ...]:
    match = _INPUTS.search(words) or _SOURCE.search(words)
    return tuple(_AND.split(match["names"])) if match else tuple(dict.fromkeys(_KNOWN.findall(words)))
