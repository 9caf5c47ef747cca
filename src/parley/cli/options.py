"""Options that several commands take."""

from __future__ import annotations

from pathlib import Path

import click

with_config = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings, such as actors and places of your own; without it, parley.toml in this folder.",
)

with_record = click.option(
    "--record",
    default="parley.db",
    envvar="PARLEY_RECORD",
    show_default=True,
    metavar="FILE|URL",
    help="The record: a file, or postgresql://USER@HOST/NAME; may also stand in PARLEY_RECORD.",
)
