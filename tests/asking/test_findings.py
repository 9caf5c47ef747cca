"""Statements and events by their words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from parley.asking import OpenRecord, open_record
from parley.asking.findings import Findings, find_events, find_statements
from parley.keeping import findings_of
from parley.store import Query, Store
from tests.builders import SAMPLE, sample_reading


@pytest.fixture
def record(tmp_path: Path) -> Iterator[OpenRecord]:
    """A record of one report."""
    path = tmp_path / "r.db"
    one = sample_reading()
    with Store.open(str(path)) as store:
        store.add(one.report, findings_of(one), model="by hand", at=datetime(2031, 3, 9, tzinfo=UTC))
    with open_record(str(path)) as opened:
        yield opened


def ids(found: Findings) -> list[str]:
    """What was found."""
    return [str(one.ref).partition("#")[2] for one in found.found]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("front", ["s0"]),
        ("army front", ["s0"]),
        ("police", ["s1"]),
        ("police killed", ["s1"]),
        ("police army", []),
        ('"return to the talks"', ["s0"]),
        ("okar asked evidence", ["s2"]),
        ("text:okar", []),
        ("evidence -okar", []),
        ("-army", []),
        ("-army outlet:harbour", ["s1", "s2"]),
        ("outlet:harbour army", ["s0"]),
        ("outlet:other army", []),
        ("after:2031-03-06", ["s0", "s1", "s2"]),
        ("before:2031-03-06", []),
        ("", []),
    ],
)
def test_statements_are_found_by_speaker_and_content(record: OpenRecord, typed: str, expected: list[str]) -> None:
    """Which hold all the words together, not the report as a whole."""
    assert ids(find_statements(record, Query.of(typed))) == expected


def test_events_are_found_by_sentence_and_parties(record: OpenRecord) -> None:
    """All of a sentence."""
    assert ids(find_events(record, Query.of("killed"))) == ["e1"]
    assert ids(find_events(record, Query.of("return front"))) == ["e0"]
    assert ids(find_events(record, Query.of("zebra"))) == []


def test_the_words_are_marked_in_their_places(record: OpenRecord) -> None:
    """By where they are in the report."""
    (one,) = find_statements(record, Query.of("okar evidence none")).found
    assert [mark.quote(SAMPLE) for mark in one.marks] == ["evidence", "none"]
    assert one.who.startswith("Selim Okar")


def test_pages_put_together_are_the_whole(record: OpenRecord) -> None:
    """And each knows whether there is more."""
    everything = Query.of("after:2031")
    pages = [find_statements(record, everything, limit=1, offset=number) for number in range(4)]
    assert [ids(page) for page in pages] == [["s0"], ["s1"], ["s2"], []]
    assert [(page.more, page.whole) for page in pages] == [(True, True), (True, True), (False, True), (False, True)]
