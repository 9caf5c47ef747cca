"""Who is who: ours and the user's own, looked up by name, by office, by whose they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from parley.registry.entry import Entry, Process
from parley.registry.keys import id_key
from parley.registry.shelf import Loose, Packed, Shelf

__all__ = ["SHIPPED", "Registry"]

SHIPPED = Path(__file__).with_name("registry.bin")


class Registry:
    """The shipped registry under the user's own files, which win."""

    def __init__(self, ours: Shelf, own: Sequence[Entry] = (), processes: Sequence[Process] = ()) -> None:
        self._ours = ours
        self._own = Loose(own)
        self._replaced = frozenset(entry.id for entry in own)
        self.processes = tuple(processes)

    @classmethod
    def open(cls, files: Sequence[Path] = ()) -> Registry:
        """The shipped registry and the user's files.

        Raises RegistryError where ours is damaged, NotFound or Malformed (with file and line) for the user's.
        """
        ours = _shipped()
        if not files:
            return cls(ours)
        from parley.registry.own import load_all  # YAML is needed only where somebody has a file

        def known(id_: str) -> Entry | None:
            return next(iter(ours.get(id_key(id_))), None)

        own = load_all(files, known)
        return cls(ours, tuple(own.entries.values()), own.processes)

    def get(self, key: str) -> list[Entry]:
        """The entries of a key, the user's own first; where those have it, ours by that key are passed over."""
        own = self._own.get(key)
        return list(own) if own else [entry for entry in self._ours.get(key) if entry.id not in self._replaced]

    def entry(self, id_: str | None) -> Entry | None:
        """The entry of an id."""
        return next(iter(self.get(id_key(id_))), None) if id_ else None

    def superior(self, entry: Entry, on: str) -> Entry | None:
        """For whom somebody acts on an ISO day; for people without a word on it the body of the office then held, or
        last known to be."""
        if entry.acts_for:
            return self.entry(entry.acts_for)
        held = entry.held(on) or [one for one in entry.offices if one.since and one.may_cover(on)]
        bodies = [tenure.body for tenure in held if tenure.body]
        return self.entry(bodies[0]) if bodies else None

    def chain(self, entry: Entry, on: str) -> list[Entry]:
        """An actor and those above it: Khawaja Asif, Ministry of Defence, Pakistan."""
        found = [entry]
        above = self.superior(entry, on)
        while above and above.id not in {one.id for one in found}:
            found.append(above)
            above = self.superior(above, on)
        return found

    def side(self, entry: Entry, on: str) -> Entry:
        """Whose side an actor is on: the end of the chain. A faction and an authority that rules a state end it."""
        return self.chain(entry, on)[-1]

    def sides_in(self, process: Process, entry: Entry, on: str) -> list[str]:
        """The sides of a talks process that an actor sits on; of nested ones the nearest counts."""
        for one in self.chain(entry, on):
            named = [name for name, ids in process.sides.items() if one.id in ids]
            if named:
                return named
        return []


@lru_cache(1)
def _shipped() -> Packed:
    return Packed(SHIPPED)
