"""The record as it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, Row, Select, Table, and_, func, insert, select, update

from parley.record import Failure, Judgement, Passage, Report, Span, refind
from parley.store import opening
from parley.store.adding import file_reading, file_report
from parley.store.faults import told
from parley.store.kept import Added, Failed, Kept, Revision, Summary
from parley.store.places import Place, place_of
from parley.store.query import Query
from parley.store.rows import (
    failed_of,
    judgement_of,
    judgement_values,
    kept_of,
    passage_of,
    passage_values,
    report_of,
)
from parley.store.searching import Found, search
from parley.store.tables import failure, judgement, passage, reading, report
from parley.store.upgrading import ensure_tables

_AT_ONCE = 50
"""So many reports are in memory while they are gone through."""


class Store:
    """Reports, readings, failures and judgements in one file or database.

    Every method is a transaction of its own: whatever happens, it was done wholly or not at all. Several stores may be
    open at one place, in this process or in others; they take turns to write. All raise StoreError where the database
    refuses. Readings are kept as the caller writes them: what is in them is no matter here.
    """

    def __init__(self, engine: Engine, place: Place) -> None:
        self.engine, self.place = engine, place

    @classmethod
    def open(cls, where: str, *, create: bool = True) -> Self:
        """The record at a path or at `postgresql://…`; a new one where there is none, or NoRecord without `create`."""
        place = place_of(where)
        with told(place.name):
            store = cls(opening.engine_of(place, create=create), place)
            try:
                ensure_tables(store.engine, place, create=create)
            except BaseException:
                store.close()
                raise
        return store

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def has(self, key: str) -> bool:
        """Whether a report of that content is there; `key_of` gives the key."""
        with self.reading() as connection:
            return connection.execute(select(report.c.seq).where(report.c.key == key)).first() is not None

    def add(self, one: Report, findings: str, *, model: str, at: datetime) -> Added:
        """Keep a report and what a model read in it."""
        with self.writing() as connection:
            row, added = file_report(connection, one, at)
            read = file_reading(connection, row, model, findings, at)
            return "reread" if read and added == "known" else added

    def reports(self, *, superseded: bool = False) -> Iterator[Report]:
        """The reports by day and id; of an article's versions the last, or with `superseded` all."""
        chosen = select(report) if superseded else select(report).where(report.c.current)
        return map(report_of, self._each(chosen.order_by(*_ORDER)))

    def kept(self, model: str | None = None, *, superseded: bool = False) -> Iterator[Kept]:
        """The reports as `reports` gives them, each with its latest reading, or with that of one model."""
        query = _with_readings(model).order_by(*_ORDER)
        return map(kept_of, self._each(query if superseded else query.where(report.c.current)))

    def get(self, report_id: str, model: str | None = None) -> Kept | None:
        """One report by its id in the record, with its latest reading or that of one model."""
        with self.reading() as connection:
            row = connection.execute(_with_readings(model).where(report.c.id == report_id)).first()
            return kept_of(row) if row else None

    def report(self, report_id: str) -> Report:
        """The report of that id in the record; raises KeyError where there is none."""
        with self.reading() as connection:
            row = connection.execute(select(report).where(report.c.id == report_id)).first()
        if row is None:
            raise KeyError(report_id)
        return report_of(row)

    def search(self, query: Query | str, *, limit: int = 20, offset: int = 0, newest: bool = False) -> Found:
        """The reports that a line such as "second round" -market outlet:dawn after:2025-10 asks for; see `Query.of`.

        Of an article's versions the last is found. Any line means something; an empty one finds nothing. The best come
        first, or with `newest`, or where very many fit, the newest.
        """
        asked = Query.of(query) if isinstance(query, str) else query
        with self.reading() as connection:
            return search(connection, asked, limit=limit, offset=offset, newest=newest)

    def unread(self, model: str) -> tuple[str, ...]:
        """The ids of the reports that this model has not read."""
        read = select(reading.c.report).where(reading.c.model == model)
        with self.reading() as connection:
            return tuple(connection.scalars(select(report.c.id).where(report.c.seq.not_in(read)).order_by(*_ORDER)))

    def revisions(self) -> Iterator[Revision]:
        """Which report revises which, by id."""
        chosen = select(report.c.revises, report.c.id).where(report.c.revises.is_not(None)).order_by(report.c.id)
        return (Revision(row.revises, row.id) for row in self._each(chosen))

    def latest(self, report_id: str) -> Report | None:
        """The last version of the article that a report is one of."""
        article = select(report.c.article).where(report.c.id == report_id).scalar_subquery()
        with self.reading() as connection:
            row = connection.execute(select(report).where(report.c.article == article, report.c.current)).first()
            return report_of(row) if row else None

    def fail(self, failed: Failure, *, at: datetime) -> None:
        """Note that an input could not be read; once an input, however often it is tried."""
        said = str(failed.error) or type(failed.error).__name__
        values = {"step": failed.step, "reason": said, "last": at, "settled": None}
        mine = failure.c.source == failed.source
        with self.writing() as connection:
            again = connection.execute(update(failure).where(mine).values(**values, times=failure.c.times + 1))
            if not again.rowcount:
                connection.execute(insert(failure).values(**values, source=failed.source, first=at, times=1))

    def settle(self, source: str, *, at: datetime) -> None:
        """Note that an input which had failed was read."""
        mine = and_(failure.c.source == source, failure.c.settled.is_(None))
        with self.reading() as connection:
            if not connection.execute(select(failure.c.seq).where(mine)).first():
                return
        with self.writing() as connection:
            connection.execute(update(failure).where(mine).values(settled=at))

    def failures(self) -> Iterator[Failed]:
        """What could not be read and was not read since, in the order in which it first failed."""
        return map(failed_of, self._each(select(failure).where(failure.c.settled.is_(None)).order_by(failure.c.seq)))

    def judge(self, one: Judgement, passages: Iterable[Passage] = ()) -> bool:
        """Append a judgement with the passages that it rests on; False where it is there already, by its id.

        It outlives a power cut from the moment that this returns.
        """
        with self.writing(durable=True) as connection:
            if connection.execute(select(judgement.c.seq).where(judgement.c.id == one.id)).first():
                return False
            connection.execute(insert(judgement).values(**judgement_values(one)))
            for words in passages:
                connection.execute(insert(passage).values(**passage_values(words, one.id)))
            return True

    def judgements(self) -> Iterator[Judgement]:
        """The log, in the order of its moments, then of its ids: the same however it was put together."""
        return map(judgement_of, self._each(select(judgement).order_by(judgement.c.at, judgement.c.id)))

    def passages(self, judgement_id: str) -> dict[Passage, Span | None]:
        """The passages of a judgement, each with where its words are in the last version; None where it is orphaned."""
        chosen = select(passage).where(passage.c.judgement == judgement_id).order_by(passage.c.seq)
        with self.reading() as connection:
            words = [passage_of(row) for row in connection.execute(chosen)]
        latest = {name: self.latest(name) for name in {one.span.report for one in words}}
        return {one: refind(one, found) if (found := latest[one.span.report]) else None for one in words}

    def summary(self) -> Summary:
        """How much there is."""
        open_failures = select(func.count()).select_from(failure).where(failure.c.settled.is_(None))
        revised = select(func.count()).select_from(report).where(report.c.revises.is_not(None))
        counts = [_count(report), revised, _count(reading), open_failures, _count(judgement)]
        with self.reading() as connection:
            return Summary(*(int(connection.execute(query).scalar_one()) for query in counts))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the record, for the other files of this room."""
        with told(self.place.name), opening.reading(self.engine) as connection:
            yield connection

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Connection]:
        """A transaction that no other writer shares, for the other files of this room; see `opening.writing`."""
        with told(self.place.name), opening.writing(self.engine, durable=durable) as connection:
            yield connection

    def _each(self, query: Select[Any]) -> Iterator[Row[Any]]:
        """The rows as they were at one moment, few in memory at a time."""
        with (
            self.reading() as connection,
            connection.execution_options(yield_per=_AT_ONCE).execute(query) as rows,
        ):
            yield from rows


_ORDER = (report.c.published.is_(None), report.c.published, report.c.id)


def _with_readings(model: str | None) -> Select[Any]:
    """Reports, each with its latest reading or with that of one model."""
    mine = reading.alias()
    last = select(func.max(mine.c.seq)).where(mine.c.report == report.c.seq)
    if model is not None:
        last = last.where(mine.c.model == model)
    joined = report.join(reading, reading.c.seq == last.correlate(report).scalar_subquery())
    return select(report, reading.c.model, reading.c.findings).select_from(joined)


def _count(table: Table) -> Select[Any]:
    return select(func.count()).select_from(table)
