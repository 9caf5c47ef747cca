"""How much of a long list is shown."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps

import click

__all__ = ["with_most"]

ON_SCREEN = 100
"""So many things fill some screens; who wants more says so, or sends them to a file."""


def with_most(command: Callable[..., int]) -> Callable[..., int]:
    """`--most`, which the command gets as a number of things, or None for all, under the name `most`."""

    @wraps(command)
    def run(most: int | None, **options: object) -> int:
        if most is None and sys.stdout.isatty():
            most = ON_SCREEN
        return command(most=most or None, **options)

    return click.option(
        "--most",
        type=click.IntRange(0),
        metavar="N",
        help=f"So many lines of the list; 0 is all. On a screen {ON_SCREEN}; in a pipe, a file or JSON all.",
    )(run)
