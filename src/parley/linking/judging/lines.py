"""The log as JSON Lines: one judgement a line, with the passages that it rests on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TypedDict, get_args

from parley.errors import Malformed
from parley.record import Judgement, Passage, Span
from parley.record.judgement import Verb

__all__ = ["from_line", "to_line"]


class PassageShape(TypedDict):
    """Words with their surroundings and place."""

    report: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


class JudgementShape(TypedDict):
    """A judgement as one JSON object; `at` is UTC."""

    id: str
    at: str
    user: str
    verb: Verb
    target: str
    others: list[str]
    field: str | None
    value: str | None
    why: str | None
    quote: str | None
    reader: str | None
    passages: list[PassageShape]


def to_line(one: Judgement, passages: Sequence[Passage] = ()) -> str:
    """A judgement as one line of JSON; the same judgement gives the same line."""
    shape: JudgementShape = {
        "id": one.id,
        "at": one.at.astimezone(UTC).isoformat(),
        "user": one.user,
        "verb": one.verb,
        "target": one.target,
        "others": list(one.others),
        "field": one.field,
        "value": one.value,
        "why": one.why,
        "quote": one.quote,
        "reader": one.reader,
        "passages": [_passage(words) for words in passages],
    }
    return json.dumps(shape)  # in ASCII, which any file holds


def _passage(words: Passage) -> PassageShape:
    span = words.span
    return {
        "report": span.report,
        "start": span.start,
        "end": span.end,
        "exact": words.exact,
        "prefix": words.prefix,
        "suffix": words.suffix,
    }


def from_line(line: str, where: str) -> tuple[Judgement, tuple[Passage, ...]]:
    """The judgement of a line; raises Malformed, which says `where`, for any other line."""
    try:
        shape = json.loads(line)
        return _judgement(shape), tuple(_passage_of(words) for words in shape["passages"])
    except (ValueError, TypeError, KeyError, AttributeError) as problem:
        said = f"{problem.args[0]} is missing" if isinstance(problem, KeyError) else str(problem)
        raise Malformed(where, f"is no judgement: {said}", "give a file that `parley judge export` wrote") from problem


def _judgement(shape: JudgementShape) -> Judgement:
    if shape["verb"] not in get_args(Verb):
        raise ValueError(f"{shape['verb']!r} is none of {', '.join(get_args(Verb))}")
    at = datetime.fromisoformat(shape["at"])
    words = (shape["id"], shape["user"], shape["target"], *shape["others"])
    reader = shape.get("reader")  # not in logs of early records
    optional = (shape["field"], shape["value"], shape["why"], shape["quote"], reader)
    if not all(isinstance(word, str) and word for word in words):
        raise ValueError("id, user, target and others are words")
    if not all(word is None or isinstance(word, str) for word in optional):
        raise ValueError("field, value, why, quote and reader are words or null")
    return Judgement(
        id=shape["id"],
        at=at.replace(tzinfo=UTC) if at.tzinfo is None else at.astimezone(UTC),
        user=shape["user"],
        verb=shape["verb"],
        target=shape["target"],
        others=tuple(shape["others"]),
        field=shape["field"],
        value=shape["value"],
        why=shape["why"],
        quote=shape["quote"],
        reader=reader,
    )


def _passage_of(shape: PassageShape) -> Passage:
    span = Span(shape["report"], int(shape["start"]), int(shape["end"]))
    return Passage(span, str(shape["exact"]), str(shape["prefix"]), str(shape["suffix"]))
