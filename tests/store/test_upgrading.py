"""Records of earlier versions."""

from __future__ import annotations

from datetime import datetime

import pytest
from alembic import command
from sqlalchemy import insert, text

from parley.record import Report
from parley.store import Store, tables
from parley.store.indexing import INDEX
from parley.store.opening import MARK, engine_of, writing
from parley.store.places import place_of
from parley.store.rows import report_values
from parley.store.upgrading import alembic_config, version_of
from tests.store.filing import NOON, OTHER, TEXT, held, report

MANY = 120


def as_it_was(where: str, version: str, *reports: Report, at: datetime = NOON) -> None:
    """A record of that version with some reports in it."""
    place = place_of(where)
    engine = engine_of(place, create=True)
    with writing(engine) as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, version)
        if place.file:
            connection.execute(text(f"PRAGMA application_id = {MARK}"))
        for one in reports:
            ids = {"id": one.id, "key": one.id, "article": one.id}
            connection.execute(insert(tables.report).values(**report_values(one), **ids, current=True, added=at))
    engine.dispose()


def test_an_old_record_gets_its_index(where: str) -> None:
    """With all reports that it has, and keeps them as they are."""
    reports = [report(f"{OTHER} Number {number}.", f"r{number}") for number in range(MANY)]
    as_it_was(where, "0001", *reports, Report("odd", "a\x00b\ud800c"), report(TEXT, "t"))
    with Store.open(where) as store, store.engine.connect() as connection:
        assert version_of(connection) == tables.VERSION
        rows = connection.execute(text(f"SELECT count(*) FROM {INDEX}")).scalar()
        assert rows == store.summary().reports == MANY + 2
        assert {one.text for one in store.reports()} >= {reports[0].text, "a\x00b\ud800c", TEXT}


@pytest.mark.parametrize("version", ["0001", "0002"])
def test_it_is_done_wholly_or_not_at_all(where: str, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stopped in between, the record is as it was, and the next time it comes off."""
    as_it_was(where, version)

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("alembic.op.create_table", stopped)
        with pytest.raises(KeyboardInterrupt):
            Store.open(where)
    with Store.open(where) as store:
        assert held(store) == ([], [], [])
