"""`parley learn`: what people judged, as annotated reports to train on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.output import pipe_may_close
from parley.cli.statuses import READ

if TYPE_CHECKING:
    from parley.asking.learning import Learned

__all__ = ["learn"]


@click.command()
@click.option(
    "--from",
    "record",
    default="parley.db",
    envvar="PARLEY_RECORD",
    show_default=True,
    metavar="RECORD",
    help="The record that was judged: a file, or postgresql://USER@HOST/NAME; may also stand in PARLEY_RECORD.",
)
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write there, not here.")
def learn(record: str, out: Path | None) -> int:
    """Make annotated reports of what people judged, in the form of the corpus, ready for training.

    A report that was accepted as a whole is annotated as a whole; of any other only what was judged.
    """
    from parley.asking.learning import learn as learned_from
    from parley.store import Store

    with Store.open(record, create=False) as store, pipe_may_close():
        learned = learned_from(store)
        for one in learned.left:
            click.echo(f"left out: {one.what}: {one.why}", err=True)
        if out is None:
            click.echo(learned.yaml, nl=False)
        else:
            out.write_text(learned.yaml, "utf-8")
        click.echo(f"{out or 'learned'}: {_counted(learned)}", err=out is None)
    return READ


def _counted(learned: Learned) -> str:
    """What it came to, in a line."""
    made = learned.annotations
    whole = sum(one.whole for one in made)
    right, wrong = sum(len(one.right) for one in made), sum(len(one.wrong) for one in made)
    reports = f"{len(made):,} report{'' if len(made) == 1 else 's'}"
    left = f"; {len(learned.left):,} left out" if learned.left else ""
    return (
        f"{reports}, {whole:,} of them as a whole; findings judged one by one: {right:,} right, {wrong:,} wrong{left}"
    )
