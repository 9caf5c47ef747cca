"""The board in a browser."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.web.serving import Site


def test_the_board_shows_each_process_with_its_state_and_words(page: Page, site: Site) -> None:
    """Every process of the record is there, and each state rests on words that stand in a report."""
    page.goto("/")
    expect(page.get_by_role("heading", name="Board")).to_be_visible()
    for talks in site.live.desk.record.talks:
        if any(row.talks == talks.id for row in site.live.desk.record.board):
            expect(page.get_by_role("link", name=talks.name, exact=True)).to_be_visible()
    assert page.locator(".line .cite .words").count() > 0
