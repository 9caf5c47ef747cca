"""The compiled index: a trie of names, and for each name the places that bear it.

`python -m gazetteer_build` writes it. Nothing is read before it is asked for: the files are mapped into memory."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypedDict, cast

import marisa_trie
import numpy as np
import numpy.typing as npt

from parley.gazetteer.entry import KINDS, WAYS, Candidate, Entry
from parley.gazetteer.folding import fold
from parley.gazetteer.own import Own, read_own

__all__ = ["DATA", "PLACE", "Gazetteer", "Head", "shipped"]

DATA = Path(__file__).parent / "data"
PLACE = np.dtype(
    [
        ("id", "<u4"),  # GeoNames id, 0 for curated places
        ("latitude", "<i4"),  # 1e-5 degrees
        ("longitude", "<i4"),
        ("title", "<u4"),  # in the trie of titles
        ("province", "<u2"),
        ("country", "u1"),
        ("kind", "u1"),
        ("population", "u1"),  # 20 · log10
    ]
)
DEGREE = 1e5
BLOCK = 64
"""Where the postings of every so many-th name start is written down; from there on lengths are added up."""
WAY_BITS = 28
"""A posting is the row of a place and, above these bits, by which of its names it is called."""
ROW = (1 << WAY_BITS) - 1


class Head(TypedDict):
    """The small part of the index: in `places` the curated ids and countries by row, in `sites` the countries by the
    ending of their web sites."""

    countries: list[str]
    neighbours: dict[str, list[str]]
    provinces: list[str]
    places: dict[str, tuple[str, list[str]]]
    rows: dict[str, int]
    capitals: dict[str, int]
    sites: dict[str, str]


@dataclass(frozen=True, slots=True)
class Codes:
    """The countries of the index with their rows, and who borders whom, all by alpha-3 code."""

    countries: frozenset[str]
    neighbours: Mapping[str, frozenset[str]]


class Gazetteer:
    """The places that names stand for; `own` are the user's, which come before ours."""

    def __init__(self, folder: Path = DATA, own: Sequence[Own] = ()) -> None:
        self._folder = folder
        self._own: dict[str, list[Candidate]] = {}
        for one in own:
            for place, name in enumerate((one.entry.name, *one.also)):
                self._own.setdefault(fold(name), []).append(
                    Candidate(one.entry, "variant" if place else "name", own=True)
                )
        self.find = lru_cache(4096)(self._find)

    def with_files(self, files: Sequence[Path]) -> Gazetteer:
        """The same with a user's own places; Malformed or NotFound name the file, the line and what is wrong."""
        return Gazetteer(self._folder, [own for path in files for own in read_own(path, self.codes.countries)])

    def _find(self, name: str) -> tuple[Candidate, ...]:
        """Every place that is called so, the user's own first; accents, case and hyphens do not matter."""
        key = fold(name)
        return (*self._own.get(key, ()), *map(self._candidate, self._postings(key)))

    def row(self, code: str) -> Entry | None:
        """A country by its alpha-3 code, or a first-order division by its GeoNames code (PK.02)."""
        row = self._head["rows"].get(code)
        return None if row is None else self._entry(row)

    def capital(self, code: str) -> Entry | None:
        """The capital of a country, by its alpha-3 code."""
        row = self._head["capitals"].get(code)
        return None if row is None else self._entry(row)

    def country_of_site(self, site: str) -> str | None:
        """The alpha-3 code of the country that a web site's address ends in: "dawn.com.pk" is PAK."""
        host = site.casefold().partition("://")[2] or site.casefold()
        return self._head["sites"].get(host.partition("/")[0].rpartition(".")[2])

    def numbered(self, number: str) -> Entry | None:
        """The place with a GeoNames id; looks through all of them."""
        if not number.isdigit() or number == "0":
            return None
        rows = np.flatnonzero(self._places["id"] == int(number)).tolist()
        return self._entry(rows[0]) if rows else None

    @cached_property
    def codes(self) -> Codes:
        """The countries, and who borders whom."""
        head = self._head
        borders = {code: frozenset(others) for code, others in head["neighbours"].items()}
        return Codes(frozenset(head["countries"]) - {""}, borders)

    def _postings(self, key: str) -> list[int]:
        number: int = self._names.get(key, -1)
        if number < 0:
            return []
        block = number // BLOCK * BLOCK
        start = int(self._starts[number // BLOCK]) + int(self._lengths[block:number].sum(dtype=np.uint32))
        return cast("list[int]", self._called[start : start + int(self._lengths[number])].tolist())

    def _candidate(self, posting: int) -> Candidate:
        return Candidate(self._entry(posting & ROW), WAYS[posting >> WAY_BITS])

    def _entry(self, row: int) -> Entry:
        number, latitude, longitude, title, province, country, kind, population = self._places[row].item()
        head = self._head
        own, countries = head["places"].get(str(row), ("", [head["countries"][country]]))
        return Entry(
            own or str(number),
            self._titles.restore_key(title),
            latitude / DEGREE,
            longitude / DEGREE,
            KINDS[kind],
            tuple(code for code in countries if code),
            head["provinces"][province] or None,
            round(10 ** (population / 20)) if population else 0,
        )

    @cached_property
    def _head(self) -> Head:
        return cast(Head, json.loads((self._folder / "head.json").read_text("utf-8")))

    @cached_property
    def _names(self) -> marisa_trie.Trie:
        return _mapped(self._folder / "names.marisa")

    @cached_property
    def _titles(self) -> marisa_trie.Trie:
        return _mapped(self._folder / "titles.marisa")

    @cached_property
    def _places(self) -> npt.NDArray[np.void]:
        return np.asarray(np.load(self._folder / "places.npy", mmap_mode="r"))

    @cached_property
    def _called(self) -> npt.NDArray[np.uint32]:
        return np.asarray(np.load(self._folder / "called.npy", mmap_mode="r"))

    @cached_property
    def _lengths(self) -> npt.NDArray[np.uint16]:
        return np.asarray(np.load(self._folder / "lengths.npy", mmap_mode="r"))

    @cached_property
    def _starts(self) -> npt.NDArray[np.uint32]:
        return np.asarray(np.load(self._folder / "starts.npy", mmap_mode="r"))


def _mapped(path: Path) -> marisa_trie.Trie:
    return marisa_trie.Trie().mmap(str(path))


@lru_cache(1)
def shipped() -> Gazetteer:
    """The gazetteer that Parley ships; nothing is read before it is asked."""
    return Gazetteer()
