"""Commands that read reports and keep nothing: `parley read` and `parley demo`."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import with_config
from parley.cli.output import called, is_plain, make_console, pipe_may_close, show
from parley.cli.statuses import status_of
from parley.config import Config, load
from parley.progress import Progress

if TYPE_CHECKING:
    from parley.record import Failure, Reading, Report

EXAMPLES = "examples/istanbul"


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

    PATH is a file (.txt, .md, .html, .jsonl), a folder, or - for standard input.
    """
    progress = Progress(paths, quiet=no_progress, bar=not sys.stdout.isatty())
    write: Callable[[Reading], None] = _write_json if as_json else _printer()
    settings = load(config)
    with pipe_may_close(), progress:
        for reading in _readings(paths, any_language, progress, settings):
            write(reading)
    return status_of(progress)


@click.command()
@click.argument("path", default=EXAMPLES)
@click.option("--no-progress", is_flag=True, help="Show neither progress bar nor summary.")
def demo(path: str, no_progress: bool) -> int:
    """Read the bundled example reports and print a short account of each."""
    from parley.exports.account import account_lines

    console = make_console()
    progress = Progress((path,), quiet=no_progress, bar=True)
    with progress:
        accounts = [
            list(account_lines(reading, width=console.width)) for reading in _readings((path,), False, progress)
        ]
    with pipe_may_close():
        for lines in accounts:
            show(lines, console)
            click.echo()
        if accounts:
            click.echo(_next_steps(path))
    return status_of(progress)


def _readings(
    paths: tuple[str, ...], any_language: bool, progress: Progress, settings: Config | None = None
) -> Iterator[Reading]:
    """The readings of all that can be read; what cannot, and what lacks a date, is told."""
    from parley.pipeline import read_many
    from parley.record import Failure
    from parley.sources import read_inputs

    names: deque[str] = deque()
    own = settings or Config()

    def reports() -> Iterator[Report | Failure]:
        for found in read_inputs(paths, any_language=any_language, output=os.fstat(1)):
            names.append(found.name)
            yield found.report

    for outcome in read_many(reports(), actors=own.registry, places=own.gazetteer):
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


def _next_steps(path: str) -> str:
    """What to type after the demo, with the command as it was called here."""
    first = next(iter(sorted(Path(path).glob("*.txt"))), Path(path))
    lines = (
        ("one report, with what was found marked in it", f"read {first}"),
        ("all of them as JSON Lines", f"read --json {path} > readings.jsonl"),
        ("a report of your own: .txt, .md, .html, .jsonl, a folder, or - for standard input", "read my-report.html"),
    )
    return "Next, type:\n" + "\n".join(f"  # {what}\n  {called()} {line}" for what, line in lines)
