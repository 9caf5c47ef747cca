"""Finding reports by their words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, column, func, literal_column, select, text

from parley.record import Report, Span
from parley.store.matching import Dialect, dialect_of
from parley.store.query import Query
from parley.store.rows import report_of
from parley.store.snippets import Pair, found_in, snippet
from parley.store.tables import report

__all__ = ["MANY", "Found", "Hit", "search"]

MANY = 2_000
"""What more reports hold tells none apart: then the newest come first, which is quicker, too."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A report that was found.

    The higher the score, the better it fits: it compares within one search only, and is 0 where the newest come first.
    `snippet` is the part of the text to show, `marks` are the words in it that were looked for, `in_title` those in the
    title, as `[start, end)` in its characters.
    """

    report: Report
    score: float
    snippet: Span
    marks: tuple[Span, ...] = ()
    in_title: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """Some of the reports that were found, and how many there are in all."""

    total: int
    hits: tuple[Hit, ...] = ()


def search(connection: Connection, query: Query, *, limit: int, offset: int, newest: bool) -> Found:
    """The reports that fit, of an article's versions the last; the best come first, or the newest."""
    if not query:
        return Found(0)
    dialect = dialect_of(connection)
    fitting, words = _fitting(query, dialect), {"match": dialect.match(query)}
    total = int(connection.execute(select(func.count()).select_from(fitting.subquery()), words).scalar_one())
    best = bool(query.terms) and total <= MANY and not newest
    order = _by_score(fitting, dialect) if best else _by_day(fitting)
    scores = {row.seq: float(row.score) for row in connection.execute(order.limit(limit).offset(offset), words)}
    rows = {row.seq: row for row in connection.execute(select(report).where(report.c.seq.in_(scores)))}
    return Found(total, tuple(_hit(rows[seq], score, query) for seq, score in scores.items()))


def _fitting(query: Query, dialect: Dialect) -> Select[Any]:
    """The numbers of the reports that fit."""
    seq = dialect.seq if query.terms else report.c.seq
    chosen = dialect.chosen if query.terms else select(report.c.seq)
    if query.without and not query.terms:
        chosen = chosen.where(seq.not_in(dialect.chosen))
    chosen = chosen.where(seq.not_in(select(report.c.seq).where(text("NOT current")).correlate(None)))
    days = [report.c.published >= query.since] if query.since else []
    days += [report.c.published <= query.until] if query.until else []
    return chosen.where(seq.in_(select(report.c.seq).where(*days).correlate(None))) if days else chosen


def _by_score(fitting: Select[Any], dialect: Dialect) -> Select[Any]:
    score = dialect.score.label("score")
    return fitting.add_columns(score).order_by(score.desc(), column("seq").desc())


def _by_day(fitting: Select[Any]) -> Select[Any]:
    """By an index of the days, which is gone through until there are enough; hence the plus, which hides the number."""
    hidden: ColumnElement[Any] = literal_column("+report.seq")
    chosen = select(report.c.seq, literal_column("0").label("score")).where(hidden.in_(fitting.correlate(None)))
    return chosen.order_by(report.c.published.desc().nulls_last(), report.c.seq.desc())


def _hit(row: Row[Any], score: float, query: Query) -> Hit:
    one = report_of(row)
    pairs = found_in(one.text, query.of_field("text"))
    shown = snippet(one, pairs)
    marks = tuple(one.span(*pair) for pair in pairs if shown.start <= pair[0] and pair[1] <= shown.end)
    return Hit(one, score, shown, marks, found_in(one.title or "", query.of_field("title")))
