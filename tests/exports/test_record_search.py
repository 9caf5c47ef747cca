"""Actors, incidents and demands by their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parley.exports.record_desk import Desk
from parley.exports.record_search import Vocabulary
from parley.exports.thing_lines import thing_lines
from parley.linking.link import link
from parley.linking.outlets import Outlets
from parley.registry import Registry
from parley.store import Query
from tests.builders import SAMPLE, sample_reading


@pytest.fixture(scope="module")
def words() -> Vocabulary:
    """Of a record of one report."""
    record = link([sample_reading()], Registry.open(), Outlets.ours(()), (), {})
    heads = {SAMPLE.id: replace(SAMPLE, text="")}
    return Vocabulary(Desk(record, heads, {SAMPLE.id: SAMPLE}.__getitem__))


def test_actors_are_found_by_name_kind_and_side(words: Vocabulary) -> None:
    """In whatever form."""
    assert [one.name for one in words.actors(Query.of("okar"))] == ["Selim Okar"]
    assert [one.name for one in words.actors(Query.of("northern fronts"))] == ["Northern Front"]
    assert words.actors(Query.of('"front northern"')) == words.actors(Query.of("zebra")) == []
    assert words.actors(Query.of("")) == []


def test_incidents_and_demands_are_found_by_what_they_are(words: Vocabulary) -> None:
    """And by who takes part."""
    assert [one.id for one in words.incidents(Query.of("killed"))] == ["incident:gulf-007#e1"]
    assert words.incidents(Query.of("killed -attack")) == []
    assert [one.content for one in words.demands(Query.of("evidence"))] == ["evidence"]


def test_outlets_and_days_narrow_it_down(words: Vocabulary) -> None:
    """The outlet is one that tells of it; the day that of the incident."""
    for told, outlet in ((True, "harbour"), (True, "harb"), (False, "gulf")):
        query = Query.of(f"outlet:{outlet}")
        assert bool(words.incidents(query)) == bool(words.demands(query)) == bool(words.actors(query)) == told
    assert words.incidents(Query.of("killed after:2031-03-04 before:2031-03-05"))
    assert not words.incidents(Query.of("killed after:2031-03-05"))
    assert words.actors(Query.of("okar after:2031-03-06"))
    assert not words.actors(Query.of("okar before:2031-03-06"))


def test_lines_say_how_many_there_are(words: Vocabulary) -> None:
    """Of which the first are shown."""
    found = words.actors(Query.of("outlet:harbour"))
    lines = [line.plain for line in thing_lines(found, words.desk, 2)]
    assert lines[-1] == f"{len(found)} things, 2 of them shown: --limit N shows more"
    assert [line.plain for line in thing_lines([], words.desk, 2)] == ["nothing found"]
