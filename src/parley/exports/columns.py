"""Lists whose columns stand below each other, as lines for a terminal."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

GAP = 2
"""The spaces between two columns."""

_LONGEST_WORD = 16
_NARROWEST = 4

Cells = tuple[Text, ...]


def as_plain(lines: Iterable[Text]) -> str:
    """The lines without colours and without spaces at their ends."""
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


def wrapped(text: Text, width: int) -> Iterator[Text]:
    """The lines of the text, broken where they are wider than `width`."""
    for line in text.split("\n", allow_blank=True) if "\n" in text.plain else [text]:
        if cell_len(line.plain) <= width:
            yield line
        else:
            yield from line.wrap(_console(), width, overflow="fold")


def indented(text: Text, width: int, by: int) -> Iterator[Text]:
    """The lines of the text `by` spaces from the left, no wider than `width` with them."""
    for line in wrapped(text, max(1, width - by)):
        yield Text(" " * by).append_text(line)


def row_lines(cells: Cells, widths: Sequence[int]) -> Iterator[Text]:
    """One row; its cells wrap inside their columns. Columns of no width are left out."""
    kept = [(list(wrapped(cell, width)), width) for cell, width in zip(cells, widths, strict=True) if width]
    columns = [column for column, _ in kept]
    for parts in zip_longest(*columns):
        line = Text()
        for part, (_, width) in zip(parts, kept, strict=True):
            line.append_text(part or Text())
            line.append(" " * (width + GAP - (cell_len(part.plain) if part else 0)))
        line.rstrip()
        yield line


def fit(rows: Sequence[Cells], weights: Sequence[float], width: int) -> list[int]:
    """A width for each column: what its cells need, or less where they do not fit beside each other.

    The widest for its weight gives way first, words being kept whole as long as that will do. A column without anything
    under its heading gets none.
    """
    columns = [[cell.plain for cell in column] for column in zip(*rows, strict=True)]
    widths = [_need(column) for column in columns]
    whole = [max(map(_longest_word, column)) for column in columns]
    for _ in range(sum(one + GAP for one in widths if one) - GAP - width):
        wide = [number for number, one in enumerate(widths) if one > whole[number]]
        wide = wide or [number for number, one in enumerate(widths) if one > _NARROWEST]
        if not wide:
            break
        widths[max(wide, key=lambda number: widths[number] / weights[number])] -= 1
    return widths


def _need(column: list[str]) -> int:
    if not any(column[1:]):
        return 0
    return max(cell_len(line) for cell in column for line in cell.split("\n"))


def _longest_word(cell: str) -> int:
    return min(_LONGEST_WORD, max((cell_len(word) for word in cell.split()), default=0))


@lru_cache(1)
def _console() -> Console:
    """What rich wants to know about a screen before it breaks a line."""
    return Console(file=io.StringIO(), width=100, color_system=None)
