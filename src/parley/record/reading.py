"""A report and everything read from it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parley.record.actor import Actor, Mention
from parley.record.event import Event
from parley.record.report import Report
from parley.record.span import Span
from parley.record.statement import Statement


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which step found something, with which model ("rules" where no model was asked)."""

    step: str
    model: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence; `paragraph` counts from 0, `body` is False for boilerplate, which is kept but read as nothing."""

    span: Span
    paragraph: int
    body: bool = True


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and everything read from it: the only thing that passes between reading steps.

    `origins` maps the name of each filled field to the step that filled it.
    """

    report: Report
    sentences: tuple[Sentence, ...] = ()
    actors: Mapping[str, Actor] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    origins: Mapping[str, Provenance] = field(default_factory=dict)
