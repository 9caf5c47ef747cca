"""Where the paragraphs of a text begin and end."""

from __future__ import annotations

import re

__all__ = ["paragraphs"]

Offsets = tuple[int, int]

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_LINE = re.compile(r"[^\n]+")
_NARROWEST, _WIDEST = 50, 110
_SPREAD = 25


def paragraphs(text: str) -> list[Offsets]:
    """The paragraphs, without the white space around them.

    A line is a paragraph, except in a block that was wrapped to a width: that block is one.
    """
    found: list[Offsets] = []
    for block in _BLOCK.finditer(text):
        lines = [_strip(text, *line.span()) for line in _LINE.finditer(text, *block.span())]
        lines = [(start, end) for start, end in lines if start < end]
        found += [(lines[0][0], lines[-1][1])] if _wrapped(text, lines) else lines
    return found


def _wrapped(text: str, lines: list[Offsets]) -> bool:
    """Whether all lines but the last are about as long as each other, and some break off in mid-sentence."""
    widths = [end - start for start, end in lines[:-1]]
    if not widths or min(widths) < _NARROWEST or max(widths) > _WIDEST or max(widths) - min(widths) > _SPREAD:
        return False
    return any(text[end - 1] not in '.!?:;”"' for _, end in lines[:-1]) and any(
        text[start].islower() for start, _ in lines[1:]
    )


def _strip(text: str, start: int, end: int) -> Offsets:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
