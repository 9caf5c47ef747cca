"""Rows of the tables as nouns, and nouns as rows."""

from __future__ import annotations

from datetime import datetime
from typing import Any, cast

from sqlalchemy import Row

from parley.record import Judgement, Outlet, Passage, Report, Span
from parley.record.judgement import Verb
from parley.store.articles import address, heading
from parley.store.kept import Failed, Kept

Values = dict[str, object]


def report_values(report: Report) -> Values:
    """What a report fills of its row, its ids apart."""
    outlet = report.outlet or Outlet()
    return {
        "given": report.id,
        "address": address(report.url),
        "heading": heading(report),
        "title": report.title,
        "outlet": outlet.name,
        "site": outlet.site,
        "country": outlet.country,
        "kind": outlet.kind,
        "published": report.published,
        "dateline": report.dateline,
        "url": report.url,
        "author": report.author,
        "credits": report.credits,
        "language": report.language,
        "text": report.text,
    }


def report_of(row: Row[Any]) -> Report:
    """The report of a row, under its id in the record."""
    outlet = Outlet(row.outlet, row.site, row.country, row.kind)
    return Report(
        id=row.id,
        text=row.text,
        title=row.title,
        outlet=None if outlet == Outlet() else outlet,
        published=row.published,
        dateline=row.dateline,
        url=row.url,
        author=row.author,
        credits=row.credits,
        language=row.language,
    )


def kept_of(row: Row[Any]) -> Kept:
    """A report with one of its readings."""
    return Kept(report_of(row), row.findings, row.model, row.revises, row.current, row.added)


def failed_of(row: Row[Any]) -> Failed:
    """What could not be read."""
    return Failed(row.source, row.step, row.reason, row.first, row.last, row.times)


def judgement_values(judgement: Judgement) -> Values:
    """The row of a judgement."""
    return {
        "id": judgement.id,
        "at": judgement.at,
        "by": judgement.user,
        "verb": judgement.verb,
        "target": judgement.target,
        "others": judgement.others,
        "field": judgement.field,
        "value": judgement.value,
        "why": judgement.why,
        "quote": judgement.quote,
        "reader": judgement.reader,
    }


def judgement_of(row: Row[Any]) -> Judgement:
    """The judgement of a row."""
    return Judgement(
        id=row.id,
        at=cast(datetime, row.at),
        user=row.by,
        verb=cast(Verb, row.verb),
        target=row.target,
        others=row.others,
        field=row.field,
        value=row.value,
        why=row.why,
        quote=row.quote,
        reader=row.reader,
    )


def passage_values(passage: Passage, judgement: str) -> Values:
    """The row of a passage that a judgement rests on."""
    return {
        "judgement": judgement,
        "report": passage.span.report,
        "start": passage.span.start,
        "stop": passage.span.end,
        "exact": passage.exact,
        "prefix": passage.prefix,
        "suffix": passage.suffix,
    }


def passage_of(row: Row[Any]) -> Passage:
    """The passage of a row."""
    return Passage(Span(row.report, row.start, row.stop), row.exact, row.prefix, row.suffix)
