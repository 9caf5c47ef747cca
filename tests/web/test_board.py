"""The board in a browser."""

from __future__ import annotations

from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from parley.store.visits import mark_seen
from parley.web.pages.board import board_page
from tests.web.serving import Site
from tests.web.test_news import file_one


def test_the_board_shows_each_process_with_its_state_and_words(page: Page, site: Site) -> None:
    """Every process of the record is there, and each state rests on words that stand in a report."""
    page.goto("/")
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    for talks in site.live.desk.record.talks:
        expect(page.locator("main").get_by_role("link", name=talks.name, exact=True)).to_be_visible()
    assert page.locator(".line .cite .words").count() > 0
    expect(page.get_by_role("img", name="The last four weeks").first).to_be_visible()


def test_a_report_that_another_program_adds_comes_in_without_a_reload(
    own_page: Page, own_site: Site, tmp_path: Path
) -> None:
    """The new state is shown and told to be new until somebody has seen it, and what was read stays in its place."""
    live = own_site.live
    mark_seen(live.record.store, "tester", until=live.now(), now=live.now())
    before = board_page(live.index).processes[0].lines[0].state
    own_page.goto("/")
    expect(own_page.get_by_text("Nothing is new")).to_be_visible()
    own_page.evaluate("window.stayed = true")
    own_page.locator("article.line").nth(1).evaluate("one => one.scrollIntoView()")
    own_page.locator("article.line").nth(1).locator(".cite .words").last.focus()
    top = own_page.locator("article.line").nth(1).bounding_box()
    address = own_page.evaluate("document.activeElement.getAttribute('href')")
    file_one(own_site, tmp_path)
    expect(own_page.locator(".record")).to_contain_text("45 reports", timeout=30_000)
    state = board_page(live.index).processes[0].lines[0].state
    assert state != before
    expect(own_page.locator("article.line").first.locator("strong")).to_have_text(state)
    moved = own_page.locator("article.line").nth(1).bounding_box()
    assert top
    assert moved
    assert abs(moved["y"] - top["y"]) < 3
    assert own_page.evaluate("document.activeElement.getAttribute('href')") == address
    expect(own_page.locator("#changed")).to_contain_text("Reports that came in", timeout=30_000)
    expect(own_page.locator("#changed")).to_contain_text(f"talks: {state} (")
    assert own_page.evaluate("window.stayed")
    own_page.get_by_role("button", name="I have seen this").click()
    expect(own_page.get_by_text("Nothing is new")).to_be_visible()


def test_what_changed_since_a_day_is_asked_by_a_link(page: Page) -> None:
    """Grouped by kind, each with its words; without scripts on a page of its own."""
    page.goto("/")
    page.get_by_role("link", name="a week back").click()
    section = page.locator("#changed")
    expect(section.get_by_role("heading", name="The talks moved")).to_be_visible(timeout=30_000)
    expect(section.locator(".cite .words").first).to_be_visible()
    page.goto("/changes?since=2025-11-02")
    expect(page.get_by_role("heading", name="The talks moved")).to_be_visible()


def test_axe_finds_nothing_and_nothing_overflows_on_a_narrow_screen(page: Page) -> None:
    """Light and dark, at 1280 and 360 pixels, with what changed."""
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 360)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        page.goto("/?since=2025-11-02")
        expect(page.locator("#changed").get_by_role("heading", name="The talks moved")).to_be_visible(timeout=30_000)
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
