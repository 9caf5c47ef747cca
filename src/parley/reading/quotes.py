"""Where quotation marks pair up, and whether a content stands inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from parley.reading.quotes_unmarked import unmarked_speech
from parley.record import How

__all__ = ["how", "quotations", "spoken"]

Offsets = tuple[int, int]

_PARAGRAPH = re.compile(r"[^\n]+")
_MARK = re.compile("[\"“”„«»‘’']")
_CLOSERS = {"“": '”"', "„": "“”", "«": "»", '"': '"”', "‘": "’'", "'": "'’"}
_DOUBLE_OPENERS = '“"„«'
_SINGLE = "‘'’"
_BEFORE_SINGLE = ' \t\u00a0([{—–-/"“„«'
_PLURAL_POSSESSIVE = re.compile(r"s['’] [a-z]")
_LATER_CLOSING = re.compile(r"[^'’‘]*(?:\w['’]\w[^'’‘]*)*[,.?!]['’](?!\w)")
_MARKS_AND_SPACE = "\"“”„«»‘’' \n\t"
_BARE = " \t\n,.;:!?…—–"


@dataclass(slots=True)
class _Paragraph:
    """One paragraph while its marks are read: those still open, innermost last, and the quotations closed so far."""

    text: str
    start: int
    end: int
    open: list[tuple[str, int]] = field(default_factory=list)
    found: list[Offsets] = field(default_factory=list)

    def take(self, mark: str, at: int) -> None:
        """Let one mark open or close a quotation, or do neither."""
        if mark in _SINGLE:
            self._take_single(mark, at)
        elif self._reopens(mark, at):
            self._give_up(at)
            self.open.append((mark, at))
        elif not self._close(mark, at) and mark in _DOUBLE_OPENERS:
            self.open.append((mark, at))

    def _take_single(self, mark: str, at: int) -> None:
        """A single mark quotes only where it stands at a word's edge; else it is an apostrophe."""
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        if mark != "’" and before in _BEFORE_SINGLE and (after.isalpha() or after in '“"…['):
            self.open.append((mark, at))
        elif not before.isspace() and not after.isalnum() and not self._possessive(at):
            self._close(mark, at)

    def _possessive(self, at: int) -> bool:
        """Whether this is "workers' union" inside a quotation that a later mark closes."""
        plural = _PLURAL_POSSESSIVE.match(self.text, at - 1)
        return plural is not None and _LATER_CLOSING.match(self.text, at + 1, self.end) is not None

    def _reopens(self, mark: str, at: int) -> bool:
        """Whether an opening mark stands where the same mark is open already, as at a quoted paragraph's start."""
        if mark not in _DOUBLE_OPENERS or all(opener != mark for opener, _ in self.open):
            return False
        after = self.text[at + 1 : at + 2]
        return self.text[at - 1].isspace() and after != "" and not after.isspace() and (mark != '"' or after.isalnum())

    def _close(self, mark: str, at: int) -> bool:
        for depth in range(len(self.open) - 1, -1, -1):
            opener, start = self.open[depth]
            if mark in _CLOSERS[opener]:
                del self.open[depth:]
                self.found.append((start, at + 1))
                return True
        return False

    def _give_up(self, end: int) -> None:
        """Let what is open end where the text before `end` does."""
        start = next((at for mark, at in self.open if mark not in _SINGLE), None)
        self.open.clear()
        if start is not None:
            end = start + len(self.text[start:end].rstrip())
            if end - start > 1:
                self.found.append((start, end))

    def finish(self, carried_on: bool) -> None:
        """A double mark still open quotes to the end if it is curly or the next paragraph opens with a mark again."""
        if carried_on or any(mark in "“„«" for mark, _ in self.open):
            self._give_up(self.end)


def quotations(text: str) -> list[Offsets]:
    """The quotations of a text, marks included, in order of their start; they nest but never cross.

    None runs past its paragraph: one that fills several, each opening with a mark, gives a stretch for each.
    """
    found: list[Offsets] = []
    for paragraph, carried_on in _paragraphs(text):
        for match in _MARK.finditer(text, paragraph.start, paragraph.end):
            paragraph.take(match.group(), match.start())
        paragraph.finish(carried_on)
        found += sorted(paragraph.found, key=lambda span: (span[0], -span[1]))
    return found


def _paragraphs(text: str) -> Iterator[tuple[_Paragraph, bool]]:
    """Each paragraph and whether the next one opens with a quotation mark."""
    spans = [match.span() for match in _PARAGRAPH.finditer(text) if not match.group().isspace()]
    opens = [text[start:end].lstrip()[0] in _DOUBLE_OPENERS for start, end in spans]
    for (start, end), carried_on in zip(spans, [*opens[1:], False], strict=False):
        yield _Paragraph(text, start, end), carried_on


@lru_cache(8)
def spoken(text: str) -> Sequence[Offsets]:
    """All stretches in a speaker's own words, in order: quotations, and speech that is printed without marks.

    Who is who and statements both ask."""
    return sorted(quotations(text) + unmarked_speech(text), key=lambda span: (span[0], -span[1]))


def how(content: Sequence[Offsets], text: str, quoted: Sequence[Offsets]) -> How:
    """Direct where all of the content stands in its speaker's own words, indirect where none of it does, else mixed.

    `quoted` is what `spoken` gives. Punctuation between the content's last word and its edge counts for neither side.
    """
    inside = [_quoted_share(piece, text, quoted) for piece in content]
    if inside and all(share == "all" for share in inside):
        return "direct"
    return "indirect" if all(share == "none" for share in inside) else "mixed"


def _quoted_share(piece: Offsets, text: str, quoted: Sequence[Offsets]) -> str:
    start, end = _trim(piece, text)
    touching = [(s, e) for s, e in quoted if s < end and start < e]
    around = [(s, e) for s, e in touching if s <= start and end <= e]
    if not around:
        return "some" if touching else "none"
    if not any(_retold(text, s, start) for s, _ in around):
        return "all"
    return "some" if len(around) < len(touching) else "none"


def _retold(text: str, quotation: int, start: int) -> bool:
    """Whether a content that begins in mid-sentence inside a quotation is what the quoted speaker says another said."""
    before = text[quotation:start].strip(_MARKS_AND_SPACE)
    return before != "" and text[start : start + 1].islower() and before[-1] not in ".!?…:"


def _trim(piece: Offsets, text: str) -> Offsets:
    start, end = piece
    while start < end and text[start] in _BARE:
        start += 1
    while start < end and text[end - 1] in _BARE:
        end -= 1
    return start, end
