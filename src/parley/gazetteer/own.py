"""Places that somebody wrote down by hand: the curated ones and the user's own.

A YAML list of entries; docs/gazetteer.md shows one. What is wrong is said with file and line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

import yaml

from parley.errors import Malformed, NotFound
from parley.gazetteer.entry import KINDS, Entry, Kind
from parley.gazetteer.folding import fold

FIELDS = {"name", "kind", "at", "in", "also", "id", "province", "population", "source"}
NEEDED = ("name", "kind", "at", "source")
_HINT = "docs/gazetteer.md shows an entry"
_LINE = "line"


@dataclass(frozen=True, slots=True)
class Own:
    """An entry somebody wrote, with its other names and where it is known from."""

    entry: Entry
    also: tuple[str, ...]
    source: str


class _Lines(yaml.SafeLoader):
    """Keeps for every mapping the line that it starts on."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        return {**super().construct_mapping(node, deep=True), _LINE: node.start_mark.line + 1}


def read_own(path: Path, countries: frozenset[str]) -> list[Own]:
    """The entries of a file; `countries` are the alpha-3 codes that may be named.

    Raises NotFound, or Malformed with the file and line of the first thing that is wrong.
    """
    entries = _entries(path)
    found = [_Row(path, entry, countries).own() for entry in entries]
    seen: dict[str, int] = {}
    for own, entry in zip(found, entries, strict=True):
        line = cast(int, entry[_LINE])
        if own.entry.id in seen:
            raise Malformed(f"{path}:{line}", f"{own.entry.id!r} is given on line {seen[own.entry.id]} already")
        seen[own.entry.id] = line
    return found


def _entries(path: Path) -> list[Mapping[str, object]]:
    try:
        loaded: object = yaml.load(path.read_text(encoding="utf-8"), Loader=_Lines)
    except FileNotFoundError as problem:
        raise NotFound(
            str(path), "there is no such file of places", "see [gazetteer] files in parley.toml"
        ) from problem
    except (OSError, UnicodeDecodeError) as problem:
        raise Malformed(str(path), f"cannot be read: {problem}") from problem
    except yaml.MarkedYAMLError as problem:
        line = problem.problem_mark.line + 1 if problem.problem_mark else 1
        raise Malformed(f"{path}:{line}", f"is no YAML: {problem.problem}", _HINT) from problem
    except yaml.YAMLError as problem:
        raise Malformed(str(path), f"is no YAML: {problem}", _HINT) from problem
    if not isinstance(loaded, list) or not all(isinstance(one, dict) for one in loaded):
        raise Malformed(f"{path}:1", "is no list of places", _HINT)
    return cast("list[Mapping[str, object]]", loaded)


class _Row:
    """One entry of a file, field by field."""

    def __init__(self, path: Path, row: Mapping[str, object], countries: frozenset[str]) -> None:
        self.where, self.row, self.countries = f"{path}:{row[_LINE]}", row, countries

    def own(self) -> Own:
        self._fields()
        latitude, longitude = self._point()
        name = self._text("name")
        entry = Entry(
            id=self._text("id") if "id" in self.row else "own:" + fold(name).replace(" ", "-"),
            name=name,
            latitude=latitude,
            longitude=longitude,
            kind=self._kind(),
            countries=tuple(self._states()),
            province=self._text("province") if "province" in self.row else None,
            population=self._people(),
        )
        return Own(entry, tuple(self._texts("also")), self._text("source"))

    def _bad(self, problem: str, hint: str = _HINT) -> Malformed:
        return Malformed(self.where, problem, hint)

    def _fields(self) -> None:
        unknown = sorted(str(name) for name in set(self.row) - FIELDS - {_LINE})
        if unknown:
            raise self._bad(f"unknown field {unknown[0]!r}", f"known are {', '.join(sorted(FIELDS))}")
        missing = [name for name in NEEDED if name not in self.row]
        if missing:
            raise self._bad(f"has no {missing[0]!r}")

    def _text(self, field: str) -> str:
        value = self.row[field]
        if isinstance(value, int) and field == "id":
            value = str(value)
        if not isinstance(value, str) or not value.strip() or (field == "name" and not fold(value)):
            raise self._bad(f"{field!r} must be words, not {value!r}")
        return value.strip()

    def _texts(self, field: str) -> Iterator[str]:
        value = self.row.get(field, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and fold(one) for one in value):
            raise self._bad(f"{field!r} must be a list of words, not {value!r}", "put [ ] around them")
        yield from value

    def _kind(self) -> Kind:
        kind = self._text("kind")
        if kind not in KINDS:
            raise self._bad(f"unknown kind {kind!r}", f"known are {', '.join(KINDS)}")
        return kind

    def _point(self) -> tuple[float, float]:
        at = self.row["at"]
        if not isinstance(at, list) or len(at) != 2 or not all(type(one) in (int, float) for one in at):
            raise self._bad(f"'at' must be [latitude, longitude] in degrees, not {at!r}")
        latitude, longitude = cast("Sequence[float]", at)
        for name, value, most in (("latitude", latitude, 90), ("longitude", longitude, 180)):
            if not -most <= value <= most:
                raise self._bad(f"{name} {value} is outside -{most} to {most}", "latitude comes first")
        return float(latitude), float(longitude)

    def _states(self) -> Iterator[str]:
        for code in self._texts("in"):
            if code not in self.countries:
                raise self._bad(f"{code!r} is no country", "give its ISO 3166 alpha-3 code, as PAK")
            yield code

    def _people(self) -> int:
        value = self.row.get("population", 0)
        if type(value) is not int or value < 0:
            raise self._bad(f"'population' must be a whole number, not {value!r}")
        return value
