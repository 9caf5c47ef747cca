"""Who may come in, and what they may do there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx2
import pytest
from argon2 import PasswordHasher
from axe_playwright_python.sync_playwright import Axe
from fastapi import APIRouter
from fastapi.routing import APIRoute
from playwright.sync_api import Browser

from parley.store import Store, passwords
from parley.store.roles import ROLES
from parley.store.users import add_user
from parley.web import Settings
from parley.web.api import PREFIX
from parley.web.api import ROOMS as PROGRAMS
from parley.web.pages import ROOMS
from tests.web.serving import Site, served, watched

WORD = "four words of straw"
NOON = datetime(2025, 11, 8, 12, tzinfo=UTC)
NOBODY = "nobody"
WHO = (NOBODY, *ROLES)

OPEN = {"GET /log-in", "POST /log-in", "POST /theme"}
READS = {"POST /log-out", "POST /account", "POST /seen"}
JUDGES = {
    "POST /judge",
    "GET /add",
    "POST /add",
    "GET /add/{batch_id}",
    "GET /review",
    "GET /review/cards",
    "POST /review/undo",
    "GET /api/v1/queue",
    "POST /api/v1/judgements",
    "POST /api/v1/undo/{judgement_id:path}",
    "POST /api/v1/reports",
}
MANAGES = {"GET /users", "POST /users", "POST /api/v1/log", "POST /history/import"}
"""What readers may not, and what is sent; whatever else is looked at takes a reader."""


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hashes that are made in no time."""
    monkeypatch.setattr(passwords, "_hasher", lambda: PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
    passwords._nobodys.cache_clear()


class Clock:
    """A time that stands still until it is moved."""

    def __init__(self) -> None:
        self.time = NOON

    def __call__(self) -> datetime:
        return self.time


@pytest.fixture
def clock() -> Clock:
    """Noon."""
    return Clock()


@pytest.fixture
def team(tmp_path: Path, clock: Clock) -> Iterator[Site]:
    """An empty record with a user of each role, served to a team."""
    record = tmp_path / "team.db"
    with Store.open(str(record)) as store:
        for role in ROLES:
            add_user(store, role, role, WORD, now=NOON)
    with served(record, Settings(now=clock)) as site:
        yield site


def visitor(site: Site) -> httpx2.Client:
    """Somebody with a browser that runs no scripts."""
    return httpx2.Client(base_url=site.url, timeout=60)


def token(client: httpx2.Client) -> str:
    """The token of the forms of a page that everybody may see."""
    page = client.get("/log-in", follow_redirects=True)
    found = re.search(r'name="form-token" content="(\w+)"', page.text)
    assert found
    return found[1]


def enter(client: httpx2.Client, name: str, password: str = WORD, to: str = "/") -> httpx2.Response:
    """Log in by the form."""
    return client.post("/log-in", data={"token": token(client), "name": name, "password": password, "next": to})


def routes() -> Iterator[str]:
    """Every address of the app, as "GET /talks/{talks_id:path}"."""
    rooms: list[tuple[str, APIRouter]] = [("", room) for room in ROOMS] + [(PREFIX, room) for room in PROGRAMS]
    for prefix, room in rooms:
        for route in room.routes:
            assert isinstance(route, APIRoute)
            yield from (f"{method} {prefix}{route.path}" for method in route.methods or ())
    yield from (f"GET {PREFIX}/{page}" for page in ("openapi.json", "docs"))


def least(route: str) -> str:
    """Who may at least."""
    if route in OPEN:
        return NOBODY
    if route in MANAGES:
        return "admin"
    if route in JUDGES:
        return "reviewer"
    assert route.startswith("GET ") or route in READS, f"{route}: the table does not say who may"
    return "reader"


def admitted(client: httpx2.Client, route: str, headers: Mapping[str, str]) -> bool:
    """Whether a request gets past the door and the role; what it asks for need not be there."""
    method, _, path = route.partition(" ")
    with client.stream(method, re.sub(r"\{.*?\}", "x", path), headers=headers) as answer:
        if path == "/log-out":  # leads to the log-in in any case
            return "parley-session" in answer.headers.get("set-cookie", "")
        led_away = answer.headers.get("location", "").startswith("/log-in")
        assert answer.status_code < 500, (route, answer.status_code)
        return answer.status_code not in (401, 403) and not led_away


def test_every_address_takes_the_role_of_the_table(team: Site) -> None:
    """All pages and all of the API, with each role and without any."""
    for who in WHO:
        with visitor(team) as client:
            if who != NOBODY:
                assert enter(client, who).status_code == 303
            headers = {"X-Form-Token": token(client)}
            asked = (route for route in routes() if route != "POST /log-in")  # which is how one comes in
            for route in sorted(asked, key=lambda one: one.endswith("/log-out")):
                expected = WHO.index(who) >= WHO.index(least(route))
                assert admitted(client, route, headers) == expected, (who, route)


def test_whoever_logs_in_is_led_on_and_may_leave(team: Site) -> None:
    """Back to the page that was asked for, never elsewhere; whoever logs out is a stranger again."""
    with visitor(team) as client:
        asked = client.get("/incidents?side=a")
        assert asked.headers["location"] == "/log-in?next=%2Fincidents%3Fside%3Da"
        came = enter(client, "reader", to="/incidents?side=a")
        assert (came.status_code, came.headers["location"]) == (303, "/incidents?side=a")
        cookie = next(one for one in came.headers.get_list("set-cookie") if one.startswith("parley-session="))
        assert "HttpOnly" in cookie
        assert "SameSite=lax" in cookie
        assert "Secure" not in cookie
        assert client.get("/incidents").status_code == 200
        left = client.post("/log-out", data={"token": token(client)})
        assert left.headers["location"] == "/log-in"
        assert client.get("/incidents").status_code == 303
        assert enter(client, "reader", to="//evil.example").headers["location"] == "/"


def test_a_session_is_another_one_at_every_log_in(team: Site) -> None:
    """What was handed out before, to whomever, holds no more: neither the session nor the tokens of forms."""
    with visitor(team) as client:
        enter(client, "reader")
        first, form = client.cookies["parley-session"], token(client)
        enter(client, "reviewer")
        assert client.cookies["parley-session"] != first
        assert client.post("/theme", data={"token": form, "to": "dark"}).status_code == 403
        client.cookies.clear()
        client.cookies.set("parley-session", first)
        assert client.get("/incidents").status_code == 303


def test_a_wrong_password_is_told_kindly_and_not_for_ever(team: Site, clock: Clock) -> None:
    """Neither says whether there is such a user; after ten one has to wait, with the right one, too."""
    with visitor(team) as client:
        told = [enter(client, name, "wrong").text for name in ("reader", "nobody at all")]
        assert all("This name and this password do not go together." in one for one in told)
        for _ in range(9):
            assert enter(client, "reader", "wrong").status_code == 422
        late = enter(client, "reader")
        assert late.status_code == 429
        assert int(late.headers["retry-after"]) == 15 * 60
        assert "wait 15 minutes" in late.text
        assert 'value="reader"' in late.text
        clock.time += timedelta(minutes=16)
        assert enter(client, "reader").status_code == 303


def test_a_form_of_somebody_else_changes_nothing(team: Site) -> None:
    """Not even to log in: without the token of a page of ours every form is refused."""
    with visitor(team) as client:
        client.get("/log-in")
        assert client.post("/log-in", data={"name": "admin", "password": WORD}).status_code == 403
        foreign = {"Sec-Fetch-Site": "cross-site"}
        sent = {"token": token(client), "name": "admin", "password": WORD}
        assert client.post("/log-in", data=sent, headers=foreign).status_code == 403
        assert client.post("/api/v1/judgements", json=[], headers=foreign, auth=("admin", WORD)).status_code == 403


def test_programs_come_in_by_name_and_password(team: Site) -> None:
    """With each request; its problems are told as problems. Pages do not take it: a browser would send it by itself."""
    with visitor(team) as client:
        assert client.get("/api/v1/record", auth=("reviewer", WORD)).json()["user"] == {
            "name": "reviewer",
            "role": "reviewer",
        }
        assert client.get("/", auth=("reviewer", WORD)).status_code == 303
        nobody = client.get("/api/v1/record")
        assert nobody.headers["www-authenticate"].startswith("Basic")
        assert nobody.json()["type"] == "/api/v1/docs#log-in"
        low = client.post("/api/v1/judgements", json=[{"verb": "accept", "target": "x"}], auth=("reader", WORD))
        assert (low.status_code, low.json()["type"]) == (403, "/api/v1/docs#not-allowed")
        tries = [client.get("/api/v1/record", auth=("admin", "wrong")).status_code for _ in range(11)]
        assert tries == [401] * 10 + [429]
        for broken in ("Basic !!", "Basic", "Bearer x"):
            assert client.get("/api/v1/record", headers={"Authorization": broken}).status_code == 401


def test_an_admin_keeps_the_users(team: Site) -> None:
    """Adds one, who may come in at once; gives another role and password; lets them in no more."""
    with visitor(team) as admin, visitor(team) as other:
        enter(admin, "admin")

        def change(**sent: str) -> str:
            return admin.post("/users", data={"token": token_of(admin), **sent}, follow_redirects=True).text

        assert "Zoë may come in now" in change(do="add", name="Zoë", role="reader", password=WORD)
        assert enter(other, "zoë").status_code == 303
        assert other.get("/add").status_code == 403
        change(do="role", name="Zoë", role="reviewer")
        assert other.get("/add").status_code == 200
        change(do="password", name="Zoë", password="another word of straw")
        assert other.get("/add").status_code == 303
        assert enter(other, "Zoë", "another word of straw").status_code == 303
        change(do="disable", name="Zoë")
        assert other.get("/incidents").status_code == 303
        assert enter(other, "Zoë", "another word of straw").status_code == 422
        assert "may come in again" in change(do="enable", name="Zoë")
        assert "is the only admin" in change(do="disable", name="admin")
        assert "the password is too short" in change(do="add", name="bo", role="reader", password="short")


def token_of(client: httpx2.Client) -> str:
    """The token of a page that takes a session."""
    found = re.search(r'name="form-token" content="(\w+)"', client.get("/users").text)
    assert found
    return found[1]


def test_everybody_changes_their_own_password(team: Site) -> None:
    """Who knows the old one; other browsers are logged out."""
    with visitor(team) as one, visitor(team) as other:
        enter(one, "reader")
        enter(other, "reader")
        sent = {"token": token(one), "old": "wrong", "new": "quite another word"}
        assert "The old password is another one." in one.post("/account", data=sent).text
        assert one.post("/account", data={**sent, "old": WORD}).status_code == 303
        assert one.get("/incidents").status_code == 200
        assert other.get("/incidents").status_code == 303


def test_the_first_user_closes_the_door(tmp_path: Path) -> None:
    """A record without accounts is open to who started the app; from the first user on everybody logs in."""
    record = tmp_path / "own.db"
    Store.open(str(record)).close()
    with served(record) as site, visitor(site) as client:
        page = client.get("/users").text
        assert "The first user manages the others." in page
        client.post("/users", data={"token": token_of(client), "do": "add", "name": "ada", "password": WORD})
        assert client.get("/users").headers["location"] == "/log-in?next=%2Fusers"
        assert enter(client, "ada").status_code == 303
        assert "admin" in client.get("/account").text or client.get("/users").status_code == 200


def test_behind_https_cookies_go_no_other_way(tmp_path: Path) -> None:
    """And browsers are told to ask for it by HTTPS alone."""
    record = tmp_path / "team.db"
    with Store.open(str(record)) as store:
        add_user(store, "ada", "admin", WORD, now=NOON)
    with served(record, Settings(secure=True, now=lambda: NOON)) as site, visitor(site) as client:
        page = client.get("/log-in")
        assert "Secure" in page.headers["set-cookie"]
        assert page.headers["strict-transport-security"].startswith("max-age=")


def test_it_is_asked_for_under_its_own_names_only(team: Site) -> None:
    """Another name may be that of a foreign page; an address is none."""
    with visitor(team) as client:
        for host, status in (
            ("evil.example", 421),
            ("localhost:1", 200),
            ("10.0.0.5", 200),
            ("[::1]:9", 200),
            ("[", 421),
        ):
            assert client.get("/log-in", headers={"Host": host}).status_code == status, host


def test_the_pages_of_accounts_can_be_used_by_everybody(team: Site, browser: Browser) -> None:
    """By keyboard alone, and axe finds nothing; at the width of a telephone nothing runs off the page."""
    context = browser.new_context(base_url=team.url, viewport={"width": 360, "height": 800})
    with watched(context, team) as seen:
        page = seen.page
        page.goto("/users")
        found = {"log-in": Axe().run(page)}
        page.keyboard.type("admin")
        page.keyboard.press("Tab")
        page.keyboard.type(WORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/users")
        for path in ("/users", "/account", "/api/v1/docs"):
            page.goto(path)
            found[path] = Axe().run(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
        assert not seen.faults, seen.faults
    context.close()
    assert not {path: one.generate_report() for path, one in found.items() if one.violations_count}
