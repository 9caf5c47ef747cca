"""Reports that people add while the app runs: one batch after the other, each line told as it is read."""

from __future__ import annotations

import json
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import Literal

from parley.config import Config
from parley.errors import InputError, Malformed, ParleyError
from parley.keeping import Filed, Keeper
from parley.pipeline import default
from parley.record import Failure
from parley.sources import Input, read_inputs
from parley.sources.fetching import is_address
from parley.web.live import Live

__all__ = ["Adder", "Address", "Batch", "Given", "Line", "pasted"]

KEPT = 50
"""So many batches are remembered; the record remembers everything."""
Outcome = Literal["new", "revision", "known", "reread", "failed"]


@dataclass(frozen=True, slots=True)
class Given:
    """Something to add: what it is called, with its suffix, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Address:
    """A page to fetch and add, by its address; Malformed for what is none: it might be a file of this machine."""

    name: str

    def __post_init__(self) -> None:
        if not is_address(self.name):
            raise Malformed(self.name, "is no address of a page", "it begins with https:// or http://")


@dataclass(frozen=True, slots=True)
class Line:
    """What came of one report; `report` is its id, `problem` why it could not be read."""

    name: str
    outcome: Outcome
    report: str | None = None
    problem: str = ""


@dataclass(slots=True)
class Batch:
    """What was given at once. `lines` grows while it is read; `problem` is what ended it, where something did."""

    id: str
    user: str
    lines: list[Line] = field(default_factory=list)
    done: bool = False
    problem: str = ""


def pasted(text: str, about: dict[str, str], outlet: str = "") -> Given:
    """A text that somebody pasted, with what they told of it: title, published, url."""
    shape: dict[str, object] = {name: value for name, value in about.items() if value}
    if outlet:
        shape["outlet"] = {"name": outlet}
    return Given("pasted.jsonl", (json.dumps(shape | {"text": text}) + "\n").encode())


class Adder:
    """Reads and keeps what is given, in a thread of its own; the reader is loaded when it is first needed."""

    def __init__(self, live: Live, config: Config) -> None:
        self._live, self._config = live, config
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="adding")
        self._batches: OrderedDict[str, Batch] = OrderedDict()
        self._reading = threading.Lock()

    def begin(self, given: Sequence[Given | Address], user: str) -> Batch:
        """Start to add; the batch tells how it goes."""
        batch = Batch(secrets.token_hex(8), user)
        self._batches[batch.id] = batch
        while len(self._batches) > KEPT:
            self._batches.popitem(last=False)
        self._thread.submit(self._run, batch, tuple(given))
        return batch

    def batch(self, id_: str) -> Batch | None:
        """The batch of that id; None where it is long past."""
        return self._batches.get(id_)

    def close(self) -> None:
        """Finish what is being read, and nothing more."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def keep(self, given: Iterable[Given | Address]) -> Iterator[Line]:
        """Read and keep, one report after the other; raises StoreError where the record refuses."""
        folder = Path(tempfile.mkdtemp(prefix="parley-"))
        try:
            names = {_laid(one, folder): one.name for one in given}
            with self._reading:
                yield from self._kept(names)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            self._live.refresh()

    def _kept(self, names: dict[str, str]) -> Iterator[Line]:
        keeper = Keeper(self._live.record.store, default(self._config.registry, self._config.gazetteer), self._live.now)
        known: list[Line] = []
        inputs = (_named(one, names) for one in read_inputs(names))
        for outcome in keeper.file(inputs, lambda name: known.append(Line(name, "known"))):
            yield from _emptied(known)
            yield _line(outcome)
        yield from _emptied(known)

    def _run(self, batch: Batch, given: tuple[Given | Address, ...]) -> None:
        try:
            for line in self.keep(given):
                batch.lines.append(line)
        except (ParleyError, OSError) as error:
            batch.problem = str(error)
        finally:
            batch.done = True


def _laid(one: Given | Address, folder: Path) -> str:
    """The address, or the path of a file of its own, which has nothing of its name but the suffix."""
    if isinstance(one, Address):
        return one.name
    suffix = PurePosixPath(one.name.replace("\\", "/")).suffix
    path = folder / f"{secrets.token_hex(8)}{suffix if suffix.isascii() and suffix[1:].isalnum() else ''}"
    path.write_bytes(one.content)
    return str(path)


def _named(one: Input, names: dict[str, str]) -> Input:
    """Under the name that its giver knows, with the line of JSON Lines."""
    path, colon, line = one.name.rpartition(":")
    name = f"{names[path]}:{line}" if colon and path in names else names.get(one.name, one.name)
    found = one.report
    if isinstance(found, Failure) and isinstance(found.error, InputError):
        found = replace(found, error=type(found.error)(name, found.error.problem, found.error.hint))
    return Input(name, found)


def _line(outcome: Filed | Failure) -> Line:
    if isinstance(outcome, Filed):
        return Line(outcome.name, outcome.added, outcome.report.id)
    return Line(outcome.source, "failed", problem=_problem(outcome.error))


def _problem(error: Exception) -> str:
    if isinstance(error, InputError):
        return f"{error.problem} ({error.hint})" if error.hint else error.problem
    return str(error) or type(error).__name__


def _emptied(known: list[Line]) -> Iterator[Line]:
    while known:
        yield known.pop(0)
