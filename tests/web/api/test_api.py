"""The API as programs use it: pages, versions, judging, adding, problems."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import httpx2
import jsonschema
import pytest

from parley.store import Query
from parley.web.api.page import document_page
from tests.web.serving import Site

ROOT = Path(__file__).parents[3]


@pytest.fixture
def program(site: Site) -> Iterator[httpx2.Client]:
    """Something that only reads."""
    with httpx2.Client(base_url=f"{site.url}/api/v1/", timeout=60) as client:
        yield client


@pytest.fixture
def writer(own_site: Site) -> Iterator[httpx2.Client]:
    """Something that adds and judges."""
    with httpx2.Client(base_url=f"{own_site.url}/api/v1/", timeout=120) as client:
        yield client


@pytest.mark.parametrize("kind", ["incidents", "actors?sort=newest", "claims", "reports", "timeline?type=demand"])
def test_pages_show_every_item_once(program: httpx2.Client, kind: str) -> None:
    """Going on by the header `Link`, with the filters that one began with."""
    address, found, sizes = f"{kind}{'&' if '?' in kind else '?'}size=17", [], []
    while address:
        page = program.get(address)
        found += [json.dumps(one, sort_keys=True) for one in page.json()["items"]]
        sizes.append(len(page.json()["items"]))
        address = page.links.get("next", {}).get("url", "").removeprefix("/api/v1/")
    assert len(found) == page.json()["total"] > 17
    assert all(size == 17 for size in sizes[:-1])
    assert kind.startswith(("claims", "timeline")) or len(set(found)) == len(found)


def test_a_page_behind_the_last_is_empty_and_leads_back(program: httpx2.Client) -> None:
    """No error: the record may have shrunk meanwhile."""
    page = program.get("incidents?page=999&size=200")
    assert page.json()["items"] == []
    assert set(page.links) == {"first", "prev", "last"}
    assert page.links["prev"] == {**page.links["last"], "rel": "prev"}


def test_what_is_known_is_not_sent_again(program: httpx2.Client, site: Site) -> None:
    """As long as nothing changed, for lists, things and texts; only where there would be an answer."""
    incident = quote(site.live.desk.record.incidents[0].id, safe="")
    for path in ("incidents", f"incidents/{incident}", f"texts/{min(site.live.desk.heads)}", "log"):
        first = program.get(path)
        tag = first.headers["etag"]
        for given in (tag, f'"other", {tag}', "*"):
            again = program.get(path, headers={"If-None-Match": given})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert program.get(path, headers={"If-None-Match": '"other"'}).status_code == 200
    assert program.get("incidents/nothing", headers={"If-None-Match": "*"}).status_code == 404


def test_filters_are_those_of_the_command_line(program: httpx2.Client, site: Site) -> None:
    """One incident is found by its kind, day and side, and each item keeps its words, outlet and day."""
    one = next(one for one in site.live.desk.record.incidents if one.when and len(one.when) == 10 and one.sides)
    side = site.live.desk.name(one.sides[0])
    asked = {"type": one.kind, "from": one.when, "to": one.when, "side": side}
    items = program.get("incidents", params=asked).json()["items"]
    mine = next(each for each in items if each["id"] == one.id)
    told = [place for versions in mine["slots"].values() for version in versions for place in version["evidence"]]
    assert all(place["quote"] and place["outlet"] for place in told)
    assert program.get("incidents", params={**asked, "actor": "nobody so called"}).json()["total"] == 0


def test_a_reading_keeps_to_its_contract(program: httpx2.Client, site: Site) -> None:
    """The published schema, and spans that are the words of the text."""
    name = min(site.live.desk.heads)
    reading = program.get(f"readings/{name}").json()
    jsonschema.validate(reading, json.loads((ROOT / "docs/reading.schema.json").read_text("utf-8")))
    assert reading["text"] == program.get(f"texts/{name}").text
    found = program.get("search", params={"q": "ceasefire", "size": 1}).json()
    assert found["total"] > 1
    hit = found["items"][0]
    start, end = hit["marks"][0]
    assert "ceasefire" in hit["snippet"][start:end].lower()


@pytest.mark.parametrize("kind", ["statements", "events"])
def test_what_was_read_is_found_with_its_words(program: httpx2.Client, kind: str) -> None:
    """Marks are the words looked for where they stand in the text; the pages together hold all that was found."""
    found = program.get(f"search/{kind}", params={"q": "ceasefire", "size": 3}).json()
    assert found["total"] > 3 == len(found["items"])
    for one in found["items"]:
        text = program.get(f"texts/{one['report']}").text
        assert one["words"] == [text[start:end] for start, end in one["places"]]
        assert {text[start:end].lower() for start, end in one["marks"]} <= {"ceasefire", "ceasefires"}
        assert (one["trigger"] is None) == (kind == "statements")
    nothing = program.get(f"search/{kind}", params={"q": "ceasefire", "to": "1999-01-01"}).json()
    assert nothing["total"] == 0


@pytest.mark.parametrize("kind", ["incidents", "demands", "actors"])
def test_things_are_found_as_the_page_of_the_search_finds_them(program: httpx2.Client, site: Site, kind: str) -> None:
    """Each by its id, in the same order."""
    found = program.get(f"search/{kind}", params={"q": "Pakistan", "size": 200}).json()["items"]
    there = getattr(site.live.index.words, kind)(Query.of("Pakistan"))
    assert [one["id"] for one in found] == [one.id for one in there]


def test_a_judgement_shows_and_can_be_taken_back(writer: httpx2.Client, own_site: Site) -> None:
    """On the page and in the API, under the name of who judged; another version each time."""
    before = writer.get("talks")
    talks = before.json()["items"][0]
    done = writer.post("judgements", json=[{"verb": "name", "target": talks["id"], "value": "The Doha line"}])
    assert done.status_code == 201
    judged = done.json()[0]
    assert judged["user"] == "tester"
    assert "The Doha line" in httpx2.get(own_site.url).text
    again = writer.get("talks", headers={"If-None-Match": before.headers["etag"]})
    assert (again.status_code, again.json()["items"][0]["name"]) == (200, "The Doha line")
    undone = writer.post(f"undo/{judged['id']}")
    assert (undone.status_code, undone.json()[0]["target"]) == (201, judged["id"])
    assert "The Doha line" not in httpx2.get(own_site.url).text
    log = writer.get("judgements").json()["items"]
    assert [(one["undone"], one["standing"]) for one in log] == [(False, "stands"), (True, "undone")]
    assert writer.get("judgements", params={"undone": True}).json()["total"] == 1
    assert writer.get(f"judgements/{judged['id']}").json()["standing"] == "undone"
    about = writer.get("judgements", params={"about": talks["id"], "undone": True}).json()["items"]
    assert [one["id"] for one in about] == [judged["id"]]


def test_of_several_judgements_all_are_kept_or_none(writer: httpx2.Client, own_site: Site) -> None:
    """And a log can be carried to where it is known already."""
    talks = own_site.live.desk.record.talks[0].id
    fitting, wrong = {"verb": "accept", "target": talks}, {"verb": "resolve", "target": talks, "value": "conflict"}
    refused = writer.post("judgements", json=[fitting, wrong])
    assert (refused.status_code, refused.json()["type"]) == (422, "/api/v1/docs#malformed")
    assert writer.get("judgements").json()["total"] == 0
    writer.post("judgements", json=[fitting])
    log = writer.get("log")
    assert log.headers["content-type"] == "application/x-ndjson"
    lines = {"Content-Type": "application/x-ndjson"}
    assert writer.post("log", content=log.content, headers=lines).json() == {"new": 0, "known": 1, "contradictions": []}
    broken = writer.post("log", content=b"{}", headers=lines)
    assert broken.json()["source"] == "the log, line 1"


def test_reports_are_added_and_what_fails_is_told(writer: httpx2.Client, own_site: Site) -> None:
    """Texts, files and addresses in one; the record knows them at once, and the same again as known."""
    said = "ISTANBUL: The two delegations met again on Sunday, an official said. “We will return,” he told reporters."
    page = base64.b64encode(b"%PDF-1.7").decode()
    sent = {
        "texts": [{"text": said, "id": "new-1", "published": "2025-11-09", "outlet": {"name": "The Strait"}}],
        "files": [{"name": "a.txt", "content": page}],
        "pages": [f"{own_site.url}/"],
    }
    before = writer.get("record").json()
    came = writer.post("reports", json=sent).json()
    assert [(one["name"], one["outcome"], one["report"]) for one in came["reports"]] == [
        ("texts.jsonl:1", "new", "new-1"),
        ("a.txt", "failed", None),
        (f"{own_site.url}/", "failed", None),
    ]
    assert "is a PDF" in came["reports"][1]["problem"]
    after = writer.get("record").json()
    assert (after["version"], after["reports"]) == (came["version"], before["reports"] + 1)
    assert writer.get("reports/new-1").json()["outlet"]["name"] == "The Strait"
    again = writer.post("reports", json={"texts": sent["texts"]}).json()
    assert [one["outcome"] for one in again["reports"]] == ["known"]


PROBLEMS = [
    ("GET", "nothing", {}, 404, "about:blank"),
    ("GET", "talks/nothing", {}, 404, "/api/v1/docs#not-found"),
    ("DELETE", "judgements", {}, 405, "about:blank"),
    ("GET", "incidents?page=0", {}, 422, "/api/v1/docs#invalid"),
    ("GET", "changes?since=9999-12-31T23:59:59-23:00&filed=true", {}, 422, "/api/v1/docs#malformed"),
    ("POST", "judgements", {"json": [{"verb": "accept", "target": "nothing"}]}, 404, "/api/v1/docs#not-found"),
    ("POST", "judgements", {"json": [{"verb": "explode", "target": "x"}]}, 422, "/api/v1/docs#invalid"),
    ("POST", "judgements", {"content": b"[{", "headers": {"Content-Type": "application/json"}}, 422, "…#invalid"),
    ("POST", "log", {"content": b"{}"}, 415, "about:blank"),
    ("POST", "reports", {"json": {"pages": ["/etc/passwd"]}}, 422, "/api/v1/docs#invalid"),
    ("POST", "reports", {"json": {}, "headers": {"Origin": "https://evil.example"}}, 403, "/api/v1/docs#foreign"),
    ("POST", "reports", {"content": iter([b"{}"])}, 413, "/api/v1/docs#too-large"),
    ("GET", "record", {"headers": {"Host": "evil.example"}}, 421, "/api/v1/docs#host"),
]


@pytest.mark.parametrize(("method", "path", "sent", "status", "kind"), PROBLEMS)
def test_every_failure_is_a_problem(
    program: httpx2.Client, method: str, path: str, sent: dict[str, object], status: int, kind: str
) -> None:
    """RFC 9457: with its status, what is wrong, and an address that says more."""
    answer = program.request(method, path, **sent)  # type: ignore[arg-type]
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status_code == told["status"] == status
    assert told["type"] == kind.replace("…", "/api/v1/docs")
    assert told["detail"]
    assert "parley " not in told.get("hint", "")


def test_other_methods_are_named(program: httpx2.Client) -> None:
    """All that an address takes."""
    assert program.put("judgements").headers["allow"] == "GET, POST"


def test_pages_for_people_say_the_same(program: httpx2.Client) -> None:
    """The page of the app and docs/api.md name every address; every kind of problem has its place on the page."""
    document = program.get("openapi.json").json()
    page, written = program.get("docs").text, (ROOT / "docs/api.md").read_text("utf-8")
    shown = document_page(document)
    for family in shown.families:
        for one in family.operations:
            assert f"{one.method} {one.path}" in page
            assert one.path.removeprefix("/api/v1") in written, one.path
    ids = re.findall(r'<dt id="([\w-]+)"', page)
    assert ids == [one.name for one in shown.problems]
    assert len(set(ids)) == len(ids)


def test_what_waits_is_gone_when_it_is_judged(writer: httpx2.Client) -> None:
    """The most urgent first; of the same queue nothing is sent twice."""
    page = writer.get("queue", params={"sort": "dispute"})
    waiting = page.json()["items"]
    urgencies = [one["urgency"] for one in waiting]
    assert urgencies == sorted(urgencies, reverse=True)
    assert {one["sort"] for one in waiting} == {"dispute"}
    writer.post("judgements", json=[{"verb": "accept", "target": waiting[0]["target"]}])
    asked = {"params": {"sort": "dispute"}, "headers": {"If-None-Match": page.headers["etag"]}}
    again = writer.get("queue", **asked)  # type: ignore[arg-type]
    assert waiting[0]["target"] not in [one["target"] for one in again.json()["items"]]
