"""Commands that ask a record for its lists: the board, the days, incidents, demands, disputes, actors, sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from parley.cli.answering import Question, answer, with_question
from parley.cli.filters import with_filters
from parley.cli.lengths import with_most

if TYPE_CHECKING:
    from parley.exports.record_filter import Filter


@click.command()
@with_filters("talks", "on")
@with_question
def status(question: Question, asked: Filter) -> int:
    """Show the board: what state the talks are in, since when, by which rule, and who claims otherwise."""
    from parley.exports.record_status import status_json, status_lines

    parts = ("talks", "board", "claims", "actors")
    return answer(question, parts, lambda desk: status_lines(desk, asked), lambda desk: status_json(desk, asked))


@click.command()
@with_filters()
@with_question
def timeline(question: Question, asked: Filter) -> int:
    """Show the record day by day; --type board, claim, incident or demand shows one kind of line only."""
    from parley.exports.record_timeline import timeline_json, timeline_lines

    parts = ("talks", "board", "claims", "actors", "incidents", "demands")
    return answer(question, parts, lambda desk: timeline_lines(desk, asked), lambda desk: timeline_json(desk, asked))


@click.command()
@with_filters()
@with_most
@with_question
def demands(question: Question, asked: Filter, most: int | None) -> int:
    """List demands, pledges and guarantees, each with what became of it and who says so."""
    from parley.exports.record_demands import demand_json, demand_lines

    parts = ("talks", "actors", "demands")
    return answer(question, parts, lambda desk: demand_lines(desk, asked, most), lambda desk: demand_json(desk, asked))


@click.command()
@with_filters()
@with_most
@with_question
def disputes(question: Question, asked: Filter, most: int | None) -> int:
    """List what is told differently, and by whom; never who is right."""
    from parley.exports.record_disputes import dispute_json, dispute_lines

    parts = ("talks", "actors", "incidents", "demands", "disputes")
    return answer(
        question, parts, lambda desk: dispute_lines(desk, asked, most), lambda desk: dispute_json(desk, asked)
    )


@click.command()
@with_filters()
@with_most
@with_question
def incidents(question: Question, asked: Filter, most: int | None) -> int:
    """List incidents: when, what, where, how many, and by how many origins they are told."""
    from parley.exports.record_incidents import incident_json, incident_lines

    parts = ("talks", "actors", "incidents")
    return answer(
        question, parts, lambda desk: incident_lines(desk, asked, most), lambda desk: incident_json(desk, asked)
    )


@click.command()
@with_filters()
@with_question
def actors(question: Question, asked: Filter) -> int:
    """List who takes part: names, for whom they act, how many reports name them, how much they claim."""
    from parley.exports.record_actors import actor_json, actor_lines

    parts = ("talks", "actors", "origins", "claims", "incidents", "demands")
    return answer(question, parts, lambda desk: actor_lines(desk, asked), lambda desk: actor_json(desk, asked))


@click.command()
@with_filters("outlet", "from", "to")
@with_question
def sources(question: Question, asked: Filter) -> int:
    """List outlets and the origins they rest on, with how often each is first, and how often alone."""
    from parley.exports.record_sources import source_json, source_lines

    parts = ("actors", "origins", "related", "incidents")
    return answer(question, parts, lambda desk: source_lines(desk, asked), lambda desk: source_json(desk, asked))


COMMANDS = (status, timeline, demands, disputes, incidents, actors, sources)
