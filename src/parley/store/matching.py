"""A query in the language of either database's index.

Stems hold letters and digits only, so that none of them means anything there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, literal_column, select, text, true

from parley.store.indexing import INDEX, in_field
from parley.store.query import Field, Query, Term

__all__ = ["Dialect", "dialect_of"]


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an index is asked: its column of the reports' numbers, the condition and the score by `:match`, how a term is
    written, and what joins terms of which all, any, or not one is wanted."""

    number: str
    fits: str
    score: ColumnElement[Any]
    write: Callable[[Term], str]
    joints: tuple[str, str, str]

    @property
    def seq(self) -> ColumnElement[Any]:
        """The number of the report; the plus keeps SQLite from asking the index once for each number."""
        return literal_column(f"+{INDEX}.{self.number}")

    @property
    def chosen(self) -> Select[Any]:
        """The numbers of the reports that fit `:match`."""
        return select(self.seq.label("seq")).select_from(text(INDEX)).where(text(self.fits))

    def match(self, query: Query) -> str:
        """What fits all terms and none of those unwanted; without any terms, what fits one of those unwanted."""
        both, either, but = self.joints
        wanted, unwanted = map(self.write, query.terms), map(self.write, query.without)
        if not query.terms:
            return either.join(unwanted)
        fits = both.join(wanted)
        return f"({fits}) {but} ({either.join(unwanted)})" if query.without else fits


_PLANNING = {
    # It takes a look at all reports to be cheaper than it is, since their words lie elsewhere, and compressed.
    "enable_seqscan": "off",
    # Then it would take half a second to compile a plan that runs for some thousandths of one.
    "jit": "off",
    # A plan for words of any frequency, made once, took 200 times as long for frequent ones within some days.
    "plan_cache_mode": "force_custom_plan",
}


def dialect_of(connection: Connection) -> Dialect:
    """How the index of that database is asked."""
    if connection.dialect.name == "sqlite":
        return _SQLITE
    connection.execute(select(*(func.set_config(name, value, true()) for name, value in _PLANNING.items())))
    return _POSTGRES


def _fts5(term: Term) -> str:
    words = f'"{" ".join(term.stems)}"{" *" if term.field == "outlet" else ""}'
    return f"{term.field} : {words}" if term.field else words


def _tsquery(term: Term) -> str:
    words = [f"'{_lexeme(stem, term.field)}'{':D' if term.field == 'text' else ''}" for stem in term.stems]
    return f"({' <-> '.join(words)}{':*' if term.field == 'outlet' else ''})"


def _lexeme(stem: str, field: Field | None) -> str:
    return stem if field is None or field == "text" else in_field(field, stem)


# How much a word counts in the title, the text, the outlet's name, the dateline; tsvectors are asked in another order.
_BM25: ColumnElement[Any] = literal_column(f"-bm25({INDEX}, 8, 1, 2, 2)")
_TS_RANK = func.ts_rank(text("'{0.125, 0.25, 0.25, 1}'"), text("words"), text("CAST(:match AS tsquery)"), text("1"))
_SQLITE = Dialect("rowid", f"{INDEX} MATCH :match", _BM25, _fts5, (" AND ", " OR ", "NOT"))
_POSTGRES = Dialect("report", "words @@ CAST(:match AS tsquery)", _TS_RANK, _tsquery, (" & ", " | ", "& !"))
