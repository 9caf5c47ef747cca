"""Readings made of the annotation itself, so that faults of linking can be told from faults of reading."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import cast

from benchmarks.readings import as_report
from corpus import standoff
from corpus.load import LINKED, load
from parley.exports.jsonl import to_dict
from parley.exports.restore import from_dict
from parley.exports.shape import (
    ActorShape,
    EventShape,
    FigureShape,
    OriginShape,
    PartyShape,
    PlaceShape,
    ReadingShape,
    StatementShape,
    WhenShape,
)
from parley.reading.figures import bounds
from parley.reading.sentences import sentences
from parley.record import Reading, Report

ANNOTATED: OriginShape = {"step": "annotated", "model": "people"}
SECTIONS = ("sentences", "mentions", "actors", "statements", "events")


def linked() -> list[standoff.Report]:
    """The annotated reports that links.yaml ties together."""
    return load("train", sets=LINKED)


def reading_of(gold: standoff.Report) -> Reading:
    """The reading that a reader without fault would give.

    Places are left without coordinates and actors without a registry id: the steps of the pipeline that find them can
    be run on it as on any other reading.
    """
    report = as_report(gold)
    shape: ReadingShape = {
        **to_dict(Reading(report)),
        "sentences": gold["sentences"],
        "paragraphs": _paragraphs(gold, report),
        "actors": {name: _actor(told) for name, told in gold["actors"].items()},
        "mentions": [{**told, "confidence": 1.0} for told in gold["mentions"]],
        "statements": [_statement(told) for told in gold["statements"]],
        "events": [_event(told, told["trigger"], report) for told in gold["events"] if told["trigger"]],
        "origin": dict.fromkeys(SECTIONS, ANNOTATED),
    }
    return from_dict(shape)


def _paragraphs(gold: standoff.Report, report: Report) -> list[int]:
    """The paragraph that each annotated sentence lies in."""
    starts = [(one.span.start, one.paragraph) for one in sentences(report)]
    return [max((number for start, number in starts if start <= at), default=0) for at, _ in gold["sentences"]]


def _actor(told: Mapping[str, object]) -> ActorShape:
    known = cast("dict[str, str | None]", told)
    return {
        "name": known.get("name"),
        "kind": known.get("kind") or "other",
        "country": known.get("country"),
        "office": known.get("office"),
        "of": known.get("of"),
        "members": list(cast("Iterable[str]", told.get("members") or ())),
        "registry": None,
        "candidates": [],
    }


def _party(told: standoff.Party) -> PartyShape:
    return {**told, "confidence": 1.0}


def _parties(told: Iterable[standoff.Party]) -> list[PartyShape]:
    return list(map(_party, told))


def _times(told: Iterable[standoff.Time]) -> list[WhenShape]:
    return [
        {**t, "known": "resolved" if t["date"] else "unknown", "counted_from": None, "duration": None} for t in told
    ]


def _place(span: standoff.Offsets) -> PlaceShape:
    return {
        "span": span,
        "id": None,
        "name": None,
        "latitude": None,
        "longitude": None,
        "country": None,
        "precision": None,
        "confidence": 0.0,
        "candidates": [],
        "why": None,
    }


def _figures(spans: Iterable[standoff.Offsets], report: Report) -> list[FigureShape]:
    found = [(span, bounds(report.text[span[0] : span[1]])) for span in spans]
    return [{"span": span, "low": low, "high": high} for span, (low, high) in found]


def _statement(told: standoff.Statement) -> StatementShape:
    return {
        "sentence": told["sentence"],
        "source": _party(told["source"]),
        "cue": told["cue"],
        "content": told["content"],
        "how": told["how"] or "indirect",
        "via": _parties(told["via"]),
        "to": _parties(told["to"]),
        "when": _times(told["when"]),
        "within": None,
        "confidence": 1.0,
    }


def _event(told: standoff.Event, trigger: standoff.Offsets, report: Report) -> EventShape:
    return {
        "sentence": told["sentence"],
        "trigger": trigger,
        "type": told["type"],
        "mode": told["mode"],
        "talks": told["talks"],
        "aspect": told["aspect"],
        "reality": told["reality"],
        "statement": told["statement"],
        "actors": _parties(told["actors"]),
        "recipients": _parties(told["recipients"]),
        "content": told["content"],
        "condition": told["condition"],
        "criteria": told["criteria"],
        "place": list(map(_place, told["place"])),
        "when": _times(told["when"]),
        "killed": _figures(told["killed"], report),
        "injured": _figures(told["injured"], report),
        "held": _figures(told["held"], report),
        "confidence": 1.0,
    }
