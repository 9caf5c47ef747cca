"""The figures below which accuracy must not fall (floors.json), and how they are moved.

A floor goes up freely and down only with a reason, which is kept beside it. Each holds for one state of its data,
known by a hash.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict, cast

from benchmarks.measures import Measured, headline
from benchmarks.tally import Row

FLOORS = Path(__file__).with_name("floors.json")
LEAST_SLACK = 0.5
"""Points: processors differ in how they round the encoder's small integers."""
FEWEST = 20
"""Figures over fewer cases than this are printed, not pinned: one case would move them by more than they tell."""


class Stored(TypedDict):
    """A set of floors as the file holds it."""

    data: str
    figures: dict[str, float]
    lowered: list[str]


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors on one set of data, and why some of them were lowered."""

    data: str
    figures: Mapping[str, float]
    lowered: tuple[str, ...] = field(default=())


class Lowered(ValueError):
    """New floors would lie lower than the old ones, and no reason was given."""


def slack(row: Row) -> float:
    """How far a figure may lie under its floor: a rounding's worth, or one case."""
    cases = row.get("gold", row.get("of", 0))
    return max(LEAST_SLACK, 100 / cases) if cases else LEAST_SLACK


def shortfalls(measured: Measured, floors: Floors) -> Iterator[str]:
    """Every figure that lies under its floor, as a sentence."""
    if measured.data != floors.data:
        yield f"{measured.name}: the data are not those that the floors were pinned on; pin them again"
    for name, floor in floors.figures.items():
        row = measured.rows.get(name)
        if row is None:
            yield f"{measured.name}: {name} has a floor and was not measured"
        elif headline(row) < floor - slack(row):
            yield f"{measured.name}: {name} is {headline(row)}, its floor {floor}"


def pinned(measured: Measured, old: Floors | None, reason: str | None = None) -> Floors:
    """Floors at the measured figures; raises Lowered where one would sink by more than its slack without a reason."""
    before = old.figures if old else {}
    new = {
        name: headline(row) for name, row in measured.rows.items() if row.get("gold", row.get("of", FEWEST)) >= FEWEST
    }
    sunk = [
        f"{name} {floor} → {new.get(name, 'none')}"
        for name, floor in before.items()
        if name not in new or new[name] < floor - slack(measured.rows[name])
    ]
    if sunk and not reason:
        raise Lowered(f"{measured.name}: would lower " + ", ".join(sunk) + "; give --lower REASON if that is meant")
    kept = {name: figure if reason else max(figure, before.get(name, 0)) for name, figure in new.items()}
    history = (*(old.lowered if old else ()), *(f"{change}: {reason}" for change in sunk))
    return Floors(measured.data, kept, history)


def load(path: Path = FLOORS) -> dict[str, Floors]:
    """All floors, by measure."""
    stored = cast("dict[str, Stored]", json.loads(path.read_text("utf-8")))
    return {name: Floors(entry["data"], entry["figures"], tuple(entry["lowered"])) for name, entry in stored.items()}


def save(floors: Mapping[str, Floors], path: Path = FLOORS) -> None:
    """Write all floors."""
    stored: dict[str, Stored] = {
        name: {"data": entry.data, "figures": dict(entry.figures), "lowered": list(entry.lowered)}
        for name, entry in floors.items()
    }
    path.write_text(json.dumps(stored, indent=2, ensure_ascii=False) + "\n", "utf-8")
