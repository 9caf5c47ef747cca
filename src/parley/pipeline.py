"""The steps of a reading, in order: read this first.

A step takes a view of one report (what has been read so far, and the encoder's signals for its words) and gives it back
with more in it. It says which fields of the reading it requires and which it assigns; `check` holds a list of steps
to that before anything is read. Reports are read by several threads at once, each by itself: the same report and the
same weights give the same reading, whatever is read beside it."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np

from parley.encoder.session import Encoder
from parley.errors import Malformed, PipelineError
from parley.gazetteer import Gazetteer
from parley.gazetteer import shipped as gazetteer
from parley.reading import actors as who_is_who
from parley.reading import events, mentions, statements
from parley.reading.anchors import anchored
from parley.reading.identities import Identifier
from parley.reading.places import Placer
from parley.reading.sentences import sentences
from parley.reading.settings import Settings
from parley.reading.view import View, tagged, words_of
from parley.record import Failure, Outlet, Provenance, Reading, Report, content_id
from parley.registry import Registry

__all__ = ["Pipeline", "Step", "check", "default", "read", "read_many"]

WAITING = 8
"""Reports that may wait for each thread: enough to keep it busy, few enough for constant memory."""
WEIGHTS = Path(__file__).parent / "encoder"


@dataclass(frozen=True, slots=True)
class Step:
    """One step: its name, the fields of a Reading that it needs and fills, and whether it asks the model."""

    name: str
    requires: tuple[str, ...]
    assigns: tuple[str, ...]
    run: Callable[[View], View]
    trained: bool = True


def check(steps: Sequence[Step]) -> None:
    """Raise PipelineError where a step needs what none before it gives."""
    given: set[str] = {"report"}
    for step in steps:
        missing = set(step.requires) - given
        if missing:
            raise PipelineError(f"step {step.name} needs {', '.join(sorted(missing))}, which no step before it assigns")
        given.update(step.assigns)


def steps(model: Encoder, settings: Settings, registry: Registry, places: Gazetteer) -> tuple[Step, ...]:
    """The steps of a reading, in order."""
    identifier = Identifier(registry)
    placer = Placer(places)

    def split(view: View) -> View:
        return view.of(replace(view.reading, sentences=sentences(view.reading.report)))

    def encode(view: View) -> View:
        signals = model.encode(words_of(view.reading))
        return View(view.reading, signals, anchored(model, signals, settings))

    def mention(view: View) -> View:
        return view.of(mentions.decode(view, settings.mention))

    def identify(view: View) -> View:
        phrases = np.array([found.phrase for found in view.mentions()], dtype=np.int64).reshape(-1, 2)
        return view.of(who_is_who.decode(view, model.kinds(view.signals, phrases[:, 0], phrases[:, 1]).tolist()))

    def register(view: View) -> View:
        return view.of(identifier.identify(view.reading))

    def state(view: View) -> View:
        return view.of(statements.decode(statements.predict(model, view), settings))

    def happen(view: View) -> View:
        return view.of(events.decode(events.predict(model, view), settings))

    def locate(view: View) -> View:
        return view.of(placer.place(view.reading, [view.span(phrase) for phrase, _ in tagged(view, "place")]))

    return (
        Step("sentences", ("report",), ("sentences",), split, trained=False),
        Step("encode", ("sentences",), (), encode),
        Step("mentions", ("sentences",), ("mentions", "actors"), mention),
        Step("actors", ("sentences", "mentions"), ("mentions", "actors"), identify),
        Step("registry", ("mentions", "actors"), ("registry",), register, trained=False),
        Step("statements", ("mentions", "actors"), ("statements",), state),
        Step("events", ("mentions", "actors", "statements"), ("events",), happen),
        Step("places", ("actors", "events"), ("places",), locate, trained=False),
    )


class Pipeline:
    """Steps that have been checked, with the model, the registry of actors and the gazetteer that they ask."""

    def __init__(
        self,
        model: Encoder,
        settings: Settings | None = None,
        *,
        registry: Registry | None = None,
        places: Gazetteer | None = None,
    ) -> None:
        self.model = model
        known = registry or Registry.open()
        self.steps = steps(model, settings or Settings.of(model.settings), known, places or gazetteer())
        check(self.steps)
        self._origins = {
            field: Provenance(step.name, model.version if step.trained else "rules")
            for step in self.steps
            for field in step.assigns
        }

    def read(self, report: Report) -> Reading | Failure:
        """Everything that one report says; a Failure that names the step where something went wrong."""
        view = View.new(report)
        for step in self.steps:
            try:
                view = step.run(view)
            except Exception as problem:  # one bad report must never stop the others
                return Failure(report.id, step.name, problem)
        return replace(view.reading, origins=self._origins)

    def read_many(self, reports: Iterable[Report | Failure]) -> Iterator[Reading | Failure]:
        """Readings in the order of the reports, as many threads at work as there are cores; failures pass through."""
        threads = os.cpu_count() or 1
        waiting: deque[Future[Reading | Failure] | Failure] = deque()
        pool = ThreadPoolExecutor(threads)
        try:
            for report in reports:
                waiting.append(report if isinstance(report, Failure) else pool.submit(self.read, report))
                if len(waiting) > threads * WAITING:
                    yield _result(waiting.popleft())
            while waiting:
                yield _result(waiting.popleft())
        finally:
            pool.shutdown(cancel_futures=True)  # whoever stops asking does not wait for what was still to come


def _result(done: Future[Reading | Failure] | Failure) -> Reading | Failure:
    return done if isinstance(done, Failure) else done.result()


def default(actors: Iterable[Path] = (), places: Iterable[Path] = ()) -> Pipeline:
    """The pipeline with the weights, the registry and the gazetteer that Parley ships, the user's files beside them.

    Raises EncoderError or RegistryError where ours are missing, NotFound or Malformed for the user's.
    """
    return _default(tuple(actors), tuple(places))


@lru_cache(1)
def _default(actors: tuple[Path, ...], places: tuple[Path, ...]) -> Pipeline:
    registry, known = Registry.open(actors), gazetteer().with_files(places) if places else gazetteer()
    # Reports are read side by side: one thread each.
    return Pipeline(Encoder(WEIGHTS, threads=1), registry=registry, places=known)


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: Outlet | str | None = None,
    title: str | None = None,
    dateline: str | None = None,
) -> Reading:
    """Read one text.

    `published` is a date or an ISO date ("2025-11-08"); without it relative dates stay unknown. Raises Malformed
    where it is no date, and whatever stopped a step.
    """
    day = _day(published) if isinstance(published, str) else published
    paper = Outlet(name=outlet) if isinstance(outlet, str) else outlet
    report = Report(content_id(text, title, paper, day), text, title, paper, day, dateline)
    found = default().read(report)
    if isinstance(found, Failure):
        raise found.error
    return found


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as problem:
        raise Malformed("published", f"{given!r} is no date", "write it as 2025-11-08") from problem


def read_many(
    reports: Iterable[Report | Failure], *, actors: Iterable[Path] = (), places: Iterable[Path] = ()
) -> Iterator[Reading | Failure]:
    """Read any number of reports, in constant memory and in their order.

    A report that could not be read comes back as a Failure in its place. `actors` and `places` are files of one's own
    (docs/registry.md, docs/gazetteer.md).
    """
    return default(actors, places).read_many(reports)
