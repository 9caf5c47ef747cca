"""A real server over a real record, and a real browser before it."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright, Request

from parley.asking import open_record
from parley.cli.keeping import filed
from parley.config import Config
from parley.progress import Progress
from parley.web import Live, Settings, create_app
from parley.web.running import bound, server_of

EXAMPLES = Path("examples/istanbul")
CHROMIUM = os.environ.get("PARLEY_TEST_CHROMIUM") or shutil.which("chromium")
_SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def file_examples(record: Path) -> None:
    """The bundled reports, read and kept."""
    filed((str(EXAMPLES),), str(record), Progress((), quiet=True, bar=False), Config())


def copy_of(record: Path, folder: Path) -> Path:
    """A record of one's own, with what was linked already."""
    copied = folder / record.name
    shutil.copy(record, copied)
    beside = record.with_name(f"{record.name}-linked")
    if beside.exists():
        shutil.copytree(beside, folder / beside.name)
    return copied


@dataclass(frozen=True)
class Site:
    """Where a server is, and what it serves."""

    url: str
    live: Live


@contextmanager
def served(record: Path, settings: Settings | None = None) -> Iterator[Site]:
    """The app over a record, on a port of its own."""
    asked = settings or Settings(user="tester")
    with open_record(str(record)) as found, bound("127.0.0.1", 0) as listening:
        live = Live(found, asked.now)
        server = server_of(create_app(live, asked))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield Site(f"http://127.0.0.1:{listening.getsockname()[1]}", live)
        finally:
            server.should_exit = True
            thread.join(timeout=10)


def chromium(playwright: Playwright) -> Browser:
    """Debian's browser."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=list(_SWITCHES))


@dataclass
class Watched:
    """A page and what went wrong in it: errors of the console, of scripts, and requests that went elsewhere."""

    page: Page
    faults: list[str] = field(default_factory=list)
    home: str = ""

    def log(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and "status of 422" not in message.text:  # a form that comes back
            self.faults.append(f"console: {message.text}")

    def seen(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.faults.append(f"asked for {request.url}")


@contextmanager
def watched(context: BrowserContext, site: Site) -> Iterator[Watched]:
    """A page that is asked only of the site; whoever opens it looks at `faults` in the end."""
    page = context.new_page()
    found = Watched(page, home=site.url)
    page.on("console", found.log)
    page.on("pageerror", lambda error: found.faults.append(f"script: {error}"))
    page.on("request", found.seen)
    yield found
    page.close()


PATIENCE, GLANCE = 20_000, 100
"""Milliseconds."""


def until(page: Page, settled: Callable[[], bool]) -> None:
    """Wait for what goes on behind a page; fails where it never comes about."""
    for _ in range(PATIENCE // GLANCE):
        if settled():
            return
        page.wait_for_timeout(GLANCE)
    raise AssertionError("nothing came of it")
