"""Commands that keep a record: `parley add`, `parley reread` and `parley failures`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.options import with_config, with_record
from parley.cli.output import pipe_may_close
from parley.cli.statuses import READ, status_of
from parley.config import Config, load
from parley.progress import Progress

if TYPE_CHECKING:
    from parley.keeping import Filed, Keeper
    from parley.record import Failure
    from parley.store import Failed, Store


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@with_record
@click.option("--any-language", is_flag=True, help="Read reports that are not in English, too.")
@click.option("--no-progress", is_flag=True, help="Show neither progress bar nor speed.")
@with_config
def add(paths: tuple[str, ...], record: str, any_language: bool, no_progress: bool, config: Path | None) -> int:
    """Read reports and keep them in a record; what is there already is passed over.

    PATH is a file (.txt, .md, .html, .jsonl), a folder, the address of a page (https://…), or - for standard input.
    Stopped at any moment, the record holds whole reports, and the same command goes on.
    """
    progress = Progress(paths, quiet=no_progress, bar=True)
    click.echo(filed(paths, record, progress, load(config), any_language=any_language))
    return status_of(progress)


def filed(
    paths: tuple[str, ...], record: str, progress: Progress, settings: Config, *, any_language: bool = False
) -> str:
    """Read reports into a record; what was done, in a line."""
    from parley.sources import Fetching, read_inputs
    from parley.store import Store

    inputs = read_inputs(paths, any_language=any_language, allowed=Fetching("loopback"))
    with Store.open(record) as store:
        with progress:
            kept = _keeper(store, settings).file(inputs, progress.passed)
            came_to = _gone_through(kept, progress)
        return _account(store, came_to, progress)


@click.command()
@with_record
@click.option("--no-progress", is_flag=True, help="Show no speed.")
@with_config
def reread(record: str, no_progress: bool, config: Path | None) -> int:
    """Read again what this version of Parley has not read; earlier readings and all judgements stay."""
    from parley.store import Store

    progress = Progress((), quiet=no_progress, bar=False)
    with Store.open(record, create=False) as store:
        with progress:
            came_to = _gone_through(_keeper(store, load(config)).reread(), progress)
        click.echo(f"{store.place.name}: {came_to['reread']:,} reports read again, of {store.summary().reports:,}")
    return status_of(progress)


@click.command()
@with_record
@click.option("--json", "as_json", is_flag=True, help="One JSON object a failure, one a line.")
def failures(record: str, as_json: bool) -> int:
    """List what could not be read, at which step and why."""
    from parley.store import Store

    with Store.open(record, create=False) as store, pipe_may_close():
        for one in store.failures():
            click.echo(_as_json(one) if as_json else _as_line(one))
        if not as_json and not store.summary().failures:
            click.echo(f"{store.place.name}: everything given was read")
    return READ


def _keeper(store: Store, settings: Config) -> Keeper:
    from parley.keeping import Keeper
    from parley.pipeline import default

    return Keeper(store, default(settings.registry, settings.gazetteer), _now)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - when it was kept; nothing that is read depends on it


def _gone_through(filed: Iterable[Filed | Failure], progress: Progress) -> Counter[str]:
    """How many came to what; told as they come."""
    from parley.record import Failure

    came_to: Counter[str] = Counter()
    for one in filed:
        if isinstance(one, Failure):
            progress.failed(one.source, one)
        else:
            progress.read(one.name, one.report)
            came_to[one.added] += 1
    return came_to


def _account(store: Store, came_to: Counter[str], progress: Progress) -> str:
    """What was done, in a line."""
    known = came_to["known"] + progress.known
    parts = [
        f"{came_to['new'] + came_to['revision']:,} added",
        f"{came_to['revision']:,} of them new versions of reports that were there" if came_to["revision"] else "",
        f"{known:,} there already" if known else "",
        f"{progress.failures:,} not read (parley failures)" if progress.failures else "",
        f"{store.summary().reports:,} reports in all",
    ]
    return f"{store.place.name}: {', '.join(part for part in parts if part)}"


def _as_line(one: Failed) -> str:
    said = one.reason if one.reason.startswith(one.source) else f"{one.source}: {one.step}: {one.reason}"
    times = f", {one.times} times" if one.times > 1 else ""
    return f"{said} [{one.last:%Y-%m-%d %H:%M} UTC{times}]"


def _as_json(one: Failed) -> str:
    shape = {
        "source": one.source,
        "step": one.step,
        "reason": one.reason,
        "first": one.first.isoformat(),
        "last": one.last.isoformat(),
        "times": one.times,
    }
    return json.dumps(shape, ensure_ascii=False)
