"""What a record gives back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from parley.record import Report

Added = Literal["new", "revision", "reread", "known"]
"""What adding a report came to: a report that was not there, another version of one that was, one that was there and is
now read by another model, too, or one that was there already: then nothing was changed."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A report in the record with one of its readings.

    `report.id` is its id in the record, `findings` what was read, as the caller wrote it, by the `model` named.
    `revises` is the id of the version before, `current` False where a later version is there. `added` is UTC.
    """

    report: Report
    findings: str
    model: str
    revises: str | None
    current: bool
    added: datetime


@dataclass(frozen=True, slots=True)
class Revision:
    """One article in two versions, the ids of both: `later` revises `earlier`."""

    earlier: str
    later: str


@dataclass(frozen=True, slots=True)
class Failed:
    """An input that could not be read, at which step and why; `first` and `last` are when (UTC), `times` how often."""

    source: str
    step: str
    reason: str
    first: datetime
    last: datetime
    times: int


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a record holds; `reports` counts every version."""

    reports: int
    revisions: int
    readings: int
    failures: int
    judgements: int
