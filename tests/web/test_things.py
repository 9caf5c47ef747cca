"""Lists and pages of single things, in a browser and without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from markupsafe import escape
from playwright.sync_api import Page, expect

from parley.exports.record_filter import Filter
from parley.web.addresses import to
from parley.web.index import Index
from tests.web.serving import Site

LISTS = ("incidents", "demands", "disputes", "actors", "outlets")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
AXE = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}


@pytest.fixture
def client(site: Site) -> Iterator[httpx2.Client]:
    """Somebody with a browser that runs no scripts."""
    with httpx2.Client(base_url=site.url, follow_redirects=True) as found:
        yield found


def singles(index: Index) -> dict[str, str]:
    """The page of one thing of each kind, that with most on it."""
    record = index.desk.record
    incident = max(record.incidents, key=lambda one: len(one.members) + 100 * bool(one.maybe))
    demand = max(record.demands, key=lambda one: len(one.moves))
    dispute = max(record.disputes, key=lambda one: len(one.versions))
    actor = max(record.actors.values(), key=lambda one: len(index.voices.of(one.id)))
    return {
        "incident": to("incidents", incident.id),
        "demand": to("demands", demand.id),
        "dispute": to("disputes", dispute.id),
        "actor": to("actors", actor.id),
        "outlet": to("outlets", index.outlets[0].outlet),
    }


@pytest.mark.parametrize("name", [*(f"/{name}" for name in LISTS), "incident", "demand", "dispute", "actor", "outlet"])
def test_every_page_can_be_used_by_everybody(page: Page, site: Site, name: str) -> None:
    """It renders, axe-core finds nothing serious with all that is folded shown, and it fits a telephone."""
    page.goto(name if name.startswith("/") else singles(site.live.index)[name])
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    page.evaluate("document.querySelectorAll('main details').forEach(one => one.open = true)")
    found = Axe().run(page, options=AXE).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert not serious, [(one["id"], one["nodes"][0]["html"]) for one in serious]
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_list_leads_to_a_thing_and_on_to_its_words(page: Page) -> None:
    """From the list to the incident, from the words there to the report at that place."""
    page.goto("/incidents?sort=most")
    title = page.locator("td.title a").first
    name = title.inner_text()
    title.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name.split(",")[0])
    words = page.locator(".cite .words:visible").first
    said = words.inner_text()
    words.click()
    expect(page.locator("#at").first).to_be_visible()
    marked = page.locator(".m-at").first.inner_text()
    assert said.strip("“”").startswith(marked.strip("“”")[:8])


def test_why_things_are_one_is_told_on_the_page_of_each(client: httpx2.Client, site: Site) -> None:
    """Folded, with grounds and weights, for incidents, demands and disputes that have any."""
    record = site.live.desk.record
    for kind, things in (("incidents", record.incidents), ("demands", record.demands), ("disputes", record.disputes)):
        linked, reason = next((one, link.reasons[0]) for one in things for link in one.links[:1] if link.reasons)
        text = client.get(to(kind, linked.id)).text
        assert str(escape(reason.feature)) in text
        assert "between tellings, with their grounds and weights" in text
        plain = next((one for one in things if not one.links), None)
        if plain:
            assert "between tellings" not in client.get(to(kind, plain.id)).text


def test_filters_work_without_scripts(client: httpx2.Client, site: Site) -> None:
    """What is asked for by form is what the record holds of it; the form keeps what was asked."""
    desk = site.live.desk
    attacks = [one for one in desk.record.incidents if one.kind == "attack"]
    shown = client.get("/incidents", params={"type": "attack", "sort": "oldest"}).text
    assert f"{len(attacks)} incidents" in shown
    assert '<option value="attack" selected>' in shown
    answer = client.get("/disputes", params={"talks": desk.record.talks[0].id, "from": "2025-10-20", "origins": "3"})
    assert 'value="2025-10-20"' in answer.text
    nothing = client.get("/demands", params={"actor": "nobody of that name"})
    assert nothing.status_code == 200
    assert "No demands of that kind are told of." in nothing.text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"from": "yesterday"}, "“yesterday” is no day; write it as 2025-11-08"),
        ({"to": "2025-13-01"}, "“2025-13-01” is no day"),
        ({"origins": "0"}, "“0” is no number of origins"),
        ({"origins": "²"}, "“²” is no number of origins"),
    ],
)
def test_what_cannot_be_asked_is_told_at_the_form(client: httpx2.Client, asked: dict[str, str], told: str) -> None:
    """A line, the form as it was sent, and no list that would pass for an answer."""
    answer = client.get("/incidents", params=asked)
    assert answer.status_code == 422
    assert told in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert "<tbody>" not in answer.text


def test_orders_are_those_that_they_say(client: httpx2.Client, site: Site) -> None:
    """Most killed first; a head of a column that the list is ordered by is no link."""
    lists = site.live.index.lists
    deaths = [one.size for one in lists.incidents.chosen(Filter(), "most")]
    assert deaths == sorted(deaths, reverse=True)
    assert deaths[0] > 0
    answer = client.get("/outlets?sort=alone").text
    alone = [int(number or 0) for number in re.findall(r'data-label="Alone">(\d*)<', answer)]
    assert alone == sorted(alone, reverse=True)
    assert 'aria-sort="descending">Alone' in answer


def test_what_is_not_there_is_told(client: httpx2.Client) -> None:
    """A page that says so, for every kind of thing."""
    for kind in LISTS:
        answer = client.get(f"/{kind}/nobody%23e1")
        assert answer.status_code == 404
        assert "of the record" in answer.text or "in the record" in answer.text


def test_a_dispute_is_resolved_and_a_demand_fulfilled_by_buttons(own_page: Page, own_site: Site) -> None:
    """The verdict stands on the page with who gave it, and can be taken back there."""
    pages = singles(own_site.live.index)
    own_page.goto(pages["dispute"])
    own_page.get_by_label("Why").fill("two raids")
    own_page.get_by_role("button", name="Of different things").click()
    expect(own_page.locator(".lead")).to_contain_text("as a person decided")
    expect(own_page.locator(".history")).to_contain_text("by tester")
    own_page.locator(".history").get_by_role("button", name="Undo").click()
    expect(own_page.locator(".lead")).to_contain_text("by the rules")
    own_page.goto(pages["demand"])
    own_page.get_by_role("button", name="In part").click()
    expect(own_page.locator(".moves")).to_contain_text("fulfilled in part judged by tester")


def test_incidents_are_put_together_and_kept_apart_by_buttons(own_page: Page, own_site: Site) -> None:
    """What a person keeps apart is not asked again; what is put together is one incident of both."""
    before = own_site.live.desk
    own_page.goto(singles(own_site.live.index)["incident"])
    maybe = own_page.locator(".maybe")
    number = maybe.count()
    first = maybe.first.get_by_role("heading").inner_text()
    own_page.get_by_role("button", name=f"Keep them apart {first}").click()
    expect(own_page.locator(".notice")).to_be_visible()
    expect(own_page.get_by_role("heading", name=first)).to_have_count(0)
    assert number > 1
    own_page.locator(".maybe").first.get_by_role("button", name="They are one").click()
    expect(own_page.locator(".notice")).to_contain_text("made one with")
    assert len(own_site.live.desk.record.incidents) == len(before.record.incidents) - 1
    made = own_site.live.index.desk.incidents
    assert unquote(own_page.url).split("/incidents/")[1] in made
