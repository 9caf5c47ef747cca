"""The page of one talks process in a browser."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from parley.web import addresses
from tests.web.serving import Site

MARKS = "#timeline .marks a"


def istanbul(site: Site) -> str:
    """The page of the talks of which most is claimed."""
    index = site.live.index
    return addresses.to("talks", max(index.claims, key=lambda id_: len(index.claims[id_])))


def test_every_claim_is_a_mark_that_leads_to_its_words(page: Page, site: Site) -> None:
    """Hovering shows the quotation with claimant, outlet and day; clicking opens the report at it."""
    page.goto(istanbul(site))
    claims = max(site.live.index.claims.values(), key=len)
    expect(page.locator(MARKS)).to_have_count(sum(one.day is not None for one in claims))
    mark = page.locator(MARKS).nth(3)
    mark.hover(force=True)
    tip = page.get_by_role("tooltip")
    expect(tip).to_be_visible()
    quote = (tip.locator(".quote").text_content() or "").removeprefix("“")
    expect(tip.locator(".cited")).to_contain_text("2025")
    page.keyboard.press("Escape")
    expect(tip).to_be_hidden()
    mark.click(force=True)
    page.wait_for_url("**/reports/**")
    assert quote[:40] in " ".join((page.locator(".text").text_content() or "").split())
    expect(page.locator("#at")).to_be_visible()


def test_the_drawing_is_gone_through_by_keyboard(page: Page, site: Site) -> None:
    """Marks are links in the order of tabs, arrows go on, and Enter opens the report."""
    page.goto(istanbul(site))
    page.locator(MARKS).first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(MARKS).nth(1)).to_be_focused()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/reports/**")


def test_days_are_zoomed_and_all_shown_again_and_a_group_is_lifted(page: Page, site: Site) -> None:
    """By buttons alone."""
    page.goto(istanbul(site))
    mark = page.locator(MARKS).first
    before = mark.get_attribute("transform")
    page.get_by_role("button", name="Fewer days").click()
    assert mark.get_attribute("transform") != before
    page.get_by_role("button", name="All", exact=True).click()
    assert mark.get_attribute("transform") == before
    page.get_by_role("button", name="mediators").click()
    expect(page.locator(f"{MARKS}.lifted")).to_have_count(page.locator(f'{MARKS}[data-group="mediator"]').count())


def test_without_scripts_everything_stands_in_the_list(browser: Browser, site: Site) -> None:
    """Each claim with its words, page by page."""
    context = browser.new_context(base_url=site.url, java_script_enabled=False)
    bare = context.new_page()
    bare.goto(f"{istanbul(site)}?kind=claim")
    expect(bare.locator("#timeline")).to_be_hidden()
    entries = bare.locator("#days .entry")
    expect(entries).to_have_count(50)
    expect(entries.first.locator(".cite .words").first).to_be_visible()
    seen = 50
    while bare.locator("a[rel=next]").count():
        bare.locator("a[rel=next]").click()
        seen += entries.count()
    assert seen == len(max(site.live.index.claims.values(), key=len))
    context.close()


def test_talks_of_which_no_state_is_known_have_a_page(page: Page, site: Site) -> None:
    """It says so."""
    shown = {row.talks for row in site.live.desk.record.board}
    for talks in site.live.desk.record.talks:
        page.goto(addresses.to("talks", talks.id))
        expect(page.get_by_role("heading", name=talks.name, exact=True)).to_be_visible()
        assert (page.get_by_text("No state of these talks is known").count() == 0) == (talks.id in shown)


def test_axe_finds_nothing_and_nothing_overflows_on_a_narrow_screen(page: Page, site: Site) -> None:
    """Light and dark, at 1280 and 360 pixels."""
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 360)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 800})
        page.goto(istanbul(site))
        expect(page.locator(MARKS).first).to_be_attached()
        found = Axe().run(page)
        assert found.violations_count == 0, found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_drawing_is_printed_with_the_list(page: Page, site: Site) -> None:
    """Without what only a screen can do."""
    page.goto(istanbul(site))
    page.emulate_media(media="print")
    expect(page.locator(MARKS).first).to_be_visible()
    expect(page.locator("#days .entry").first).to_be_visible()
    expect(page.get_by_role("button", name="Fewer days")).to_be_hidden()
