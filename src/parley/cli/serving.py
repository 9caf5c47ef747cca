"""The command that opens a record in the browser: `parley serve`."""

from __future__ import annotations

import ipaddress
import socket
import webbrowser
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from parley.cli.answering import Question, opened
from parley.cli.judging import login
from parley.cli.options import with_config, with_record
from parley.cli.statuses import READ
from parley.config import load
from parley.errors import AccountError

if TYPE_CHECKING:
    from parley.asking import OpenRecord
    from parley.web import Settings

__all__ = ["serve"]


@dataclass(frozen=True, slots=True)
class Asked:
    """How the record is to be served; `hosts` are names by which it may be asked for besides."""

    record: str
    config: Path | None
    host: str
    port: int
    hosts: tuple[str, ...]
    https: bool
    browser: bool
    user: str | None

    @property
    def names(self) -> tuple[str, ...]:
        """Those names, each by itself."""
        return tuple(name for given in self.hosts for name in given.replace(",", " ").split())


@click.command()
@with_record
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where it is reached.")
@click.option("--port", default=8017, show_default=True, type=click.IntRange(0, 65535), metavar="N", help="0: any.")
@click.option("--hosts", multiple=True, metavar="NAME", help="A name by which others may ask for it; may be repeated.")
@click.option("--behind-https", "https", is_flag=True, help="A server of yours before it speaks HTTPS.")
@click.option("--open/--no-open", "browser", default=True, help="Open it in your browser.")
@click.option("--user", envvar="PARLEY_USER", metavar="NAME", help="Who judges; else your login.")
@with_config
def serve(**options: Any) -> int:  # noqa: ANN401 - the fields of `Asked`
    """Open the record as a web app on this machine. Ctrl-C ends it.

    Other machines reach it with --host, and only where the record has users (parley user add), who then log in.
    """
    asked = Asked(**options)
    with opened(Question(asked.record, asked.config, False)) as found:
        return _serve(found, asked)


def _serve(record: OpenRecord, asked: Asked) -> int:
    from parley.web import Live, create_app
    from parley.web.running import bound, run

    settings = _settings(record, asked)
    live = Live(record, settings.now)
    with bound(asked.host, asked.port) as listening:
        address = f"http://{_in_address(asked.host)}:{listening.getsockname()[1]}/"
        click.echo(f"{record.store.place.name} is open at {address} (Ctrl-C ends it)")
        if asked.browser:
            with suppress(webbrowser.Error):
                webbrowser.open(address)
        run(create_app(live, settings), listening)
    return READ


def _settings(record: OpenRecord, asked: Asked) -> Settings:
    """Who comes in; raises AccountError where strangers would."""
    from parley.store.users import has_users
    from parley.web import Settings
    from parley.web.running import is_loopback
    from parley.web.settings import LOOPBACK

    team, alone = has_users(record.store), is_loopback(asked.host) and not asked.names and not asked.https
    if not team and not alone:
        raise AccountError(
            asked.host,
            "others would reach the record there, and it has no users",
            f"make one first: parley user add NAME --role admin --record {asked.record}",
        )
    own = () if alone else (asked.host, socket.gethostname(), socket.getfqdn())
    return Settings(
        user=None if team else asked.user or login(),
        hosts=(*LOOPBACK, *own, *asked.names),
        secure=asked.https,
        config=load(asked.config),
    )


def _in_address(host: str) -> str:
    """As it stands in an address: IPv6 in brackets; where it is reached at every address, by this machine's name."""
    if host in ("0.0.0.0", "::"):
        return socket.gethostname()
    with suppress(ValueError):
        if ipaddress.ip_address(host).version == 6:
            return f"[{host}]"
    return host
