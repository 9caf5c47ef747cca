"""Filing one report: known or new, under which id, and as a version of which article."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, and_, func, insert, or_, select, update

from parley.record import Report, content_id
from parley.store.articles import address, heading, same_article
from parley.store.indexing import index_report
from parley.store.kept import Added
from parley.store.rows import report_of, report_values
from parley.store.tables import reading, report

_LONGEST_ID = 200
_BEFORE_ALL = date(1, 1, 1)


def key_of(one: Report) -> str:
    """What a report is known by: a hash of its text, title, outlet and day, whatever id it came with."""
    return content_id(one.text, one.title, one.outlet, one.published)


def file_report(connection: Connection, one: Report, at: datetime) -> tuple[int, Added]:
    """The report's row, made where it was not there."""
    key = key_of(one)
    known = connection.execute(select(report.c.seq).where(report.c.key == key)).scalar()
    if known is not None:
        return known, "known"
    others = _versions(connection, one)
    article = min([key, *others])
    values = report_values(one) | {"key": key, "id": _free_id(connection, one, key), "article": article}
    made = insert(report).values(**values, current=True, added=at).returning(report.c.seq)
    row = int(connection.execute(made).scalar_one())
    index_report(connection, row, values)
    if others:
        _join(connection, others, article)
    return row, "revision" if others else "new"


def file_reading(connection: Connection, row: int, model: str, findings: str, at: datetime) -> bool:
    """Whether the reading was not there and now is: one a report and model."""
    mine = and_(reading.c.report == row, reading.c.model == model)
    if connection.execute(select(reading.c.seq).where(mine)).first():
        return False
    connection.execute(insert(reading).values(report=row, model=model, findings=findings, added=at))
    return True


def _free_id(connection: Connection, one: Report, key: str) -> str:
    """The report's id in the record: the one that it came with, unless another report has it or it is unwieldy."""
    if len(one.id) > _LONGEST_ID:
        return key
    taken = connection.execute(select(report.c.seq).where(report.c.id == one.id)).first()
    return f"{one.id}~{key[:8]}" if taken else one.id


def _versions(connection: Connection, one: Report) -> set[str]:
    """The articles that the report is a version of: several where it shows that two were one."""
    marks = ((report.c.given, one.id), (report.c.address, address(one.url)), (report.c.heading, heading(one)))
    maybe = or_(*(column == mark for column, mark in marks if mark is not None))
    rows = connection.execute(select(report).where(maybe))
    return {row.article for row in rows if same_article(one, replace(report_of(row), id=row.given))}


def _join(connection: Connection, articles: set[str], article: str) -> None:
    """Make versions of one article of all, and put them in order: by day, then as they came."""
    connection.execute(update(report).where(report.c.article.in_(articles)).values(article=article))
    rows = connection.execute(
        select(report.c.seq, report.c.id)
        .where(report.c.article == article)
        .order_by(func.coalesce(report.c.published, _BEFORE_ALL), report.c.seq)
    ).all()
    before = None
    for place, row in enumerate(rows, start=1):
        values = {"revises": before, "current": place == len(rows)}
        connection.execute(update(report).where(report.c.seq == row.seq).values(**values))
        before = row.id
