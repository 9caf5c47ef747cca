"""Adding in a browser."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from parley.web.adding import Adder, Given, pasted
from parley.web.settings import Settings
from tests.web.serving import EXAMPLES, Site, until

TEXT = "HARAD, Nov 10 — The two sides agreed to resume talks in Doha next week, minister Karim Arman said on Monday."


def test_a_pasted_text_is_read_and_shown(own_page: Page, own_site: Site) -> None:
    """With what was told of it; the reading appears without anything being loaded again."""
    before = len(own_site.live.desk.heads)
    own_page.goto("/add")
    own_page.get_by_label("The article").fill(TEXT)
    own_page.get_by_label("Title").fill("Talks to resume")
    own_page.get_by_label("Outlet").fill("Doha Dispatch")
    own_page.get_by_label("Day of publication").fill("2025-11-10")
    own_page.get_by_role("button", name="Read and add").click()
    expect(own_page.get_by_text("1 added")).to_be_visible(timeout=30_000)
    own_page.get_by_role("link", name="Talks to resume").click()
    expect(own_page.locator(".text")).to_contain_text("agreed to resume talks in Doha")
    expect(own_page.locator(".lead")).to_contain_text("Doha Dispatch · 10 November 2025")
    until(own_page, lambda: len(own_site.live.desk.heads) == before + 1)


def test_files_of_all_kinds_are_taken_and_what_cannot_be_read_is_told(own_page: Page, tmp_path: Path) -> None:
    """One bad file stops none of the others."""
    folder = tmp_path / "given"
    folder.mkdir()
    (folder / "a.txt").write_text(f"title: One\ndate: 2025-11-10\n\n{TEXT}")
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 nothing here")
    (folder / "c.jsonl").write_text(json.dumps({"text": f"Again. {TEXT}", "title": "Two"}) + "\n{broken\n")
    own_page.goto("/add")
    own_page.get_by_label("Choose files").set_input_files(sorted(folder.glob("*.*")))
    own_page.get_by_role("button", name="Read and add").click()
    expect(own_page.get_by_text("2 added, 2 not read")).to_be_visible(timeout=30_000)
    reads = own_page.locator(".reads")
    expect(reads).to_contain_text("b.pdf")
    expect(reads).to_contain_text("c.jsonl:2")
    assert str(tmp_path) not in reads.inner_text()
    assert "/tmp" not in reads.inner_text()


def test_nothing_sent_is_told_and_nothing_typed_is_lost(page: Page) -> None:
    """The form comes back with what was in it."""
    page.goto("/add")
    page.get_by_label("Title").fill("Only a title")
    with page.expect_response("**/add") as answer:
        page.get_by_role("button", name="Read and add").click()
    assert answer.value.status == 422
    expect(page.get_by_role("alert")).to_contain_text("neither a file nor a text")
    expect(page.get_by_label("Title")).to_have_value("Only a title")


def test_what_is_there_already_is_passed_over(own_site: Site) -> None:
    """The same article twice changes nothing."""
    adder = Adder(own_site.live, Settings().config)
    article = min(EXAMPLES.glob("*.txt"))
    version = own_site.live.version
    assert [line.outcome for line in adder.keep([Given(article.name, article.read_bytes())])] == ["known"]
    assert own_site.live.version == version


def test_a_name_is_only_a_name(own_site: Site) -> None:
    """Whatever a file is called, it lies where we put it."""
    adder = Adder(own_site.live, Settings().config)
    lines = list(
        adder.keep([Given("../../evil/../x.txt", TEXT.encode()), Given("a/\\..\\b.md", f"# B\n\n{TEXT} B".encode())])
    )
    assert [(line.name, line.outcome) for line in lines] == [("../../evil/../x.txt", "new"), ("a/\\..\\b.md", "new")]


def test_a_pasted_text_may_hold_anything() -> None:
    """Quotation marks and line ends are the text's own."""
    given = pasted('He said: "no"\nand\u2028left', {"title": "", "published": "2025-11-10", "url": ""}, "A")
    assert json.loads(given.content) == {
        "text": 'He said: "no"\nand\u2028left',
        "published": "2025-11-10",
        "outlet": {"name": "A"},
    }


def test_a_page_inside_this_network_is_not_fetched(own_page: Page, own_site: Site) -> None:
    """Whoever may add may not look round in the network that the app stands in."""
    own_page.goto("/add")
    own_page.get_by_label("Its address").fill(f"{own_site.url}/reports")
    own_page.get_by_role("button", name="Read and add").click()
    expect(own_page.get_by_text("1 not read")).to_be_visible(timeout=30_000)
    expect(own_page.locator(".reads")).to_contain_text("which is no public address")


def test_what_is_no_address_is_no_file_either(page: Page) -> None:
    """A path in the field for addresses opens nothing."""
    page.goto("/add")
    page.locator("form.adding").evaluate("form => (form.noValidate = true)")
    page.get_by_label("Its address").fill("/etc/passwd")
    page.get_by_role("button", name="Read and add").click()
    expect(page.get_by_role("alert")).to_contain_text("is no address of a page")
