"""What the commands write on standard output: lines for a screen or a pipe."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from parley.cli.statuses import PIPE_CLOSED

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

_PIPED_WIDTH = 100


@contextmanager
def pipe_may_close() -> Iterator[None]:
    """Ends quietly when whoever reads our output has had enough, as `head` has."""
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise click.exceptions.Exit(PIPE_CLOSED) from None


def make_console() -> Console:
    """Standard output as rich sees it; in a pipe as wide as a page."""
    from rich.console import Console

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    piped = not sys.stdout.isatty() and "COLUMNS" not in os.environ
    return Console(highlight=False, width=_PIPED_WIDTH if piped else None)


def is_plain(console: Console) -> bool:
    """Whether colours cannot tell the marks apart here."""
    return not console.is_terminal or console.no_color or console.color_system is None


def show(lines: Iterable[Text], console: Console) -> None:
    """Print lines, in colour where there is any."""
    from parley.exports.columns import as_plain

    if is_plain(console):
        click.echo(as_plain(lines), nl=False)
    else:
        for line in lines:
            console.print(line, soft_wrap=True)


def called() -> str:
    """The command as it was called here, to be typed again."""
    return "parley" if shutil.which("parley") == sys.argv[0] else os.path.relpath(sys.argv[0])
