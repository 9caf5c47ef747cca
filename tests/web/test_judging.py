"""The forms by which every page judges, without a browser."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx2
import pytest

from parley.web.addresses import inside
from tests.web.serving import Site


@pytest.fixture
def desk(own_site: Site) -> Iterator[httpx2.Client]:
    """Somebody with a browser that runs no scripts."""
    with httpx2.Client(base_url=own_site.url, follow_redirects=True, timeout=60) as client:
        yield client


def token(client: httpx2.Client) -> str:
    """The token of the forms of a page."""
    found = re.search(r'name="form-token" content="(\w+)"', client.get("/").text)
    assert found
    return found[1]


def judge(client: httpx2.Client, **sent: str) -> httpx2.Response:
    """A form sent as a browser does."""
    return client.post("/judge", data={"token": token(client), **sent})


def test_a_judgement_by_form_leads_back_with_a_notice_and_can_be_undone(desk: httpx2.Client, own_site: Site) -> None:
    """What is rejected is gone from the record; the button of the notice brings it back; a notice is shown once."""
    demand = own_site.live.desk.record.demands[0]
    answer = judge(desk, verb="reject", target=demand.id, why="a slip", back="/?x=1")
    assert (answer.url.path, answer.url.query) == ("/", b"x=1")
    assert "left out." in answer.text
    assert demand.id not in own_site.live.desk.demands
    judgement = own_site.live.desk.judgements[-1]
    assert (judgement.user, judgement.why) == ("tester", "a slip")
    assert "left out." not in desk.get("/").text
    assert "Taken back" in judge(desk, verb="undo", target=judgement.id).text
    assert own_site.live.desk.demands[demand.id] == demand


def test_what_cannot_be_judged_is_told_in_a_line(desk: httpx2.Client, own_site: Site) -> None:
    """Back where one was, with the reason; nothing of the command line."""
    report = min(own_site.live.desk.heads)
    wrong = {
        "nothing in the record has this id": {"verb": "reject", "target": "incident:nobody#e1"},
        "PEACE is no type of": {"verb": "correct", "target": f"{report}#e0", "field": "type", "value": "PEACE"},
        "has no merge": {"verb": "merge", "target": report, "others": report},
        "no judgement has this id": {"verb": "undo", "target": "j-none"},
    }
    for told, sent in wrong.items():
        answer = judge(desk, **sent)
        notice = re.search(r'class="notice problem".*?</div>', answer.text, re.S)
        assert answer.status_code == 200, told
        assert notice, told
        assert told in notice[0]
        assert "--" not in notice[0]
    assert own_site.live.desk.judgements == ()


def test_a_script_is_told_in_json(desk: httpx2.Client, own_site: Site) -> None:
    """The same answers as objects."""
    headers = {"Accept": "application/json", "X-Form-Token": token(desk)}
    talks = own_site.live.desk.record.talks[0]
    done = desk.post("/judge", data={"verb": "name", "target": talks.id, "value": "The talks"}, headers=headers)
    assert done.json()["said"].endswith("named The talks.")
    wrong = desk.post("/judge", data={"verb": "name", "target": talks.id, "value": " "}, headers=headers)
    assert (wrong.status_code, wrong.json()["problem"]) == (422, True)


def test_text_of_a_sender_is_text_and_a_forged_notice_is_none(desk: httpx2.Client, own_site: Site) -> None:
    """What somebody names talks stands escaped; a cookie that is not signed says nothing."""
    talks = own_site.live.desk.record.talks[0]
    answer = judge(desk, verb="name", target=talks.id, value="<script>alert(1)</script>")
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert" in answer.text
    desk.cookies.set("parley-notice", "WyJMaWVzIiwgZmFsc2UsIFtdXQ.0000")
    assert "Lies" not in desk.get("/").text


def test_nobody_judges_without_a_token_or_a_verb(desk: httpx2.Client) -> None:
    """Forms of others are refused, and so is what is no judgement."""
    assert desk.post("/judge", data={"verb": "reject", "target": "ist-01"}).status_code == 403
    assert judge(desk, verb="explode", target="ist-01").status_code == 422


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\nb"])
def test_nobody_is_led_elsewhere(elsewhere: str) -> None:
    """What is no address of ours leads to the board."""
    assert inside(elsewhere) == "/"
    assert inside("/review?kind=incidents#x") == "/review?kind=incidents#x"
