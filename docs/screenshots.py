"""Take the pictures of the web app that the documentation shows: `python -m docs.screenshots`.

They are of the bundled reports, read anew. Needs Debian's Chromium, as the tests of the web app do, and makes them
smaller where its pngquant is installed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from parley.web import addresses
from parley.web.index import Index
from tests.web.serving import CHROMIUM, Site, chromium, file_examples, served

FOLDER = Path(__file__).parent / "pictures"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 360, "height": 740}
_NOT_SMALLER = 98
"""How pngquant ends where some picture was small already."""
PAUSE = 700
"""Milliseconds that a page has to draw itself."""


def main() -> int:
    """All pages, light and dark, and the board as a telephone shows it."""
    if CHROMIUM is None:
        print("Chromium is not installed; on Debian: apt-get install chromium", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        record = Path(folder) / "istanbul.db"
        file_examples(record)
        with served(record) as site:
            browser = chromium(playwright)
            for theme in ("light", "dark"):
                take(browser, site, theme)
            browser.close()
    _squeeze()
    return 0


def _squeeze() -> None:
    """Pictures of 256 colours are a third as large and look the same."""
    squeezer = shutil.which("pngquant")
    if squeezer:
        pictures = sorted(map(str, FOLDER.glob("*.png")))
        done = subprocess.run([squeezer, "--force", "--ext", ".png", "--skip-if-larger", "--", *pictures], check=False)
        if done.returncode not in (0, _NOT_SMALLER):
            done.check_returncode()


def take(browser: Browser, site: Site, theme: str) -> None:
    """The pages of one theme."""
    for name, address in pages(site.live.index).items():
        narrow = name.endswith("-narrow")
        context = browser.new_context(
            base_url=site.url,
            color_scheme="dark" if theme == "dark" else "light",
            viewport=NARROW if narrow else WIDE,  # type: ignore[arg-type]
        )
        page = context.new_page()
        page.goto(address)
        page.locator(".record").evaluate_all("all => all.forEach(one => one.firstChild.textContent = 'istanbul.db ')")
        page.wait_for_timeout(PAUSE)
        page.screenshot(path=FOLDER / f"{name}-{theme}.png")
        context.close()


def pages(index: Index) -> Mapping[str, str]:
    """An address of each page, of the things of which most is told."""
    record = index.desk.record
    report = max(index.incidents_in, key=lambda name: (len(index.incidents_in[name]), name))
    incident = max(record.incidents, key=lambda one: (len(one.members), one.id))
    dispute = max(
        record.disputes, key=lambda one: (len({place.origin for v in one.versions for place in v.evidence}), one.id)
    )
    demand = max(record.demands, key=lambda one: (len(one.moves), one.id))
    actor = max(record.actors.values(), key=lambda one: (len(index.said_by.get(one.id, ())), one.id))
    talks = max(record.talks, key=lambda one: (len(index.claims.get(one.id, ())), one.id))
    return {
        "board": "/",
        "board-narrow": "/",
        "talks": addresses.to("talks", talks.id),
        "report": addresses.to("reports", report),
        "incident": addresses.to("incidents", incident.id),
        "dispute": addresses.to("disputes", dispute.id),
        "demand": addresses.to("demands", demand.id),
        "incidents": "/incidents",
        "demands": "/demands",
        "disputes": "/disputes",
        "reports": "/reports",
        "actors": "/actors",
        "actor": addresses.to("actors", actor.id),
        "outlets": "/outlets",
        "outlet": addresses.to("outlets", index.outlets[0].outlet),
        "map": "/map",
        "network": "/network",
        "search": "/search?q=ceasefire",
        "review": "/review",
        "history": "/history",
        "add": "/add",
    }


if __name__ == "__main__":
    sys.exit(main())
