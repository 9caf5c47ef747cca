"""The command that shows what Parley does: `parley demo`."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.answering import desk_of
from parley.cli.keeping import filed
from parley.cli.output import called, make_console, pipe_may_close, show
from parley.cli.statuses import status_of
from parley.config import Config
from parley.progress import Progress

if TYPE_CHECKING:
    from rich.text import Text

    from parley.asking import OpenRecord

EXAMPLES = "examples/istanbul"
RECORD = "build/demo.db"
_FEW = 2
_PARTS = ("talks", "board", "claims", "actors", "incidents", "demands", "disputes")


@click.command()
@click.argument("path", default=EXAMPLES)
@click.option("--no-progress", is_flag=True, help="Show neither progress bar nor summary.")
def demo(path: str, no_progress: bool) -> int:
    """File the bundled reports into a fresh record, build/demo.db, and show the board and two disputes."""
    from parley.asking import open_record

    console = make_console()
    progress = Progress((path,), quiet=no_progress, bar=True)
    _clear(Path(RECORD))
    account = filed((path,), RECORD, progress, Config())
    if not progress.reports:
        return status_of(progress)
    with open_record(RECORD) as record, pipe_may_close():
        click.echo(account)
        show(_shown(record, console.width), console)
        click.echo(_next_steps(path))
    return status_of(progress)


def _clear(file: Path) -> None:
    """Away with the record of an earlier demo."""
    file.parent.mkdir(exist_ok=True)
    for suffix in ("", "-wal", "-shm"):
        file.with_name(f"{file.name}{suffix}").unlink(missing_ok=True)
    shutil.rmtree(file.with_name(f"{file.name}-linked"), ignore_errors=True)


def _shown(record: OpenRecord, width: int) -> Iterator[Text]:
    """The board, then two disputes."""
    from rich.text import Text

    from parley.exports.record_disputes import dispute_lines
    from parley.exports.record_filter import Filter
    from parley.exports.record_status import status_lines

    desk = desk_of(record, _PARTS, width)
    yield Text()
    yield from status_lines(desk, Filter())
    yield Text()
    yield Text("Told differently", "bold underline")
    yield Text()
    yield from dispute_lines(desk, Filter(), _FEW)
    yield Text()


def _next_steps(path: str) -> str:
    """What to type after the demo, with the command as it was called here."""
    first = next(iter(sorted(Path(path).glob("*.txt"))), Path(path))
    lines = (
        ("all of it in your browser: the board, the talks over time, a review queue", f"serve --record {RECORD}"),
        ("day by day, and what is new since a day", f"timeline --record {RECORD}"),
        ("", f"changes --since 2025-11-07 --record {RECORD}"),
        ("everything about one of the ids above, word for word", f"show ID --record {RECORD}"),
        ("a situation report for Word", f"brief --since 2025-11-01 --docx --out brief.docx --record {RECORD}"),
        ("one report, with what was found marked in it", f"read {first}"),
        ("a record of your own: .txt, .md, .html, .jsonl, or a folder", "add my-reports/"),
    )
    return "Next, type:\n" + "\n".join(
        (f"  # {what}\n" if what else "") + f"  {called()} {line}" for what, line in lines
    )
