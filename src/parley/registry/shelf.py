"""Where entries lie: packed in a file that is mapped into memory, or loose in a dictionary."""

from __future__ import annotations

import json
import mmap
import struct
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Protocol

import marisa_trie

from parley.errors import RegistryError
from parley.registry.entry import Entry, Tenure
from parley.registry.keys import keys

__all__ = ["Loose", "Packed", "Shelf", "pack"]

MAGIC = b"PARLEY-WHO-1\n"
HEAD = struct.Struct("<III")
"""Lengths in bytes of the sources and of the trie, and how many entries follow."""


class Shelf(Protocol):
    """Something that gives the entries of a key."""

    def get(self, key: str) -> Sequence[Entry]:
        """The entries with a key of `keys`, in the order they were put in."""


class Loose:
    """Entries in memory: a user's own."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._entries: dict[str, list[Entry]] = {}
        for entry in entries:
            for key in dict.fromkeys(keys(entry)):
                self._entries.setdefault(key, []).append(entry)

    def get(self, key: str) -> Sequence[Entry]:
        """The entries with this key."""
        return self._entries.get(key, ())


class Packed:
    """Entries in a file, read from it one by one as they are asked for."""

    def __init__(self, path: Path) -> None:
        """Raises RegistryError where the file is missing, damaged or of another version."""
        try:
            with path.open("rb") as file:
                self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            self._open()
        except (OSError, ValueError, RuntimeError, struct.error) as problem:
            raise RegistryError(f"{path}: no registry of this version ({problem}); install Parley again") from problem
        self._entry = lru_cache(4096)(self._read)

    def _open(self) -> None:
        if self._bytes[: len(MAGIC)] != MAGIC:
            raise ValueError("it does not begin as one")
        at = len(MAGIC) + HEAD.size
        of_sources, of_trie, self.count = HEAD.unpack(self._bytes[len(MAGIC) : at])
        self._sources: list[tuple[str, str | None]] = [
            (text, seen) for text, seen in json.loads(self._bytes[at : at + of_sources])
        ]
        self._trie = marisa_trie.RecordTrie("<I").frombytes(self._bytes[at + of_sources : at + of_sources + of_trie])
        self._start = at + of_sources + of_trie

    def get(self, key: str) -> Sequence[Entry]:
        """The entries with this key."""
        return [self._entry(offset) for (offset,) in sorted(self._trie.get(key, ()))]

    def all(self) -> Iterable[Entry]:
        """Every entry, for those who compile and check."""
        offset = self._start
        for _ in range(self.count):
            yield self._entry(offset - self._start)
            offset = self._bytes.find(b"\n", offset) + 1

    def _read(self, offset: int) -> Entry:
        start = self._start + offset
        row = json.loads(self._bytes[start : self._bytes.find(b"\n", start)])
        return _entry(row, self._sources)


Row = list[object]


def _entry(row: Mapping[str, object], sources: Sequence[tuple[str, str | None]]) -> Entry:
    """An entry from its line: fields by their first letters, empty ones left out."""
    tenures = [(t, b, s, u, *sources[n]) for t, b, s, u, n in row.get("o", ())]  # type: ignore[attr-defined]
    return Entry(
        id=str(row["i"]),
        name=str(row["n"]),
        kind=str(row["k"]),
        country=_text(row, "c"),
        aliases=_texts(row, "a"),
        acronyms=_texts(row, "y"),
        acts_for=_text(row, "f"),
        offices=tuple(Tenure(*tenure) for tenure in tenures),
        faction_of=_text(row, "p"),
        rules=_text(row, "r"),
        wikidata=_text(row, "w"),
        source=sources[int(str(row["s"]))][0],
        demonyms=_texts(row, "d"),
        capitals=_texts(row, "m"),
        codes=tuple((name, code) for name, code in row.get("x", ())),  # type: ignore[attr-defined]
    )


def _text(row: Mapping[str, object], name: str) -> str | None:
    value = row.get(name)
    return None if value is None else str(value)


def _texts(row: Mapping[str, object], name: str) -> tuple[str, ...]:
    return tuple(row.get(name, ()))  # type: ignore[arg-type]


def pack(entries: Iterable[Entry]) -> bytes:
    """The file that Packed reads; the same entries give the same bytes."""
    sources: dict[tuple[str, str | None], int] = {}
    lines: list[bytes] = []
    index: list[tuple[str, tuple[int]]] = []
    offset = 0
    for entry in entries:
        line = json.dumps(_row(entry, sources), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        index += [(key, (offset,)) for key in dict.fromkeys(keys(entry))]
        lines.append(line)
        offset += len(line)
    head = json.dumps(list(sources), ensure_ascii=False, separators=(",", ":")).encode()
    trie = marisa_trie.RecordTrie("<I", index).tobytes()
    return b"".join((MAGIC, HEAD.pack(len(head), len(trie), len(lines)), head, trie, *lines))


def _row(entry: Entry, sources: dict[tuple[str, str | None], int]) -> dict[str, object]:
    def number(text: str, seen: str | None = None) -> int:
        return sources.setdefault((text, seen), len(sources))

    row: dict[str, object] = {
        "i": entry.id,
        "n": entry.name,
        "k": entry.kind,
        "c": entry.country,
        "a": entry.aliases,
        "y": entry.acronyms,
        "f": entry.acts_for,
        "o": [(t.title, t.body, t.since, t.until, number(t.source, t.seen)) for t in entry.offices],
        "p": entry.faction_of,
        "r": entry.rules,
        "w": entry.wikidata,
        "d": entry.demonyms,
        "m": entry.capitals,
        "x": entry.codes,
    }
    return {name: value for name, value in row.items() if value} | {"s": number(entry.source)}
