"""The command that asks the registry of actors: `parley who`."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import click

from parley.cli.options import with_config
from parley.cli.output import pipe_may_close
from parley.cli.statuses import PARTLY_READ, READ
from parley.config import load
from parley.errors import Malformed


@click.command()
@click.argument("name")
@click.option("--on", metavar="DATE", help="On which day, as 2025-10-28; without it, the last that we know of.")
@click.option("--country", metavar="ISO3", help="Of which country, as PAK.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@with_config
def who(name: str, on: str | None, country: str | None, as_json: bool, config: Path | None) -> int:
    """Say who NAME is in the registry of actors, and why; or who may be meant."""
    from parley.exports.who import to_dict, who_lines
    from parley.registry import Asked, Registry
    from parley.registry import who as look_up

    asked = Asked(name, country=country.upper() if country else None, on=_day(on) if on else None)
    registry = Registry.open(load(config).registry)
    answer = look_up(registry, asked)
    with pipe_may_close():
        if as_json:
            click.echo(json.dumps(to_dict(registry, asked, answer), ensure_ascii=False))
        else:
            click.echo("\n".join(who_lines(registry, asked, answer)))
    return READ if answer else PARTLY_READ


def _day(given: str) -> str:
    """An ISO day, as it is compared with others."""
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError as problem:
        raise Malformed("--on", f"{given!r} is no date", "write it as 2025-11-08") from problem
