"""Searching in a browser."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page, expect

from parley.web.pages.search import parts

KINDS = ("reports", "statements", "events", "incidents", "demands", "actors")


@given(st.text(max_size=40), st.data())
def test_parts_are_the_text(text: str, data: st.DataObject) -> None:
    """With just the marked characters marked."""
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=6)))
    marks = list(zip(edges[::2], edges[1::2], strict=False))
    found = list(parts(text, marks))
    assert "".join(one.text for one in found) == text
    assert [one.text for one in found if one.marked] == [text[start:end] for start, end in marks]


def test_words_are_found_from_any_page_and_marked(page: Page) -> None:
    """The key / goes to the search; every report that is found shows the word."""
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("ceasefire -Doha")
    page.keyboard.press("Enter")
    expect(page.locator(".results li").first).to_be_visible()
    for marked in page.locator(".results li").all():
        assert "ceasefire" in " ".join(marked.locator("mark").all_inner_texts()).lower()
    page.locator(".results a").first.click()
    expect(page.locator("article.text")).to_be_visible()


@pytest.mark.parametrize("kind", KINDS)
def test_everything_can_be_searched(page: Page, kind: str) -> None:
    """And what is found leads to its page."""
    page.goto(f"/search?q=Pakistan&in={kind}")
    first = page.locator(".results a").first
    expect(first).to_be_visible()
    address = first.get_attribute("href") or ""
    assert page.request.get(address.partition("#")[0]).status == 200


def test_an_event_is_named_by_its_word_and_who_does_it_to_whom(page: Page) -> None:
    """Two events of one sentence can be told from each other."""
    page.goto("/search?q=Pakistan&in=events")
    expect(page.locator(".results h2").filter(has_text="agreed: ").first).to_be_visible()


def test_a_long_list_goes_on(page: Page) -> None:
    """Page after page, each report once."""
    page.goto("/search?q=talks")
    seen: list[str] = []
    while True:
        seen += [one.get_attribute("href") or "" for one in page.locator(".results a").all()]
        after = page.get_by_role("link", name="after →")
        if not after.count():
            break
        after.click()
        page.wait_for_load_state()
    assert len(seen) == len(set(seen)) > 20


@pytest.mark.parametrize(
    "asked", ['"', "-", "title:", "a" * 5000, "NEAR(", "x AND", "\x00", "<b>", "outlet:\u202e", "-talks"]
)
def test_whatever_is_typed_is_answered(page: Page, asked: str) -> None:
    """No line of text is a mistake."""
    for kind in KINDS:
        assert page.request.get("/search", params={"q": asked, "in": kind}).status == 200


def test_a_day_that_is_none_is_told(page: Page) -> None:
    """In a line, with the form as it was."""
    page.goto("/search?q=talks&from=yesterday")
    expect(page.get_by_role("alert")).to_contain_text("“yesterday” is no day")
    expect(page.get_by_label("Words")).to_have_value("talks")
