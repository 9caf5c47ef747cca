"""A mapping of the annotators' YAML, read field by field with every surprise noted."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from corpus.problems import Problems, Spot


@dataclass(frozen=True, slots=True)
class Entry:
    """Fields as written, where they stand, and where to note what is wrong with them."""

    fields: Mapping[str, object]
    spot: Spot
    problems: Problems

    def wrong(self, what: str) -> None:
        """Note a problem of this entry."""
        self.problems.add(self.spot, what)

    def only(self, known: Collection[str]) -> None:
        """Note fields that are not known."""
        for name in self.fields.keys() - set(known):
            self.wrong(f"no field is called {name!r}")

    def text(self, name: str) -> str | None:
        """A field of words; numbers and dates are taken as written."""
        value = self.fields.get(name)
        return None if value is None else str(value)

    def texts(self, name: str) -> list[str]:
        """A field of one wording or of a list of them."""
        return [str(value) for value in as_list(self.fields.get(name))]

    def label(self, name: str, allowed: Collection[str], *, needed: bool = False) -> str | None:
        """A field that holds one of a set of labels."""
        value = self.text(name)
        if value not in allowed and (needed or value is not None):
            self.wrong(f"{name} {value!r} is not one of the labels")
        return value

    def labels(self, name: str, allowed: Collection[str]) -> list[str]:
        """A field that holds one or several of a set of labels."""
        values = self.texts(name)
        for value in values:
            if value not in allowed:
                self.wrong(f"{name} {value!r} is not one of the labels")
        return values

    def mapping(self, name: str) -> dict[str, object]:
        """A field that holds a mapping; empty where it is missing."""
        value = self.fields.get(name) or {}
        if not isinstance(value, Mapping):
            self.wrong(f"{name} should be a mapping")
            return {}
        return {str(key): inner for key, inner in value.items()}

    def entries(self, name: str, spot: Spot | None = None) -> Iterator[Entry]:
        """The entries of a list."""
        for inner in as_list(self.fields.get(name)):
            if isinstance(inner, Mapping):
                yield Entry(inner, spot or self.spot, self.problems)
            else:
                self.wrong(f"{name} should be a list of entries")


def as_list(value: object) -> list[object]:
    """A missing value as none, a list as it is, anything else as one."""
    if value is None:
        return []
    return list(value) if isinstance(value, list) else [value]
