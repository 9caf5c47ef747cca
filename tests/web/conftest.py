"""One record of the bundled reports, one browser, and a server for each test file that changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.web.serving import CHROMIUM, Site, chromium, copy_of, file_examples, served, watched


@pytest.fixture(scope="session")
def examples_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled reports, filed and linked once; copy it before writing to it."""
    record = tmp_path_factory.mktemp("examples") / "record.db"
    file_examples(record)
    with served(record):  # links it
        pass
    return record


@pytest.fixture(scope="session")
def site(examples_record: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A server that tests only read from."""
    with served(copy_of(examples_record, tmp_path_factory.mktemp("site"))) as found:
        yield found


@pytest.fixture
def own_site(examples_record: Path, tmp_path: Path) -> Iterator[Site]:
    """A server and a record of a test's own, to add to and to judge."""
    with served(copy_of(examples_record, tmp_path)) as found:
        yield found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; without it these tests are skipped."""
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_playwright() as playwright:
        opened = chromium(playwright)
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, site: Site) -> Iterator[Page]:
    """An empty page before `site`; the test fails where the browser complains of anything."""
    yield from _page(browser, site)


@pytest.fixture
def own_page(browser: Browser, own_site: Site) -> Iterator[Page]:
    """An empty page before `own_site`, as strict."""
    yield from _page(browser, own_site)


def _page(browser: Browser, site: Site) -> Iterator[Page]:
    context = browser.new_context(base_url=site.url)
    with watched(context, site) as found:
        yield found.page
        faults = list(found.faults)
    context.close()
    assert not faults, faults
