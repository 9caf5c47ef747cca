"""What hangs on what."""

from __future__ import annotations

from parley.web.index import Index, places_of
from tests.web.serving import Site


def test_everything_is_found_from_every_end(site: Site) -> None:
    """What an index leads to is what going through the whole record finds."""
    desk = site.live.desk
    index = Index(desk)
    record = desk.record
    for report in desk.heads:
        told = [one for one in record.incidents if any(ref.report == report for ref in one.members)]
        assert list(index.incidents_in.get(report, ())) == told
        asked = [one for one in record.demands if any(place.ref.report == report for place in places_of(one))]
        assert list(index.demands_in.get(report, ())) == asked
        assert report in index.origin_of[report].reports
    for dispute in record.disputes:
        assert dispute in index.disputes_about[dispute.about]
    for actor in record.actors:
        assert list(index.demands_with.get(actor, ())) == [one for one in record.demands if actor in one.by + one.to]
    assert sorted(name for names in index.reports_of.values() for name in names) == sorted(desk.heads)


def test_the_reports_of_an_outlet_stand_in_the_order_of_their_days(site: Site) -> None:
    """By the calendar: the 8th of a month comes before the 26th."""
    index = Index(site.live.desk)
    for names in index.reports_of.values():
        days = [day for name in names if (day := site.live.desk.published(name))]
        assert days == sorted(days)
