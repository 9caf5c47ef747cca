"""Pages stay fast: docs/web.md, "How fast". `python -m benchmarks.pages` measures them at 10,000 reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path
from typing import TypeVar

import pytest
from starlette.testclient import TestClient

from benchmarks.pages import fill, pages, slower, timed
from parley.asking import open_record
from parley.exports.record_desk import Desk
from parley.record import Canon
from parley.web import Live, Settings, create_app
from parley.web.index import Index

REPORTS = 120
"""So many are linked in a few seconds; every list of them is longer than a page."""
FEW = frozenset(("talks", "related"))
"""Of these a record has some dozens, however many reports it has."""
T = TypeVar("T")


def test_no_page_of_a_crowd_takes_longer_than_it_may(examples_record: Path, tmp_path: Path) -> None:
    """By the processor's clock, as the benchmark measures it."""
    with open_record(str(examples_record)) as found:
        fill(tmp_path / "crowd.db", list(found.readings()), REPORTS)
    assert slower(timed(tmp_path / "crowd.db")) == []


class Watched(tuple[T, ...]):
    """Things of one field of a record; `gone_through` counts who goes through all of them."""

    name: str
    gone_through: Counter[str]

    def __iter__(self) -> Iterator[T]:
        self.gone_through[self.name] += 1
        return super().__iter__()


class WatchedActors(dict[str, Canon]):
    """The same of the actors."""

    gone_through: Counter[str]

    def __iter__(self) -> Iterator[str]:
        self.gone_through["actors"] += 1
        return super().__iter__()

    def values(self):  # type: ignore[no-untyped-def]  # noqa: ANN201 - the type of a view has no public name
        self.gone_through["actors"] += 1
        return super().values()


@pytest.fixture
def gone_through() -> Counter[str]:
    """How often each field of the record was gone through."""
    return Counter()


@pytest.fixture
def watched(examples_record: Path, gone_through: Counter[str]) -> Iterator[Live]:
    """A record that tells when all of it is gone through."""
    with open_record(str(examples_record)) as found:
        live = Live(found, Settings(user="somebody").now)
        desk, made = live.desk, {}
        for name in (field.name for field in fields(desk.record)):
            things = getattr(desk.record, name)
            if isinstance(things, tuple):
                made[name] = Watched(things)
                made[name].name, made[name].gone_through = name, gone_through
        actors = WatchedActors(desk.record.actors)
        actors.gone_through = gone_through
        record = replace(desk.record, actors=actors, **made)
        live._index = Index(Desk(record, desk.heads, desk.report, desk.judgements, registry=found.registry))
        yield live


def test_no_page_goes_through_the_whole_record(watched: Live, gone_through: Counter[str]) -> None:
    """So a page takes no longer where there are more reports: what needs all of them is worked out once a snapshot."""
    client = TestClient(create_app(watched, Settings(user="somebody")), base_url="http://localhost")
    watched.index.warm()
    assert gone_through["incidents"] > 0
    found: dict[tuple[str, str], int] = {}
    for name, address in pages(watched.index).items():
        client.get(address)
        gone_through.clear()
        assert client.get(address).status_code == 200
        found |= {(name, field): times for field, times in gone_through.items() if field not in FEW}
    assert found == {}
