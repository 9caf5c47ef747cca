"""Where incidents lie."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from parley.record import Incident, Point
from parley.web.located import located
from tests.web.serving import Site


def incident(name: str, place: str | None, *, known: bool = True) -> Incident:
    """One at a place that the gazetteer knows, or not."""
    point = Point(place, 1.0, 2.0, 1) if place and known else None
    return Incident(name, "x", "x", (), place=place, point=point)


def test_incidents_are_gathered_by_place() -> None:
    """Those with most first; without a known place they are nowhere."""
    found = located([incident("1", "a"), incident("2", "b"), incident("3", "b"), incident("4", "c", known=False)])
    assert [(place.name, [one.id for one in place.incidents]) for place in found] == [("b", ["2", "3"]), ("a", ["1"])]


def test_every_place_is_drawn_and_leads_to_its_line(page: Page, site: Site) -> None:
    """One dot a place, and the dot of a place goes to its incidents."""
    page.goto("/map")
    dots = page.locator(".map svg a")
    expect(dots.first).to_be_visible()
    points = {one.point.id for one in site.live.desk.record.incidents if one.point}
    assert dots.count() == page.locator(".places > li").count() == len(points)
    page.get_by_role("button", name="All").click()
    dots.first.press("Enter")
    expect(page.locator(".places > li:target")).to_be_in_viewport()


def test_the_map_can_be_cut_to_days(page: Page) -> None:
    """As the lists can."""
    page.goto("/map?from=1999-01-01&to=1999-01-02")
    expect(page.locator(".places")).to_contain_text("No incident has a place that is known")
    expect(page.locator(".map svg")).to_have_count(0)
