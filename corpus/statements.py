"""Short paragraphs with one statement or none: "[source] *cue* {content}".

Source and cue may be missing; the content may stand in up to three parts. Nothing else is annotated.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus import lines
from corpus.marks import Marks
from corpus.problems import Problems
from corpus.standoff import Offsets, Report, Statement, bare

MARKS = Marks({"source": "[]", "content": "{}", "cue": "**"})
MOST = {"source": 1, "cue": 1, "content": 3}
QUOTES = '"“”'
CLOSERS = ",.?!"


def read_file(path: Path, problems: Problems) -> Iterator[Report]:
    """The paragraphs of one file."""
    return lines.read_file(path, read_line, problems)


def read_line(identifier: str, line: str) -> Report:
    """One paragraph; raises ValueError where more than one statement is marked, or one without content."""
    text, spans = MARKS.unmark(line)
    report = bare(identifier, text, "statement")
    for role, most in MOST.items():
        if len(spans[role]) > most:
            raise ValueError(f"{role} is marked {len(spans[role])} times, at most {most} may be")
    if spans["content"]:
        report["statements"].append(_statement(text, spans))
        if spans["source"]:
            report["actors"] = {"a0": {"name": text[slice(*spans["source"][0])], "kind": "other"}}
    elif spans["source"] or spans["cue"]:
        raise ValueError("a source or cue without content")
    return report


def quoting(parts: list[str]) -> str:
    """Whether all of the content is quoted, part of it or none."""
    if all(part[:1] in QUOTES and part.rstrip(CLOSERS)[-1:] in QUOTES for part in parts):
        return "direct"
    return "mixed" if set(QUOTES) & set("".join(parts)) else "indirect"


def _statement(text: str, spans: Mapping[str, list[Offsets]]) -> Statement:
    source = next(iter(spans["source"]), None)
    return {
        "sentence": 0,
        "source": {"actor": "a0" if source else None, "span": source},
        "cue": next(iter(spans["cue"]), None),
        "content": spans["content"],
        "how": quoting([text[start:end] for start, end in spans["content"]]),
        "via": [],
        "to": [],
        "when": [],
    }
