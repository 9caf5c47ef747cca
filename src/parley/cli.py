"""The command line: `parley read` and `parley demo`."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley import __version__
from parley.errors import ParleyError
from parley.progress import Progress

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from parley.record import Failure, Reading, Report

READ, PARTLY_READ, NOTHING_READ, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""The exit statuses; docs/cli.md explains them."""

EXAMPLES = "examples/istanbul"
_PIPED_WIDTH = 100


def main() -> None:
    """What the `parley` command runs: the commands below, and no traceback where a pipe closes or Ctrl-C is pressed."""
    try:
        status = commands.main(prog_name="parley", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except (KeyboardInterrupt, click.Abort):
        status = INTERRUPTED
    except (ParleyError, OSError) as error:
        click.echo(f"error: {error}", err=True)
        status = NOTHING_READ
    sys.exit(status or READ)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="parley %(version)s")
def commands() -> None:
    """Read news reports of conflicts and their talks: who said what, who did what to whom, how sure the source is."""


@commands.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object a report, one a line (docs/reading.schema.json)."
)
@click.option("--any-language", is_flag=True, help="Read reports that are not in English, too.")
@click.option("--no-progress", is_flag=True, help="Show neither progress bar nor summary.")
def read(paths: tuple[str, ...], as_json: bool, any_language: bool, no_progress: bool) -> int:
    """Read reports and show what they say, each with the words it rests on.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, or - for standard input.
    """
    progress = Progress(paths, quiet=no_progress, bar=not sys.stdout.isatty())
    show: Callable[[Reading], None] = _write_json if as_json else _printer()
    with _pipe_may_close(), progress:
        for reading in _readings(paths, any_language, progress):
            show(reading)
    return _status(progress)


@commands.command()
@click.argument("path", default=EXAMPLES)
@click.option("--no-progress", is_flag=True, help="Show neither progress bar nor summary.")
def demo(path: str, no_progress: bool) -> int:
    """Read the bundled example reports and print a short account of each."""
    from parley.exports.account import account_lines

    console = _console()
    progress = Progress((path,), quiet=no_progress, bar=True)
    with progress:
        accounts = [
            list(account_lines(reading, width=console.width)) for reading in _readings((path,), False, progress)
        ]
    with _pipe_may_close():
        for lines in accounts:
            _show(lines, console)
            click.echo()
        if accounts:
            click.echo(_next_steps(path))
    return _status(progress)


@contextmanager
def _pipe_may_close() -> Iterator[None]:
    """Ends quietly when whoever reads our output has had enough, as `head` has."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(PIPE_CLOSED) from None


def _status(progress: Progress) -> int:
    """The exit status that fits what was read."""
    if not progress.failures:
        return READ
    return PARTLY_READ if progress.reports else NOTHING_READ


def _readings(paths: tuple[str, ...], any_language: bool, progress: Progress) -> Iterator[Reading]:
    """The readings of all that can be read; what cannot, and what lacks a date, is told."""
    from parley.pipeline import read_many
    from parley.record import Failure
    from parley.sources import read_inputs

    names: deque[str] = deque()

    def reports() -> Iterator[Report | Failure]:
        for found in read_inputs(paths, any_language=any_language, output=os.fstat(1)):
            names.append(found.name)
            yield found.report

    for outcome in read_many(reports()):
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

    console = _console()
    seen = 0

    def show(reading: Reading) -> None:
        nonlocal seen
        if seen:
            click.echo()
        lines = report_lines(reading, width=console.width, plain=_is_plain(console), explained=not seen)
        _show(lines, console)
        seen += 1

    return show


def _console() -> Console:
    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    piped = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(highlight=False, width=_PIPED_WIDTH if piped else None)


def _is_plain(console: Console) -> bool:
    """Whether colours cannot tell the marks apart here."""
    return not console.is_terminal or console.no_color or console.color_system is None


def _show(lines: Iterable[Text], console: Console) -> None:
    from parley.exports.columns import as_plain

    if _is_plain(console):
        click.echo(as_plain(lines), nl=False)
    else:
        for line in lines:
            console.print(line, soft_wrap=True)


def _next_steps(path: str) -> str:
    """What to type after the demo, with the command as it was called here."""
    called = "parley" if shutil.which("parley") == sys.argv[0] else os.path.relpath(sys.argv[0])
    first = next(iter(sorted(Path(path).glob("*.txt"))), Path(path))
    lines = (
        ("one report, with what was found marked in it", f"read {first}"),
        ("all of them as JSON Lines", f"read --json {path} > readings.jsonl"),
        ("a report of your own: .txt, .md, .html, .jsonl, a folder, or - for standard input", "read my-report.html"),
    )
    return "Next, type:\n" + "\n".join(f"  # {what}\n  {called} {line}" for what, line in lines)
