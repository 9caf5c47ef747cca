"""The command that reads reports and keeps nothing: `parley read`."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import with_config
from parley.cli.output import is_plain, make_console, pipe_may_close, show
from parley.cli.statuses import status_of
from parley.config import Config, load
from parley.progress import Progress

if TYPE_CHECKING:
    from parley.record import Failure, Reading, Report


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a report, one a line (docs/reading.schema.json)."
)
@click.option("--any-language", is_flag=True, help="Read reports that are not in English, too.")
@click.option("--no-progress", is_flag=True, help="Show neither progress bar nor summary.")
@with_config
def read(paths: tuple[str, ...], as_json: bool, any_language: bool, no_progress: bool, config: Path | None) -> int:
    """Read reports and show what they say, each with the words it rests on.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, the address of a page (https://…), or - for standard input.
    """
    progress = Progress(paths, quiet=no_progress, bar=not sys.stdout.isatty())
    write: Callable[[Reading], None] = _write_json if as_json else _printer()
    settings = load(config)
    with pipe_may_close(), progress:
        for reading in _readings(paths, any_language, progress, settings):
            write(reading)
    return status_of(progress)


def _readings(paths: tuple[str, ...], any_language: bool, progress: Progress, settings: Config) -> Iterator[Reading]:
    """The readings of all that can be read; what cannot, and what lacks a date, is told."""
    from parley.pipeline import read_many
    from parley.record import Failure
    from parley.sources import Fetching, read_inputs

    names: deque[str] = deque()

    def reports() -> Iterator[Report | Failure]:
        here = Fetching("loopback")
        for found in read_inputs(paths, any_language=any_language, output=os.fstat(1), allowed=here):
            names.append(found.name)
            yield found.report

    for outcome in read_many(reports(), actors=settings.registry, places=settings.gazetteer):
        name = names.popleft()
        if isinstance(outcome, Failure):
            progress.failed(name, outcome)
        else:
            progress.read(name, outcome.report)
            yield outcome


def _write_json(reading: Reading) -> None:
    from parley.exports.jsonl import to_line

    sys.stdout.buffer.write(to_line(reading).encode() + b"\n")
    sys.stdout.buffer.flush()


def _printer() -> Callable[[Reading], None]:
    """Prints readings; the marks are explained once."""
    from parley.exports.terminal import report_lines

    console = make_console()
    seen = 0

    def write(reading: Reading) -> None:
        nonlocal seen
        if seen:
            click.echo()
        lines = report_lines(reading, width=console.width, plain=is_plain(console), explained=not seen)
        show(lines, console)
        seen += 1

    return write
