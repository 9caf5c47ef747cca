"""Single sentences with one event or none.

TYPE/mode+mode | reality | aspect or - | talks or - | marked sentence
- | - | - | - | sentence in which nothing happens that one would log

Marks: [actor] {recipient} *trigger* <place> ~time~ ^killed^ ¤injured¤. Only the event and its parties are annotated.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from corpus import labels, lines
from corpus.marks import Marks
from corpus.problems import Problems
from corpus.standoff import Event, Offsets, Party, Report, bare

MARKS = Marks(
    {
        "actors": "[]",
        "recipients": "{}",
        "trigger": "**",
        "place": "<>",
        "when": "~~",
        "killed": "^^",
        "injured": "¤¤",
    }
)
NOTHING = "-"


def read_file(path: Path, problems: Problems) -> Iterator[Report]:
    """The sentences of one file."""
    return lines.read_file(path, read_line, problems)


def read_line(identifier: str, line: str) -> Report:
    """One sentence; raises ValueError where the line is not in the form above."""
    fields = [field.strip() for field in line.split("|", 4)]
    if len(fields) != 5:
        raise ValueError("not five fields")
    text, spans = MARKS.unmark(fields.pop())
    if text != text.strip() or "  " in text:
        raise ValueError("stray spaces")
    report = bare(identifier, text, "sentence")
    _add_parties(report, spans["actors"] + spans["recipients"])
    if fields[0] != NOTHING:
        report["events"].append(_event(report, fields, spans))
    elif any(spans.values()):
        raise ValueError("marks in a sentence without an event")
    return report


def _add_parties(report: Report, spans: list[Offsets]) -> None:
    actors: dict[str, Mapping[str, object]] = {}
    for number, (start, end) in enumerate(sorted(spans)):
        actors[f"a{number}"] = {"name": report["text"][start:end], "kind": "other"}
        report["mentions"].append({"span": [start, end], "actor": f"a{number}", "sentence": 0})
    report["actors"] = actors


def _event(report: Report, fields: list[str], spans: Mapping[str, list[Offsets]]) -> Event:
    kind, _, modes = fields[0].partition("/")
    return {
        "sentence": 0,
        "trigger": _trigger(report["text"], spans["trigger"]),
        "type": _label(kind, labels.TYPES),
        "mode": [_label(mode, labels.MODES) for mode in modes.split("+")] if modes else [],
        "talks": _label_or_none(fields[3], labels.TALKS),
        "aspect": _label_or_none(fields[2], labels.ASPECTS),
        "reality": _label(fields[1], labels.REALITY),
        "statement": None,
        "actors": _parties(report, spans["actors"]),
        "recipients": _parties(report, spans["recipients"]),
        "content": [],
        "condition": [],
        "criteria": [],
        "place": spans["place"],
        "when": [{"span": span, "date": None} for span in spans["when"]],
        "killed": spans["killed"],
        "injured": spans["injured"],
        "held": [],
    }


def _parties(report: Report, spans: list[Offsets]) -> list[Party]:
    actor_at = {tuple(mention["span"]): mention["actor"] for mention in report["mentions"]}
    return [{"actor": actor_at[tuple(span)], "span": span} for span in spans]


def _trigger(text: str, spans: list[Offsets]) -> Offsets:
    if len(spans) != 1 or len(text[slice(*spans[0])].split()) != 1:
        raise ValueError("needs one trigger of one word")
    return spans[0]


def _label(value: str, allowed: Collection[str]) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is not one of the labels")
    return value


def _label_or_none(value: str, allowed: Collection[str]) -> str | None:
    return None if value == NOTHING else _label(value, allowed)
