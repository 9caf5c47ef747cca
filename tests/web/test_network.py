"""Who does what to whom."""

from __future__ import annotations

from datetime import date

from playwright.sync_api import Page, expect

from parley.record import Claimant, Evidence, Incident, Ref, Span, Talks, Version
from parley.web.ties import kept, ties


def version(value: str, origin: str = "o") -> Version:
    """A value that one origin gives."""
    ref = Ref("r", "event", 0)
    return Version(value, (Evidence(ref, Span("r", 0, 1), Claimant("outlet:A", "A"), date(2025, 11, 8), origin),))


def incident(name: str, kind: str, who: str, whom: str, when: str | None = None) -> Incident:
    """One of that PLOVER type; parties are separated by blanks."""
    slots = {
        "type": (version(kind),),
        "actors": tuple(version(one) for one in who.split()),
        "recipients": tuple(version(one) for one in whom.split()),
    }
    return Incident(name, "x", "x", (), when=when, slots={slot: found for slot, found in slots.items() if found})


def themselves(actor: str) -> str:
    """Everybody stands for themselves."""
    return actor


def test_what_one_does_to_another_has_a_direction_and_a_meeting_has_none() -> None:
    """Whoever meets stands in one row, whichever is named first."""
    found = ties(
        [
            incident("1", "ASSAULT", "b", "a", "2025-10-11/2025-10-15"),
            incident("2", "ASSAULT", "b", "a", "2025-10-09"),
            incident("3", "CONSULT", "b a", ""),
            incident("4", "TALKS", "a", "b"),
            incident("5", "MOBILIZE", "a", "a"),
        ],
        [Talks("t", "T", ("a", "b"), mediators=("q",))],
        themselves,
    )
    told = {(tie.who, tie.kind, tie.whom): (tie.number, tie.first, tie.last) for tie in found}
    assert told == {
        ("b", "attacks", "a"): (2, "2025-10-09", "2025-10-11"),
        ("a", "meets", "b"): (2, "", ""),
        ("q", "mediates", "a"): (1, "", ""),
        ("q", "mediates", "b"): (1, "", ""),
    }


def test_those_who_stand_for_nobody_are_left_out() -> None:
    """And those of one side do nothing to each other."""
    side = {"minister": "a", "army": "a", "b": "b"}
    found = ties([incident("1", "ACCUSE", "minister army", "b 25-militants army")], (), side.get)
    assert [(tie.who, tie.kind, tie.whom, tie.number) for tie in found] == [("a", "accuses", "b", 1)]


def test_a_picture_keeps_those_with_most_ties() -> None:
    """And only ties among them."""
    made = [incident(str(n), "ASSAULT", "a", "b") for n in range(3)] + [incident("x", "ASSAULT", "a", "c")]
    assert {(tie.who, tie.whom) for tie in kept(ties(made, (), themselves), 2)} == {("a", "b")}


def test_the_network_is_drawn_and_listed(page: Page) -> None:
    """Every name that is drawn leads to an actor, and the list has the same ties."""
    page.goto("/network")
    expect(page.locator(".network svg .node").first).to_be_visible()
    names = {one.get_attribute("href") for one in page.locator(".network .node").all()}
    listed = {one.get_attribute("href") for one in page.locator("tbody a[href^='/actors/']").all()}
    assert names <= listed
    page.get_by_label("attacks").uncheck()
    page.get_by_role("button", name="Show").click()
    expect(page.locator("td.kind-attacks")).to_have_count(0)
    expect(page.locator("td.kind-meets").first).to_be_visible()


def test_the_network_reads_without_scripts(page: Page) -> None:
    """The list is in the page as it is sent."""
    sent = page.request.get("/network?by=actor").text()
    assert "<tbody>" in sent
    assert "mediates" in sent
