"""Annotation as stand-off: every span is `[start, end)` in characters of the report's text.

This is the form of a line of JSON Lines, for what people annotated as for what the reader found.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, TypedDict, cast

Offsets = list[int]
Slot = Literal["content", "condition", "criteria", "place", "killed", "injured", "held"]
Role = Literal["actors", "recipients"]


class Party(TypedDict):
    """An actor in a role; no span where the sentence leaves them unsaid."""

    actor: str | None
    span: Offsets | None


class Mention(TypedDict):
    """Words that name or describe an actor."""

    span: Offsets
    actor: str
    sentence: int


class Time(TypedDict):
    """A time expression and the ISO date that it stands for; None where the report does not settle it."""

    span: Offsets
    date: str | None


class Statement(TypedDict):
    """One source and one stretch of content."""

    sentence: int
    source: Party
    cue: Offsets | None
    content: list[Offsets]
    how: str | None
    via: list[Party]
    to: list[Party]
    when: list[Time]


class Event(TypedDict):
    """One event; `statement` is the index of the statement that it stands inside."""

    sentence: int
    trigger: Offsets | None
    type: str
    mode: list[str]
    talks: str | None
    aspect: str | None
    reality: str
    statement: int | None
    actors: list[Party]
    recipients: list[Party]
    content: list[Offsets]
    condition: list[Offsets]
    criteria: list[Offsets]
    place: list[Offsets]
    when: list[Time]
    killed: list[Offsets]
    injured: list[Offsets]
    held: list[Offsets]


class Open(TypedDict):
    """What is not annotated: the numbers of sentences of which nothing is known but what is written down, and the
    indexes of events of which nobody knows in whose words they stand. And what was looked at in such sentences and is
    nothing: words that carry no event, words that carry no statement."""

    sentences: list[int]
    unattributed: list[int]
    no_events: list[Offsets]
    no_statements: list[Offsets]


class Report(TypedDict):
    """A report with its annotation; everything in it is annotated, but for what is open."""

    id: str
    outlet: Mapping[str, str | None] | None
    published: str
    title: str | None
    dateline: str | None
    style: str | None
    places: Mapping[str, str | None]
    actors: Mapping[str, Mapping[str, object]]
    text: str
    sentences: list[Offsets]
    mentions: list[Mention]
    statements: list[Statement]
    events: list[Event]
    open: Open


def closed() -> Open:
    """Everything is annotated."""
    return {"sentences": [], "unattributed": [], "no_events": [], "no_statements": []}


def bare(identifier: str, text: str, style: str) -> Report:
    """A text of its own, in which nothing is annotated yet."""
    return {
        "id": identifier,
        "outlet": None,
        "published": "None",
        "title": None,
        "dateline": None,
        "style": style,
        "places": {},
        "actors": {},
        "text": text,
        "sentences": [[0, len(text)]],
        "mentions": [],
        "statements": [],
        "events": [],
        "open": closed(),
    }


def write_lines(path: Path, reports: Iterable[Report]) -> None:
    """One JSON object a report, one a line."""
    with path.open("w", encoding="utf-8") as out:
        out.writelines(json.dumps(report, ensure_ascii=False) + "\n" for report in reports)


def read_lines(path: Path) -> Iterator[Report]:
    """What `write_lines` wrote, or the reader."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield cast("Report", json.loads(line))
