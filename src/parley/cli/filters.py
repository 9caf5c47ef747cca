"""Options that choose lines of a record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from parley.errors import Malformed

if TYPE_CHECKING:
    from parley.exports.record_filter import Filter

__all__ = ["with_filters"]

Command = Callable[..., int]
Option = Callable[[Command], Command]

_OPTIONS: dict[str, Option] = {
    "talks": click.option("--talks", metavar="NAME", help="Of these talks, by id or by part of their name."),
    "actor": click.option("--actor", metavar="NAME", help="In which somebody so called takes part or speaks."),
    "side": click.option("--side", metavar="NAME", help="In which somebody of that side takes part or speaks."),
    "outlet": click.option("--outlet", metavar="NAME", help="That this outlet tells."),
    "type": click.option("--type", "kind", metavar="TYPE", help="Of this type, as attack, demand, ended-no-deal."),
    "from": click.option("--from", "since", metavar="DAY", help="Not before that day, as 2025-10-28."),
    "to": click.option("--to", "until", metavar="DAY", help="Not after that day."),
    "on": click.option("--on", "until", metavar="DAY", help="As it stood on that day, as 2025-10-28."),
    "origins": click.option(
        "--min-origins", "origins", type=click.IntRange(1), default=1, metavar="N", help="That so many origins tell."
    ),
}
_DAYS = {"since": "--from", "until": "--to"}
ALL = ("talks", "actor", "side", "outlet", "type", "from", "to", "origins")


def with_filters(*names: str) -> Callable[[Command], Command]:
    """The named options, or all; the command gets them as one `Filter` under the name `asked`."""

    def decorate(command: Command) -> Command:
        @wraps(command)
        def run(**options: Any) -> int:  # noqa: ANN401 - whatever the command's other options are
            given = {name: options.pop(name) for name in _FIELDS if name in options}
            return command(asked=_filter(given), **options)

        decorated: Command = run
        for name in reversed(names or ALL):
            decorated = _OPTIONS[name](decorated)
        return decorated

    return decorate


_FIELDS = ("talks", "actor", "side", "outlet", "kind", "since", "until", "origins")


def _filter(given: dict[str, Any]) -> Filter:
    from parley.exports.record_filter import Filter

    days = {name: _day(given.get(name), option) for name, option in _DAYS.items()}
    return Filter(**(given | {name: day for name, day in days.items() if name in given}))


def _day(given: str | None, option: str) -> date | None:
    if given is None:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError as problem:
        raise Malformed(option, f"{given!r} is no date", "write it as 2025-11-08") from problem
