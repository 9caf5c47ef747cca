"""What all commands that ask a record have in common: opening it, and writing lines or JSON."""

from __future__ import annotations

import gc
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import with_config, with_record
from parley.cli.output import make_console, pipe_may_close, show
from parley.cli.statuses import READ
from parley.config import load

if TYPE_CHECKING:
    from rich.text import Text

    from parley.asking import OpenRecord
    from parley.exports.record_desk import Desk
    from parley.exports.record_json import Json

__all__ = ["Question", "answer", "desk_of", "opened", "with_question"]

_MANY = 200
"""So many reports take long enough to link that it is said."""


@dataclass(frozen=True, slots=True)
class Question:
    """Which record is asked, with whose settings, and whether the answer is JSON."""

    record: str
    config: Path | None
    as_json: bool


def with_question(command: Callable[..., int]) -> Callable[..., int]:
    """`--json`, `--record` and `--config`, which the command gets as one `Question` under the name `question`."""

    @wraps(command)
    def run(record: str, config: Path | None, as_json: bool, **options: object) -> int:
        return command(question=Question(record, config, as_json), **options)

    as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
    return as_json(with_record(with_config(run)))


@contextmanager
def opened(question: Question) -> Iterator[OpenRecord]:
    """The record that is asked; it is said where linking takes long."""
    from parley.asking import open_record

    settings = load(question.config)
    own = {"registry": settings.registry, "outlets": settings.outlets}
    with open_record(question.record, **own, kept=_kept(question.record)) as record:
        record.waiting = _say
        yield record


def _say(reports: int) -> None:
    if reports >= _MANY:
        click.echo(f"linking {reports:,} reports; the next question is answered at once …", err=True)


def _kept(record: str) -> Path | None:
    """Where what is linked is kept for a database; a file has it beside itself."""
    if not record.startswith("postgres"):
        return None
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(home) / "parley" / hashlib.sha256(record.encode()).hexdigest()[:16]


def desk_of(record: OpenRecord, parts: Iterable[str], width: int = 100) -> Desk:
    """What a view needs of a record."""
    from parley.exports.record_desk import Desk

    return Desk(record.part(*parts), record.heads, record.report, record.judgements, width, record.registry)


def answer(
    question: Question,
    parts: Iterable[str],
    lines: Callable[[Desk], Iterable[Text]],
    shapes: Callable[[Desk], Iterable[Json]],
) -> int:
    """Ask the record, of which those parts are needed, and write what comes of it."""
    console = make_console()
    with opened(question) as record, pipe_may_close():
        desk = desk_of(record, parts, console.width)
        gc.freeze()  # all of it is needed to the end: not to be looked through for what is not
        if question.as_json:
            write_json(shapes(desk))
        else:
            show(lines(desk), console)
    return READ


def write_json(shapes: Iterable[Json]) -> None:
    """One object a line."""
    for shape in shapes:
        click.echo(json.dumps(shape, ensure_ascii=False))
