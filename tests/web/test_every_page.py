"""What holds for every page: nothing serious for axe, no scrolling sideways, and reading without scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from docs.screenshots import pages
from tests.web.serving import Site

SERIOUS = frozenset(("serious", "critical"))
TELEPHONE = {"width": 360, "height": 740}


@pytest.fixture(scope="module")
def addresses(site: Site) -> dict[str, str]:
    """One of each page."""
    return {**pages(site.live.index), "changes": "/changes", "programs": "/api/v1/docs"}


def test_axe_finds_nothing_serious(page: Page, addresses: dict[str, str]) -> None:
    """By the rules of WCAG 2.2 AA, in light and dark."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        for name, address in addresses.items():
            page.goto(address)
            violations = Axe().run(page).response["violations"]
            found += [
                f"{name}, {scheme}: {one['id']} at {one['nodes'][0]['target']}"
                for one in violations
                if one["impact"] in SERIOUS
            ]
    assert found == []


def test_no_page_scrolls_sideways_on_a_telephone(browser: Browser, site: Site, addresses: dict[str, str]) -> None:
    """Tables that are wider scroll in themselves."""
    context = browser.new_context(base_url=site.url, viewport=TELEPHONE)  # type: ignore[arg-type]
    page = context.new_page()
    wide = []
    for name, address in addresses.items():
        page.goto(address)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    context.close()
    assert wide == []


def test_every_page_reads_without_scripts(browser: Browser, site: Site, addresses: dict[str, str]) -> None:
    """Its heading and its matter are in the page as it is sent; every name in the menu leads somewhere."""
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    page = context.new_page()
    for name, address in addresses.items():
        page.goto(address)
        assert page.locator("main h1").inner_text().strip(), name
        assert len(page.locator("main").inner_text()) > 80, name
    for door in _doors(page):
        assert page.request.get(door).status == 200, door
    context.close()


def _doors(page: Page) -> Iterator[str]:
    for one in page.locator("nav a").all():
        yield one.get_attribute("href") or ""
