"""Records that were linked already, on disk, so that the next question is answered at once.

They lie in a folder of their own, one file a field of `Record`, since most questions need few of them. All of it can be
made again: the folder may be deleted at any time, and where it cannot be written nothing is said.
"""

from __future__ import annotations

import io
import pickle
import shutil
import zlib
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from parley import record
from parley.linking.collecting import without_collecting
from parley.record import Link, Record

__all__ = ["FORMAT", "GROUNDS", "PARTS", "Shelf", "parts_of", "record_of"]

KEPT = 6
"""So many records are kept, those that were made last: the present one, and some as they were on a day."""

FORMAT = "3"
_QUICK = 1
"""The level of compression: enough for what repeats itself."""


class Shelf:
    """A folder of linked records by key; None: nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, key: str, part: str) -> object | None:
        """One part of the record of that key; None where it is not there, or cannot be read."""
        if self.folder is None:
            return None
        try:
            with without_collecting():
                held = zlib.decompress((self.folder / key / part).read_bytes())
                found: object = _Unpickler(io.BytesIO(held)).load()
            return found
        except (OSError, zlib.error, pickle.UnpicklingError, EOFError, ValueError, TypeError, AttributeError):
            return None

    def has(self, key: str) -> bool:
        """Whether a record is kept under a key, or nothing is kept at all."""
        return self.folder is None or (self.folder / key).is_dir()

    def put(self, key: str, parts: dict[str, object]) -> None:
        """Keep a record under its key, all of it or nothing, and let go of the oldest."""
        if self.folder is None:
            return
        target, draft = self.folder / key, self.folder / f"{key}.draft"
        with suppress(OSError):
            draft.mkdir(parents=True, exist_ok=True)
            for name, part in parts.items():
                (draft / name).write_bytes(zlib.compress(pickle.dumps(part, protocol=5), _QUICK))
            shutil.rmtree(target, ignore_errors=True)
            draft.rename(target)
            self._let_go(self.folder)

    def _let_go(self, folder: Path) -> None:
        made = sorted((one for one in folder.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime)
        for old in made[:-KEPT]:
            shutil.rmtree(old, ignore_errors=True)


GROUNDS = "grounds"
"""Why the members of incidents are one, or may be: most of a record, and seldom asked for."""

PARTS: tuple[str, ...] = (*(field.name for field in fields(Record)), GROUNDS)
"""What a record consists of."""


def parts_of(made: Record) -> dict[str, object]:
    """A record in parts, with the grounds of its incidents apart from them."""
    bare = tuple(replace(one, links=(), maybe=()) for one in made.incidents)
    grounds = {one.id: (one.links, one.maybe) for one in made.incidents if one.links or one.maybe}
    return {field.name: getattr(made, field.name) for field in fields(Record)} | {"incidents": bare, GROUNDS: grounds}


def record_of(parts: dict[str, Any]) -> Record:
    """The record of some parts; without the grounds its incidents have none."""
    grounds: dict[str, tuple[tuple[Link, ...], tuple[Link, ...]]] = parts.pop(GROUNDS, {})
    made = replace(Record(), **parts)
    if not grounds:
        return made
    whole = (
        replace(one, links=grounds[one.id][0], maybe=grounds[one.id][1]) if one.id in grounds else one
        for one in made.incidents
    )
    return replace(made, incidents=tuple(whole))


def _nouns() -> dict[tuple[str, str], type]:
    nouns = (getattr(record, name) for name in record.__all__)
    return {(one.__module__, one.__name__): one for one in nouns if isinstance(one, type) and is_dataclass(one)}


class _Unpickler(pickle.Unpickler):
    """Makes nouns of the record and nothing else: a file that somebody else put there can do no harm."""

    _known = _nouns() | {("datetime", "date"): date}

    def find_class(self, module: str, name: str) -> type:
        found = self._known.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name} is no noun of the record")
        return found
