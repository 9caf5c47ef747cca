"""From rows to the files that parley.gazetteer.index reads."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log10
from pathlib import Path

import marisa_trie
import numpy as np

from gazetteer_build.rows import Row
from parley.gazetteer.entry import KINDS, WAYS, Entry
from parley.gazetteer.folding import fold
from parley.gazetteer.index import BLOCK, DEGREE, PLACE, WAY_BITS, Head

WORLDWIDE = frozenset("tv io me co ai cc ws fm to ly gg".split())
"""Endings of web sites that are used far beyond their country."""


@dataclass(frozen=True, slots=True)
class About:
    """What else is kept of a country: its neighbours, its capital and the ending of its web sites."""

    neighbours: tuple[str, ...]
    capital: str
    site: str


def write(rows: Sequence[Row], about: Mapping[str, About], folder: Path) -> None:
    """All files of the index."""
    folder.mkdir(parents=True, exist_ok=True)
    _write_names(rows, folder)
    titles = marisa_trie.Trie({row.entry.name for row in rows})
    titles.save(str(folder / "titles.marisa"))
    head = _head(rows, about)
    np.save(folder / "places.npy", _places(rows, titles, head))
    (folder / "head.json").write_text(json.dumps(head, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _write_names(rows: Sequence[Row], folder: Path) -> None:
    called = _called(rows)
    trie = marisa_trie.Trie(called)
    trie.save(str(folder / "names.marisa"))
    by_number = [called[trie.restore_key(number)] for number in range(len(called))]
    lengths = np.array([len(postings) for postings in by_number], dtype="<u2")
    np.save(folder / "lengths.npy", lengths)
    np.save(folder / "starts.npy", np.cumsum([0, *lengths])[:-1:BLOCK].astype("<u4"))
    np.save(folder / "called.npy", np.array([p for postings in by_number for p in postings], dtype="<u4"))


def _called(rows: Sequence[Row]) -> dict[str, list[int]]:
    """For each key the postings, best known places first."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    for number, row in enumerate(rows):
        for name, way in row.called.items():
            key = fold(name)
            if key:
                found[key][number] = min(WAYS.index(way), found[key].get(number, WAYS.index(way)), key=RANK.__getitem__)
    return {
        key: [
            way << WAY_BITS | row for row, way in sorted(ways.items(), key=lambda w: (RANK[w[1]], -_people(rows[w[0]])))
        ]
        for key, ways in found.items()
    }


RANK = [("known", "name", "variant", "short", "demonym").index(way) for way in WAYS]
"""The order of the candidates of a name, by the number of their way."""


def _people(row: Row) -> int:
    return row.entry.population


def _head(rows: Sequence[Row], about: Mapping[str, About]) -> Head:
    codes = sorted({code for row in rows if _plain(row.entry) for code in row.entry.countries})
    return {
        "countries": ["", *codes],
        "neighbours": {code: list(one.neighbours) for code, one in about.items()},
        "provinces": ["", *sorted({row.entry.province for row in rows if row.entry.province})],
        "places": {
            str(number): ("" if row.entry.id.isdigit() else row.entry.id, list(row.entry.countries))
            for number, row in enumerate(rows)
            if not _plain(row.entry)
        },
        "rows": {
            row.entry.province or row.entry.countries[0]: number
            for number, row in enumerate(rows)
            if row.entry.kind in ("country", "province") and _plain(row.entry)
        },
        "capitals": {
            row.entry.countries[0]: number
            for number, row in enumerate(rows)
            if row.entry.kind == "capital" and fold(about[row.entry.countries[0]].capital) == fold(row.entry.name)
        },
        "sites": {one.site: code for code, one in about.items() if one.site not in WORLDWIDE},
    }


def _plain(entry: Entry) -> bool:
    return entry.id.isdigit() and len(entry.countries) == 1


def _places(rows: Sequence[Row], titles: marisa_trie.Trie, head: Head) -> np.ndarray:
    country = {code: number for number, code in enumerate(head["countries"])}
    province = {code: number for number, code in enumerate(head["provinces"])}
    places = np.zeros(len(rows), dtype=PLACE)
    for number, row in enumerate(rows):
        entry = row.entry
        places[number] = (
            int(entry.id) if entry.id.isdigit() else 0,
            round(entry.latitude * DEGREE),
            round(entry.longitude * DEGREE),
            titles[entry.name],
            province[entry.province or ""],
            country.get(entry.countries[0], 0) if entry.countries else 0,
            KINDS.index(entry.kind),
            min(255, round(20 * log10(entry.population))) if entry.population > 1 else 0,
        )
    return places
