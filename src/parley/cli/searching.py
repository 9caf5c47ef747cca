"""The command that searches a record: `parley search`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import click

from parley.cli.answering import Question, desk_of, opened, with_question, write_json
from parley.cli.filters import with_filters
from parley.cli.output import make_console, pipe_may_close, show
from parley.cli.statuses import PARTLY_READ, READ

if TYPE_CHECKING:
    from parley.exports.record_filter import Filter
    from parley.exports.record_search import Vocabulary
    from parley.exports.thing_lines import Thing
    from parley.store import Query


_PARTS = ("talks", "actors", "incidents", "demands")
_SAID = ("statements", "events")
_THINGS = ("actors", "incidents", "demands")


# -hezbollah is a word, not a request for help.
@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, required=True, metavar="WORDS…")
@click.option(
    "--in",
    "within",
    type=click.Choice(["reports", *_SAID, *_THINGS]),
    default="reports",
    help="Where; else in reports.",
)
@click.option("--newest", is_flag=True, help="The newest first, not the best.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True, metavar="N", help="How many.")
@with_filters("outlet", "from", "to")
@with_question
def search(question: Question, words: tuple[str, ...], within: str, newest: bool, limit: int, asked: Filter) -> int:
    """Find reports by their words; with --in, what was read from them, or what they say together.

    WORDS may be words, in whatever form, a "phrase in quotation marks", -word for what must not be there, title:word,
    outlet:name, after:2025-10-28 and before:2025-11 (a day, a month or a year). Quote the whole for your shell.
    """
    query = _query(words, asked)
    if within in _SAID:
        return _said(question, query, within, limit)
    if within in _THINGS:
        return _things(question, query, within, limit)
    return _reports(question, query, newest=newest, limit=limit)


def _query(words: tuple[str, ...], asked: Filter) -> Query:
    """What was typed, with the options; a word with spaces in it was a phrase before the shell took its marks away."""
    from parley.store import Query

    line = " ".join(words) if len(words) == 1 else " ".join(map(_as_typed, words))
    return Query.of(line).at(asked.outlet).between(asked.since, asked.until)


def _as_typed(word: str) -> str:
    return f'"{word}"' if " " in word and '"' not in word and ":" not in word and not word.startswith("-") else word


def _reports(question: Question, query: Query, *, newest: bool, limit: int) -> int:
    from parley.exports.report_hits import hit_json, hit_lines
    from parley.store import Store

    console = make_console()
    with Store.open(question.record, create=False) as store, pipe_may_close():
        found = store.search(query, limit=limit, newest=newest)
        if question.as_json:
            write_json(hit_json(found))
        else:
            show(hit_lines(found, console.width), console)
    return READ if found.total else PARTLY_READ


def _said(question: Question, query: Query, within: str, limit: int) -> int:
    """Statements or events."""
    from parley.asking.findings import find_events, find_statements
    from parley.cli.searching_lines import finding_json, finding_lines

    console = make_console()
    with opened(question) as record, pipe_may_close():
        found = (find_statements if within == "statements" else find_events)(record, query, limit=limit)
        if question.as_json:
            write_json(map(finding_json, found.found))
        else:
            show(finding_lines(found, console.width), console)
    return READ if found.found else PARTLY_READ


def _things(question: Question, query: Query, within: str, limit: int) -> int:
    """Actors, incidents or demands."""
    from parley.exports.record_json import to_json
    from parley.exports.record_search import Vocabulary
    from parley.exports.thing_lines import thing_lines

    console = make_console()
    with opened(question) as record, pipe_may_close():
        desk = desk_of(record, _PARTS, console.width)
        found: list[Thing] = list(_by_kind(Vocabulary(desk), within)(query))
        if question.as_json:
            write_json(to_json(one, desk) for one in found[:limit])
        else:
            show(thing_lines(found, desk, limit), console)
    return READ if found else PARTLY_READ


def _by_kind(words: Vocabulary, kind: str) -> Callable[[Query], Sequence[Thing]]:
    if kind == "actors":
        return words.actors
    return words.incidents if kind == "incidents" else words.demands
