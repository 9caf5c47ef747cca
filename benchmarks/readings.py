"""What Parley reads in annotated reports, in the same form as the annotation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import cast

import parley
from corpus import standoff
from parley.encoder.session import Encoder
from parley.exports.jsonl import to_dict


def read_all(reports: Iterable[standoff.Report]) -> list[standoff.Report]:
    """The readings, in order; raises what stopped the reader where a report could not be read."""
    readings = []
    for reading in parley.read_many(map(as_report, reports)):
        if isinstance(reading, parley.Failure):
            raise reading.error
        readings.append(cast("standoff.Report", to_dict(reading)))
    return readings


def shipped() -> Encoder:
    """The model inside the package."""
    return Encoder(Path(parley.__file__).parent / "encoder")


def as_report(annotated: standoff.Report) -> parley.Report:
    """An annotated report as the reader gets it: without its annotation."""
    outlet = annotated["outlet"] or {}
    return parley.Report(
        id=annotated["id"],
        text=annotated["text"],
        title=annotated["title"],
        outlet=parley.Outlet(
            name=outlet.get("name"),
            site=outlet.get("site"),
            country=outlet.get("country"),
            kind=outlet.get("kind"),
        ),
        published=_day(annotated["published"]),
        dateline=annotated["dateline"],
    )


def _day(published: str) -> date | None:
    return None if published == "None" else date.fromisoformat(published)
