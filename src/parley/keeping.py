"""Reports into a record, and readings out of it.

What is read is kept as JSON beside its report, without what the report says of itself. What is there already is not
read again; each report is kept as soon as it is read."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import cast

from parley import __version__
from parley.exports.jsonl import to_dict
from parley.exports.restore import from_dict
from parley.exports.shape import ReadingShape
from parley.pipeline import Pipeline
from parley.record import Failure, Reading, Report
from parley.sources import Input
from parley.store import Added, Kept, Store, key_of

__all__ = ["Filed", "Keeper", "findings_of", "reading", "readings", "restored"]


@dataclass(frozen=True, slots=True)
class Filed:
    """A report that was read and kept; `name` is that of its input."""

    name: str
    report: Report
    added: Added


class Keeper:
    """Reads reports and keeps them in a record; `now` tells the time, in UTC."""

    def __init__(self, store: Store, pipeline: Pipeline, now: Callable[[], datetime]) -> None:
        self.store, self.pipeline, self.now = store, pipeline, now

    @property
    def reader(self) -> str:
        """The name that readings are kept under: the program's version and its weights'."""
        return f"parley {__version__}, weights {self.pipeline.model.version}"

    def file(
        self, inputs: Iterable[Input], known: Callable[[str], None] = lambda name: None
    ) -> Iterator[Filed | Failure]:
        """Read and keep every report that is not there, in order and in constant memory.

        `known` is told the names of those that are there. What fails is noted in the record and comes back as a Failure
        whose source is the input's name. Stopped at any moment, the same call goes on where it was.
        """
        names: deque[str] = deque()

        def unknown() -> Iterator[Report | Failure]:
            for found in inputs:
                if isinstance(found.report, Report) and self.store.has(key_of(found.report)):
                    self.store.settle(found.name, at=self.now())
                    known(found.name)
                else:
                    names.append(found.name)
                    yield found.report

        for outcome in self.pipeline.read_many(unknown()):
            yield self._filed(names.popleft(), outcome)

    def reread(self) -> Iterator[Filed | Failure]:
        """Read again what this reader has not read yet; the readings of others stay."""
        waiting = self.store.unread(self.reader)
        names = iter(waiting)
        for outcome in self.pipeline.read_many(map(self.store.report, waiting)):
            yield self._filed(next(names), outcome)

    def _filed(self, name: str, outcome: Reading | Failure) -> Filed | Failure:
        if isinstance(outcome, Failure):
            failed = replace(outcome, source=name)
            self.store.fail(failed, at=self.now())
            return failed
        added = self.store.add(outcome.report, findings_of(outcome), model=self.reader, at=self.now())
        self.store.settle(name, at=self.now())
        return Filed(name, outcome.report, added)


def readings(store: Store, model: str | None = None, *, superseded: bool = False) -> Iterator[Reading]:
    """The latest reading of every report, or that of one model, by day and id.

    Of an article's versions the last is given, or with `superseded` all.
    """
    return map(restored, store.kept(model, superseded=superseded))


def reading(store: Store, report_id: str, model: str | None = None) -> Reading | None:
    """The latest reading of one report, or that of one model; None where there is none."""
    kept = store.get(report_id, model)
    return restored(kept) if kept else None


def findings_of(read: Reading) -> str:
    """What was read, as JSON."""
    about = to_dict(Reading(read.report))
    found = {name: value for name, value in to_dict(read).items() if value != about.get(name)}
    return json.dumps(found, separators=(",", ":"), allow_nan=False)  # in ASCII, which any database holds


def restored(kept: Kept) -> Reading:
    """The reading that was kept."""
    shape = {**to_dict(Reading(kept.report)), **json.loads(kept.findings)}
    return from_dict(cast(ReadingShape, shape))
