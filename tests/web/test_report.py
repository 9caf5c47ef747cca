"""The report page in a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from parley.cli.keeping import filed
from parley.config import Config
from parley.progress import Progress
from parley.web import addresses
from parley.web.pages.report import LONGEST, report_page
from tests.web.serving import Site

LIT = re.compile(r"\blit\b")

HOSTILE = """title: <script>alert(1)</script> \u202eevil
outlet: <b onmouseover="alert(2)">Outlet</b>
date: 2025-11-08
url: javascript:alert(3)

ISTANBUL: "<img src=x onerror=alert(4)> talks ended without a deal," minister <i>Karim Arman</i> said on Saturday.

{long}

The two sides \u202eagreed\u202c to meet again in Doha, officials said. {{{{ 7 * 7 }}}} {{% raw %}}
"""


def file_text(site: Site, folder: Path, text: str) -> str:
    """Read and keep one report as another program would; its id."""
    (folder / "one.txt").write_text(text, "utf-8")
    before = set(site.live.desk.heads)
    record = site.live.record.store.place.name
    filed((str(folder / "one.txt"),), record, Progress((), quiet=True, bar=False), Config())
    site.live.refresh()
    (new,) = set(site.live.desk.heads) - before
    return new


def most_found(site: Site) -> str:
    """The report of which most is in the record."""
    index = site.live.index
    return max(index.incidents_in, key=lambda name: (len(index.incidents_in[name]), name))


def test_hovering_a_mark_lights_its_finding_and_the_other_way_round(page: Page, site: Site) -> None:
    """The words and the line beside them are one thing."""
    page.goto(addresses.to("reports", most_found(site)))
    trigger = page.locator(".text .m-event").first
    finding = next(name for name in (trigger.get_attribute("data-f") or "").split() if name.startswith("e"))
    trigger.hover()
    expect(page.locator(f"#f-{finding}")).to_have_class(LIT)
    other = page.locator(".finding.statement").first
    other.hover()
    name = other.get_attribute("data-f")
    expect(page.locator(f'.text [data-f~="{name}"]').first).to_have_class(LIT)
    expect(page.locator(f"#f-{finding}")).not_to_have_class(LIT)


def test_keys_go_through_the_findings(page: Page, site: Site) -> None:
    """n to the next, p to the one before."""
    page.goto(addresses.to("reports", most_found(site)))
    names = [one.get_attribute("data-f") for one in page.locator(".finding").all()]
    seen = []
    for key in ("n", "n", "p", "n"):
        page.keyboard.press(key)
        seen.append(page.locator(".finding.lit").get_attribute("data-f"))
    assert seen == [names[0], names[1], names[0], names[1]]


def test_a_quotation_leads_to_its_very_words(page: Page) -> None:
    """From the board into the report, where the words that were quoted are marked."""
    page.goto("/")
    quoted = page.locator(".cite .words").first
    words = quoted.inner_text().strip("“”")
    quoted.click()
    expect(page.locator(".m-at").first).to_be_in_viewport()
    marked = "".join(page.locator(".m-at").all_inner_texts())
    assert words.rstrip(" …") in " ".join(marked.split())


def test_hostile_text_is_shown_as_text(own_page: Page, own_site: Site, tmp_path: Path) -> None:
    """Scripts, handlers, characters that turn the text, and a line of a megabyte: all of it is only letters."""
    name = file_text(own_site, tmp_path, HOSTILE.format(long="x" * 2**20))
    own_page.goto(addresses.to("reports", name))
    text = own_page.locator(".text").inner_text()
    assert "<img src=x onerror=alert(4)>" in text
    assert own_page.locator("main h1").inner_text().startswith("<script>alert(1)</script> \ufffdevil")
    assert own_page.locator("main img, main script, main b, main i").count() == 0
    assert own_page.locator("a[href^='javascript']").count() == 0
    last = own_page.locator(".pages span").inner_text().split()[-1]
    assert int(last) > 2**20 // LONGEST
    own_page.goto(f"{addresses.to('reports', name)}?part={last}")
    expect(own_page.locator(".text")).to_contain_text("{{ 7 * 7 }} {% raw %}")
    for address in ("/", "/reports"):
        own_page.goto(address)
        assert own_page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_report_that_is_not_there_is_said_to_be_missing(page: Page, site: Site) -> None:
    """With the way out, and no traceback."""
    found = page.request.get(f"{site.url}/reports/none")
    assert found.status == 404
    assert "no report of the record has this id" in found.text()
    assert "Traceback" not in found.text()


def test_all_that_was_read_is_listed(site: Site) -> None:
    """Every statement and event of every report, once, in the order of the text."""
    for name in site.live.desk.heads:
        reading = site.live.reading(name)
        assert reading is not None
        page = report_page(reading, site.live.index)
        refs = [one.ref for one in page.findings]
        assert len(refs) == len(set(refs)) == len(reading.statements) + len(reading.events)


@pytest.mark.parametrize("at", ["", "5", "9-3", "x-y", "0-99999999", "999999998-999999999"])
def test_any_place_asked_for_is_answered(page: Page, site: Site, at: str) -> None:
    """Also one that is none."""
    name = next(iter(site.live.desk.heads))
    assert page.request.get(f"{site.url}{addresses.to('reports', name)}?at={at}").status == 200
