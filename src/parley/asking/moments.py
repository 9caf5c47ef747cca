"""What a record is linked from at one moment, and what tells that from other moments."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path

from parley import __version__, linking
from parley.asking.cut import Cut
from parley.record import Judgement, Record, Report

__all__ = ["Moment", "own_files", "program"]

PAST = 3
"""So many records as they were are at hand at once, each as large as the present one; others wait on the shelf."""
_RULES = frozenset((".py", ".toml", ".csv"))
"""What the files are of that linking goes by."""


@dataclass(slots=True)
class Moment:
    """What the record was at one moment: `content` tells it from others."""

    content: str
    judgements: tuple[Judgement, ...]
    made: dict[Cut | None, Record] = field(default_factory=dict)
    heads: Mapping[str, Report] | None = None
    talks: Record | None = None
    _used: dict[Cut | None, int] = field(default_factory=dict)
    _uses: Iterator[int] = field(default_factory=count)

    def whole(self, before: Cut | None) -> Record | None:
        """The record as it is or was, where it is at hand."""
        self._used[before] = next(self._uses)
        return self.made.get(before)

    def keep(self, before: Cut | None, made: Record) -> None:
        """Have it at hand; of those of the past only a few, those that were asked for last."""
        self.made[before] = made
        past = sorted((one for one in self.made if one is not None), key=lambda one: self._used.get(one, 0))
        for old in past[:-PAST]:
            del self.made[old]
            self._used.pop(old, None)


def own_files(files: Iterable[Path]) -> str:
    """What tells the user's own files from what they were."""
    return "\n".join(hashlib.sha256(path.read_bytes()).hexdigest() for path in files if path.is_file())


@cache
def program() -> str:
    """Which program links; where it is being worked on, its version alone does not tell."""
    files = sorted(path for folder in linking.__path__ for path in Path(folder).rglob("*.*"))
    stamps = (f"{path.name} {path.stat().st_mtime_ns}" for path in files if path.suffix in _RULES)
    return "\n".join((__version__, *stamps))
