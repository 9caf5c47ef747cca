"""A record that is open: linked once, kept for the next question, with its words at hand."""

from __future__ import annotations

import os
import pickle
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

import parley
from parley.asking import Cut, OpenRecord, open_record
from parley.asking.moments import PAST
from parley.errors import Malformed, NoRecord, NotFound
from parley.keeping import findings_of
from parley.linking.link import link
from parley.record import Judgement, Outlet, Reading, Report, Span
from parley.registry import Registry
from parley.store import Store
from tests.builders import SAMPLE, sample_reading

FILED = datetime(2031, 3, 6, 12, tzinfo=UTC)


def put(path: Path, read: Reading, at: datetime = FILED) -> None:
    """Keep a reading."""
    with Store.open(str(path)) as store:
        store.add(read.report, findings_of(read), model="by hand", at=at)


def plain(name: str, day: date | None) -> Reading:
    """A report in which nothing was found."""
    return Reading(Report(name, f"Nothing happened, says {name}.", outlet=Outlet(name), published=day))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record of one report."""
    put(tmp_path / "r.db", sample_reading())
    return tmp_path / "r.db"


@pytest.fixture
def opened(path: Path) -> Iterator[OpenRecord]:
    """That record, open."""
    with open_record(str(path)) as opened:
        yield opened


def waits(path: Path) -> list[int]:
    """How many reports are linked when the record is asked."""
    told: list[int] = []
    with open_record(str(path)) as opened:
        opened.waiting = told.append
        assert opened.record.reports
    return told


def test_it_is_the_record_of_its_readings(opened: OpenRecord) -> None:
    """As linking gives it."""
    assert opened.record == link(opened.readings(), Registry.open())
    assert opened.record.incidents


def test_it_is_linked_once(path: Path) -> None:
    """The second question is answered from what was kept; another report makes it anew."""
    assert waits(path) == [1]
    assert waits(path) == []
    put(path, plain("other", date(2031, 3, 7)))
    assert waits(path) == [2]


def test_it_takes_in_what_was_added(path: Path) -> None:
    """By whoever; what was handed out before stays as it was."""
    with open_record(str(path)) as opened:
        before = opened.record
        assert not opened.refresh()
        assert opened.record is before
        put(path, plain("other", date(2031, 3, 7)))
        assert opened.record is before
        assert opened.refresh()
        assert opened.record == link(opened.readings(), Registry.open())
        assert opened.heads.keys() == {SAMPLE.id, "other"}
        assert before.reports == (SAMPLE.id,)
        assert not opened.refresh()


def test_it_takes_in_what_was_judged(path: Path) -> None:
    """In the record and in the log."""
    with open_record(str(path)) as opened:
        target = opened.record.incidents[0].id
        judged = Judgement("j1", FILED, "ann", "name", target, value="the raid")
        opened.store.judge(judged)
        before = opened.judgements
        assert opened.refresh()
        assert (before, opened.judgements) == ((), (judged,))
        assert opened.record.incidents[0].what == "the raid"


def test_one_thread_refreshes_while_others_ask(path: Path) -> None:
    """Every record asked for is one that was there at some moment."""
    with open_record(str(path)) as opened, ThreadPoolExecutor(4) as pool:
        assert opened.record
        for number in range(4):
            put(path, plain(f"other-{number}", date(2031, 3, 7)))
            asked = [pool.submit(lambda: opened.record) for _ in range(8)]
            assert pool.submit(opened.refresh).result()
            assert {len(one.result().reports) for one in asked} <= {number + 1, number + 2}
            assert len(opened.record.reports) == len(opened.heads) == number + 2


def test_what_was_kept_is_the_same(path: Path) -> None:
    """Whole or in parts."""
    with open_record(str(path)) as first:
        made = first.record
    with open_record(str(path)) as second:
        bare = tuple(replace(one, links=(), maybe=()) for one in made.incidents)
        assert second.part("incidents").incidents == bare
        assert second.part("incidents", "grounds").incidents == made.incidents
        assert second.part("incidents").actors == {}
        assert second.record == made
        assert second.heads == {SAMPLE.id: replace(SAMPLE, text="")}


@pytest.mark.parametrize("held", [b"", b"no zlib", zlib.compress(b"no pickle"), zlib.compress(pickle.dumps(os.getcwd))])
def test_what_is_damaged_or_foreign_is_made_again(path: Path, held: bytes) -> None:
    """Nothing but nouns is read, whoever put the file there."""
    waits(path)
    for file in path.with_name("r.db-linked").rglob("incidents"):
        file.write_bytes(held)
    assert waits(path) == [1]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_does_not_matter(path: Path) -> None:
    """It is linked every time."""
    path.parent.chmod(0o500)
    try:
        assert waits(path) == [1]
        assert waits(path) == [1]
    finally:
        path.parent.chmod(0o700)


def test_few_records_are_kept(path: Path) -> None:
    """The oldest go."""
    for number in range(8):
        put(path, plain(f"other-{number}", None))
        waits(path)
    assert len(list(path.with_name("r.db-linked").iterdir())) == 6


def test_few_records_of_the_past_are_at_hand(path: Path) -> None:
    """Those that were asked for last, however many moments are asked for; the others come from the shelf."""
    cuts = [Cut(datetime(2031, 3, day, tzinfo=UTC)) for day in range(1, 9)]
    with open_record(str(path)) as opened:
        first, _second = opened.part("reports", before=cuts[0]), opened.part("reports", before=cuts[1])
        for cut in cuts[2:]:
            opened.part("reports", before=cut)
            assert opened.part("reports", before=cuts[0]) is first
        held = opened._moment().made
        assert set(held) == {cuts[0], *cuts[-PAST + 1 :]}
        assert opened.part("reports", before=cuts[1]).reports == _second.reports
        assert opened.record.reports
        assert None in held


def test_words_are_quoted(opened: OpenRecord) -> None:
    """Those that the evidence points at."""
    place = opened.record.incidents[0].slots["type"][0].evidence[0]
    assert opened.quote(place) == place.span.quote(SAMPLE)
    assert opened.reading(SAMPLE.id) == sample_reading()
    assert opened.reading("nobody") is None
    with pytest.raises(NotFound, match="no report of the record has this id"):
        opened.quote(replace(place, span=Span("nobody", 0, 1)))


def test_what_is_new_since_a_day(path: Path) -> None:
    """Reports of that day or later; those without a day are old."""
    put(path, plain("later", date(2031, 3, 7)))
    put(path, plain("undated", None))
    with open_record(str(path)) as opened:
        assert [one.about for one in opened.changes("2031-03-07")] == ["later"]
        assert {one.about for one in opened.changes("2031-03-06") if one.kind == "report"} == {SAMPLE.id, "later"}


def test_what_is_new_since_it_was_filed(path: Path) -> None:
    """Whatever day it is of."""
    put(path, plain("undated", None), at=FILED.replace(hour=13))
    with open_record(str(path)) as opened:
        assert [one.about for one in opened.changes(Cut.of("2031-03-06T12:30", filed=True))] == ["undated"]


@pytest.mark.parametrize(("given", "words"), [("soon", "is no date"), ("2031-03-06T12:30", "add --filed")])
def test_a_moment_that_is_none_is_refused(given: str, words: str) -> None:
    """With the way out."""
    with pytest.raises(Malformed, match=words):
        Cut.of(given)


def test_where_no_record_is(tmp_path: Path) -> None:
    """None is made; and the library has the same door."""
    with pytest.raises(NoRecord):
        parley.open_record(str(tmp_path / "none.db"))


def test_what_is_said_of_talks_is_linked_without_the_rest(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a large record; once, and as it is in the whole record, whatever was judged."""
    monkeypatch.setattr("parley.asking.opened.LARGE", 2)
    put(path, plain("other", date(2031, 3, 7)))
    with open_record(str(path)) as opened:
        for number, thing in enumerate((opened.record.incidents[0].id, *(one.id for one in opened.record.talks))):
            opened.store.judge(Judgement(f"j{number}", FILED, "ann", "name", thing, value="so called"))
    told: list[int] = []
    for _ in range(2):
        with open_record(str(path)) as opened:
            opened.waiting = told.append
            part = opened.part("talks", "board", "claims", "actors", "origins")
            assert opened.heads.keys() == {SAMPLE.id, "other"}
    assert told == [2]
    with open_record(str(path)) as opened:
        opened.waiting = told.append
        whole = opened.record
        assert opened.part("talks") is whole
    assert told == [2, 2]
    assert whole.incidents[0].what == "so called"
    for name in ("talks", "board", "claims", "actors", "origins"):
        assert getattr(part, name) == getattr(whole, name)
