"""The review queue and the history in a browser, by keyboard."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import httpx2
from playwright.sync_api import Page, expect

from parley.asking.odds import Odds
from parley.asking.queue import Doubt, queue
from tests.web.serving import Site

_LONG = 60_000
"""Milliseconds within which the record is linked anew, on whatever machine."""


def card(page: Page) -> str:
    """The key of the card that is shown."""
    shown = page.locator("#stage .card")
    expect(shown).to_be_visible(timeout=_LONG)
    return shown.get_attribute("data-card") or ""


def press(page: Page, key: str) -> str:
    """Press a key, and give the key of the card that is there at once."""
    before = card(page)
    page.keyboard.press(key)
    expect(page.locator("#stage .card")).not_to_have_attribute("data-card", before, timeout=_LONG)
    return card(page)


def waiting(site: Site) -> list[Doubt]:
    """The queue."""
    desk = site.live.desk
    odds = Odds(site.live.record.store)
    odds.take_in(desk.heads)
    return list(queue(desk.record, odds.of, desk.judgements))


def dealt(client: httpx2.Client, address: str) -> str:
    """The page, when the queue is in order."""
    for _ in range(600):
        text = client.get(address).text
        if 'id="unready"' not in text:
            return text
        time.sleep(0.1)
    raise AssertionError("the queue was never in order")


def kept(site: Site, page: Page, number: int) -> None:
    """Wait until so many judgements were kept and shown."""
    for _ in range(600):
        if len(site.live.desk.judgements) >= number:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{len(site.live.desk.judgements)} judgements, not {number}")


def test_a_finding_rejected_by_key_claims_nothing_until_it_is_undone(own_page: Page, own_site: Site) -> None:
    """The event under a claim of how the talks stand: x leaves it out, u brings it back."""
    desk = own_site.live.desk
    board = list(desk.record.board)
    claims = {str(place.ref) for claim in desk.record.claims for place in claim.evidence}
    number, doubt = next((n, one) for n, one in enumerate(waiting(own_site), 1) if one.target in claims)
    own_page.goto(f"/review?at={doubt.key.replace('#', '%23')}&n={number}")
    assert card(own_page) == doubt.key
    expect(own_page.locator("#progress")).to_contain_text(f"{number} of ")
    press(own_page, "x")
    kept(own_site, own_page, 1)
    told = (place.ref for claim in own_site.live.desk.record.claims for place in claim.evidence)
    assert doubt.target not in set(map(str, told))
    own_page.keyboard.press("u")
    expect(own_page.locator("#said")).to_contain_text("Taken back", timeout=_LONG)
    expect(own_page.locator("#stage .card")).to_have_attribute("data-card", doubt.key)
    kept(own_site, own_page, 2)
    assert list(own_site.live.desk.record.board) == board
    own_page.goto("/history")
    expect(own_page.locator("tbody tr")).to_have_count(2)
    expect(own_page.locator("tbody")).to_contain_text("by tester")


def test_thirty_findings_by_keyboard_take_thirty_keys(own_page: Page, own_site: Site) -> None:
    """One key each, whatever is asked: the next is there before the last was kept, and nothing comes twice."""
    keys = {"finding": "a", "incidents": "s", "actors": "s", "dispute": "1", "demand": "1"}
    own_page.goto("/review")
    sorts = {one.key: one.sort for one in waiting(own_site)}
    total, seen = len(sorts), []
    for _ in range(30):
        seen.append(card(own_page))
        press(own_page, keys[sorts[seen[-1]]])
    assert len(set(seen)) == 30
    expect(own_page.locator("#progress")).to_have_text(f"1 of {total - 30}, 30 done today")
    kept(own_site, own_page, 30)
    assert {"|".join((one.target, *one.others)) for one in own_site.live.desk.judgements} == set(seen)
    own_page.goto("/review")
    assert card(own_page) not in seen


def test_nothing_is_decided_by_a_click_on_text_or_by_a_key_held_down(page: Page, site: Site) -> None:
    """A click on every text of a card, keys of other pages and keys with Control do nothing."""
    page.goto("/review?sort=finding")
    first = card(page)
    for part in (".context", ".context .m-event", ".read dd >> nth=0", "h2", ".carries"):
        page.locator(f"#stage .card {part}").first.click()
    page.keyboard.press("Control+a")
    page.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'a', repeat: true, bubbles: true}))")
    assert card(page) == first
    assert site.live.desk.judgements == ()


def test_help_and_the_keys_on_the_buttons(page: Page) -> None:
    """? opens what the keys do; while Shift is held, each button shows its key; the odds are shown when asked for."""
    page.goto("/review?sort=finding")
    assert card(page)
    key = page.locator(".choices button kbd").first
    expect(key).to_be_hidden()
    page.keyboard.down("Shift")
    expect(key).to_be_visible()
    page.keyboard.up("Shift")
    expect(key).to_be_hidden()
    page.keyboard.press("?")
    expect(page.locator("#help dl")).to_be_visible()
    expect(page.locator(".sure p")).to_be_hidden()
    page.keyboard.press("w")
    expect(page.locator(".sure p")).to_contain_text("in 10")


def test_skipping_and_going_back(page: Page) -> None:
    """n and j skip, p and k go back, and the place in the queue is told."""
    page.goto("/review")
    first = card(page)
    second = press(page, "n")
    expect(page.locator("#progress")).to_contain_text("2 of ")
    press(page, "j")
    assert press(page, "k") == second
    assert press(page, "p") == first


def test_one_field_is_set_by_keyboard(own_page: Page, own_site: Site) -> None:
    """e opens the fields, the vocabulary is offered, Enter sets; the card stays, and the reading is told as it was."""
    own_page.goto("/review?sort=finding")
    target = card(own_page)
    own_page.keyboard.press("e")
    field = own_page.locator(".edits select").first
    expect(field).to_be_focused()
    field.select_option("AID")
    own_page.keyboard.press("Enter")
    expect(own_page.locator(".judged")).to_contain_text("set type to AID", timeout=_LONG)
    assert card(own_page) == target
    (made,) = own_site.live.judgements
    assert (made.target, made.verb, made.field, made.value) == (target, "correct", "type", "AID")


def test_without_scripts_buttons_are_forms_and_lead_to_the_next_card(own_site: Site, tmp_path: Path) -> None:
    """The first card is judged by its form; the history tells it, saves it, and takes it in again elsewhere."""
    with httpx2.Client(base_url=own_site.url, follow_redirects=True, timeout=60) as client:
        shown = dealt(client, "/review?sort=dispute")
        form = re.search(r'<form method="post" action="/judge">(.*?)</form>', shown, re.S)
        assert form
        fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[1].replace("&amp;", "&").replace("&#39;", "'")))
        after = client.post("/judge", data=fields)
        first, second = (re.search(r'data-card="([^"]+)"', text) for text in (shown, after.text))
        assert first
        assert second
        assert first[1] != second[1]
        assert "resolved as different-scope" in after.text
        log = client.get("/history.jsonl").text
        assert json.loads(log)["target"] == fields["target"]
        other = json.loads(log) | {"id": "jother", "user": "ann", "value": "open", "at": "2031-01-01T00:00:00+00:00"}
        headers = {"X-Form-Token": fields["token"]}
        sent = {"log": ("ann.jsonl", f"{log}{json.dumps(other)}\n")}
        taken = client.post("/history/import", files=sent, headers=headers).text
        assert "1 judgement new, 1 there already" in taken
        assert "ann: resolved as open, which is later and is followed" in taken
        broken = client.post("/history/import", files={"log": ("bad.jsonl", "{}")}, headers=headers).text
        assert "bad.jsonl, line 1 is no judgement" in broken
        assert "/tmp" not in broken.split('role="alert"')[1].split("</div>")[0]
        only = client.get("/history?user=ann").text
        assert only.count("<tr id=") == 1
