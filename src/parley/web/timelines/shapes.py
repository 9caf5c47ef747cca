"""What is drawn of talks, as the page hands it to the script."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from parley.web.timelines.claims import Point

__all__ = ["Band", "Circle", "Drawing", "Mark", "Panel", "Step", "Track", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """What hovering shows: `words` None where they are to be fetched from `more`."""

    what: str
    who: str
    cited: str
    words: str | None
    url: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim, or `count` of a kind from `day` on for `span` days."""

    day: date
    span: int
    track: str
    rung: int
    group: str
    style: str
    count: int
    tip: Words


@dataclass(frozen=True, slots=True)
class Step:
    """What the board shows from a day on; `style` is agreed, disputed or reported."""

    day: date
    track: str
    rung: int | None
    state: str
    tone: str
    style: str
    why: str
    tip: Words


@dataclass(frozen=True, slots=True)
class Band:
    """A round or a truce; `last` None: it goes on."""

    track: str
    first: date
    last: date | None
    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Circle:
    """An incident with how many were killed, 0 where nobody is told to have been."""

    first: date
    last: date
    low: int
    best: int
    high: int
    tip: Words


@dataclass(frozen=True, slots=True)
class Track:
    """What one group says from day to day."""

    track: str
    group: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One of the two tracks, with its rungs from the top: how far along, the states in words, and who claims them."""

    track: str
    name: str
    rungs: tuple[tuple[int, str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """`first` and `last` are the days that are shown at first; `claims` of so many are drawn, `undated` claims and
    `unplaced` incidents are not, nor are `left` smaller incidents."""

    first: date | None
    last: date | None
    groups: tuple[tuple[str, str], ...]
    panels: tuple[Panel, ...]
    steps: tuple[Step, ...]
    bands: tuple[Band, ...]
    tracks: tuple[Track, ...]
    marks: tuple[Mark, ...]
    circles: tuple[Circle, ...]
    claims: int
    undated: int
    unplaced: int
    left: int
