"""Where the sentences of a report begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parley.reading.abbreviations import belongs_to_word
from parley.reading.layout import layout
from parley.reading.paragraphs import paragraphs
from parley.reading.quotes import quotations
from parley.record import Report, Sentence

__all__ = ["sentences", "split"]

Offsets = tuple[int, int]

_END = re.compile(r"([.!?…]+)[\"'”’»)\]]*(?:\[\d+\])*(\s+)")
_ENUMERATOR = re.compile(r"(?:\A|[:;]\s)[(\[]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})\Z")
_KICKER = re.compile(r"[A-Z][A-Z’'\d-]*(?: [A-Z’'\d-]+){0,5}\Z")
_BRACKET = re.compile(r"\([^()]{1,400}\)|\[[^\[\]]{1,400}\]")
_LIST_ITEM = re.compile(r";\s+(?=[–•]\s|\(?[a-z0-9]{1,3}\)\s)|:\s+(?=[–•]\s)")
_OPENING = re.compile(r"[\"“‘'«(\[–—-]*\s*")
_CREDIT = re.compile(r"[(\[][^()\[\].!?]{1,40}[)\]]\Z")
_LONGEST_QUOTE = 250


def split(text: str) -> list[Offsets]:
    """The sentences as offsets, in order, without the white space around them; none runs past its paragraph.

    A quotation of several sentences that its paragraph closes counts as one, and so does a bracket.
    """
    return [sentence for paragraph in _split_paragraphs(text) for sentence in paragraph]


def _split_paragraphs(text: str) -> Iterator[list[Offsets]]:
    for start, end in paragraphs(text):
        yield _split_paragraph(text[start:end], start)


def _split_paragraph(text: str, offset: int) -> list[Offsets]:
    closed = _closed_stretches(text)
    found, start = [], 0
    for stop, after in _candidates(text):
        if not any(s < stop < e for s, e in closed) and _ends_sentence(text, start, stop, after):
            found.append((offset + start, offset + stop))
            start = after
    return [*found, (offset + start, offset + len(text))]


def _candidates(text: str) -> list[Offsets]:
    """Every place where a sentence may stop, and where the next one would start."""
    stops = [(match.end() - len(match.group(2)), match.end()) for match in _END.finditer(text)]
    items = [(match.start() + 1, match.end()) for match in _LIST_ITEM.finditer(text)]
    return sorted(stops + items) if items else stops


def _ends_sentence(text: str, start: int, stop: int, after: int) -> bool:
    if text[stop - 1] in ";:":
        return True
    opening = _OPENING.match(text, after)
    following = text[opening.end() : opening.end() + 1] if opening else ""
    if not following or following.islower() or _CREDIT.match(text, after):
        return False
    if text[stop - 1] not in ".)":
        return True
    head = text[start:stop].rstrip(".)")
    return not (_ENUMERATOR.search(head) or _KICKER.match(head) or belongs_to_word(text, start, start + len(head)))


def _closed_stretches(text: str) -> list[Offsets]:
    """Quotations and brackets that stand whole in the paragraph and are short enough to be one sentence's."""
    quoted = [span for span in quotations(text) if _short_and_closed(text, span)]
    return quoted + [match.span() for match in _BRACKET.finditer(text)]


def _short_and_closed(text: str, span: Offsets) -> bool:
    return span[1] - span[0] <= _LONGEST_QUOTE and text[span[1] - 1] in "\"”»’'"


def sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of a report, each with the number of its paragraph; those of its boilerplate are no body."""
    page = layout(report.text)
    return tuple(
        Sentence(report.span(start, end), number, not page.covers(start, end))
        for number, paragraph in enumerate(_split_paragraphs(report.text))
        for start, end in paragraph
    )
