"""The command that opens a record in the browser: `parley serve`."""

from __future__ import annotations

import ipaddress
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.answering import Question, opened
from parley.cli.judging import login
from parley.cli.options import with_config, with_record
from parley.cli.statuses import READ
from parley.config import Config, load

if TYPE_CHECKING:
    from parley.asking import OpenRecord

__all__ = ["serve"]


@click.command()
@with_record
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where it is reached.")
@click.option("--port", default=8017, show_default=True, type=click.IntRange(0, 65535), metavar="N", help="0: any.")
@click.option("--open/--no-open", "browser", default=True, help="Open it in your browser.")
@click.option("--user", envvar="PARLEY_USER", metavar="NAME", help="Who judges; else your login.")
@with_config
def serve(record: str, host: str, port: int, browser: bool, user: str | None, config: Path | None) -> int:
    """Open the record as a web app on this machine. Ctrl-C ends it."""
    with opened(Question(record, config, False)) as found:
        return _serve(found, host, port, user or login(), load(config), browser=browser)


def _serve(record: OpenRecord, host: str, port: int, user: str, config: Config, *, browser: bool) -> int:
    from parley.web import Live, Settings, create_app
    from parley.web.running import bound, run

    settings = Settings(user=user, config=config)
    live = Live(record, settings.now)
    with bound(host, port) as listening:
        address = f"http://{_in_address(host)}:{listening.getsockname()[1]}/"
        click.echo(f"{record.store.place.name} is open at {address} (Ctrl-C ends it)")
        if browser:
            with suppress(webbrowser.Error):
                webbrowser.open(address)
        run(create_app(live, settings), listening)
    return READ


def _in_address(host: str) -> str:
    """As it stands in an address: IPv6 in brackets."""
    with suppress(ValueError):
        if ipaddress.ip_address(host).version == 6:
            return f"[{host}]"
    return host
