"""What is new since somebody was here."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from parley.asking.cut import Cut
from parley.cli.keeping import filed
from parley.config import Config
from parley.progress import Progress
from parley.record import Record
from parley.web.news import News
from parley.web.pages.changes import changes_page, days_back, since_of
from parley.web.people import Person
from tests.web.serving import Site

SOON = 30.0
HAQQANI = """title: Talks resume
outlet: Doha Dispatch
date: 2025-11-10

DOHA: Talks between Afghanistan and Pakistan resumed in Istanbul on Monday, the Qatari foreign ministry
said.
"""


def file_one(site: Site, folder: Path) -> None:
    """Another program adds a report; the site takes it in when it looks next."""
    (folder / "new.txt").write_text(HAQQANI, "utf-8")
    filed((str(folder / "new.txt"),), site.live.record.store.place.name, Progress((), quiet=True, bar=False), Config())


def test_only_what_was_filed_since_is_new(own_site: Site, tmp_path: Path) -> None:
    """The same by linking the record as it was and by the record that somebody saw."""
    live = own_site.live
    live.refresh()
    moment, seen = live.as_of, live.desk.record
    news = News(live)
    cut = Cut(moment, filed=True)
    assert news.since(cut, SOON) == ()
    file_one(own_site, tmp_path)
    live.refresh()
    linked = news.since(cut, SOON)
    assert linked
    (report,) = [one.about for one in linked if one.kind == "report"]
    assert live.desk.heads[report].title == "Talks resume"
    again = News(live)
    again.hold(moment, seen)
    assert again.since(cut, SOON) == linked


def test_a_record_that_is_held_answers_without_linking(own_site: Site) -> None:
    """What was seen was nothing: everything is new."""
    news = News(own_site.live)
    moment = datetime(2031, 1, 1, tzinfo=UTC)
    news.hold(moment, Record())
    found = news.since(Cut(moment, filed=True), SOON)
    assert found is not None
    assert len([one for one in found if one.kind == "report"]) == len(own_site.live.desk.heads)


def test_what_is_not_worked_out_yet_is_not_waited_for(own_site: Site) -> None:
    """And it is there when it is asked for again."""
    news = News(own_site.live)
    cut = Cut.of("2025-11-01")
    assert news.since(cut, 0.0) is None
    assert news.since(cut, SOON * 2)


def test_changes_of_a_day_are_grouped_and_each_has_its_words(site: Site) -> None:
    """The kinds in order, a few of each, and all of one that is asked for."""
    live = site.live
    since = since_of("2025-11-07", Person("somebody", "reader"), live)
    page = changes_page(live, since, "", SOON * 2)
    assert page.groups
    assert page.groups[0].title == "The talks moved"
    assert all(row.cites for row in page.groups[0].rows)
    full = next(group for group in page.groups if group.more)
    (alone,) = changes_page(live, since, full.url.rpartition("kind=")[2], SOON).groups or ()
    assert (len(alone.rows), alone.more) == (full.total, 0)


def test_who_is_here_for_the_first_time_is_told_so(site: Site) -> None:
    """Whatever is no day means the last visit."""
    since = since_of("yesterday", Person("newcomer", "reader"), site.live)
    assert (since.asked, since.cut) == ("visit", None)
    assert changes_page(site.live, since, "", 0.0).groups == ()


def test_days_are_counted_back_from_the_last_report(site: Site) -> None:
    """Which need not be of today."""
    assert [day for _, day in days_back(site.live.desk)] == ["2025-11-08", "2025-11-02", "2025-10-12"]
