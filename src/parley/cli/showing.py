"""Commands that show one thing of a record, or what is new in it."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parley.cli.answering import Question, desk_of, opened, with_question, write_json
from parley.cli.filters import with_filters
from parley.cli.output import is_plain, make_console, pipe_may_close, show
from parley.cli.statuses import READ

if TYPE_CHECKING:
    from parley.exports.record_brief import Brief
    from parley.exports.record_filter import Filter

_ALL = ("talks", "board", "claims", "actors", "incidents", "demands", "disputes", "origins", "copies")
_GROUNDS = "grounds"


@click.command("show")
@click.argument("id_", metavar="ID")
@with_question
def show_one(question: Question, id_: str) -> int:
    """Show one thing with all it rests on, word for word, and what people decided about it.

    ID is that of an incident, demand, dispute, actor, origin, report, of talks, a round or a truce, or of a finding
    (a1#e3); a part of it will do where only one thing has it.
    """
    from parley.exports.record_find import find
    from parley.exports.record_show import show_json, show_lines

    console = make_console()
    with opened(question) as record, pipe_may_close():
        desk = desk_of(record, (*_ALL, _GROUNDS), console.width)
        found = find(id_, desk)
        if question.as_json:
            write_json([show_json(found, desk)])
        else:
            show(show_lines(found, desk), console)
    return READ


@click.command()
@click.option("--since", "moment", required=True, metavar="MOMENT", help="Published from that day on, as 2025-11-01.")
@click.option("--filed", is_flag=True, help="By when reports were added instead; MOMENT may have a time (UTC).")
@with_filters()
@with_question
def changes(question: Question, asked: Filter, moment: str, filed: bool) -> int:
    """Show what is new since a moment: statuses, incidents, figures, demands, disputes, reports."""
    from parley.asking import Cut
    from parley.exports.record_changes import change_json, change_lines

    console = make_console()
    cut = Cut.of(moment, filed=filed)
    with opened(question) as record, pipe_may_close():
        found = record.changes(cut)
        desk = desk_of(record, _ALL, console.width)
        if question.as_json:
            write_json(change_json(desk, found, asked))
        else:
            show(change_lines(desk, found, asked), console)
    return READ


@click.command()
@click.argument("id_", metavar="ID")
@with_question
def report(question: Question, id_: str) -> int:
    """Show a report of the record with what was found in it marked, as `parley read` does."""
    from parley.errors import NotFound
    from parley.exports.jsonl import to_line
    from parley.exports.record_find import report_id
    from parley.exports.terminal import report_lines

    console = make_console()
    with opened(question) as record, pipe_may_close():
        read = record.reading(report_id(id_, record.heads))
        if read is None:
            raise NotFound(id_, "was not read", "read it again: parley reread")
        if question.as_json:
            click.echo(to_line(read))
        else:
            show(report_lines(read, width=console.width, plain=is_plain(console)), console)
    return READ


@click.command()
@click.option("--since", "moment", required=True, metavar="MOMENT", help="What is new counts from here, as in changes.")
@click.option("--filed", is_flag=True, help="By when reports were added instead; MOMENT may have a time (UTC).")
@click.option("--md", "form", flag_value="md", default=True, help="Markdown (as without any of these).")
@click.option("--html", "form", flag_value="html", help="One HTML page that needs nothing else.")
@click.option("--docx", "form", flag_value="docx", help="A Word document; needs --out or a pipe.")
@click.option("--out", type=click.Path(path_type=Path), metavar="FILE", help="Write there, not on the screen.")
@with_filters("talks")
@with_question
def brief(question: Question, asked: Filter, moment: str, filed: bool, form: str, out: Path | None) -> int:
    """Write a situation report: where it stands, what changed, incidents, disputes; every line with its citation."""
    from parley.asking import Cut
    from parley.exports.record_brief import brief_of
    from parley.exports.record_json import to_json

    cut = Cut.of(moment, filed=filed)
    with opened(question) as record, pipe_may_close():
        desk = desk_of(record, _ALL)
        made = brief_of(desk, record.changes(cut), cut.words, asked)
        if question.as_json:
            write_json([to_json(made, desk)])
        else:
            _write(_formed(made, form), out)
    return READ


def _formed(made: Brief, form: str) -> str | bytes:
    from parley.exports.record_markdown import to_html, to_markdown

    if form == "docx":
        from parley.exports.record_docx import to_docx

        return to_docx(made)
    return to_html(made) if form == "html" else to_markdown(made)


def _write(content: str | bytes, out: Path | None) -> None:
    if out is None:
        if isinstance(content, bytes) and sys.stdout.isatty():
            raise click.UsageError("a Word document is not for the screen; say where: --out brief.docx")
        click.echo(content, nl=False)
    elif isinstance(content, bytes):
        out.write_bytes(content)
    else:
        out.write_text(content, "utf-8")


COMMANDS = (changes, show_one, report, brief)
