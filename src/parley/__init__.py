"""Parley reads news reports of conflicts and their talks.

`read` reads one text, `read_many` any number of reports; both give a `Reading`: the report and everything found in it.
`open_record` opens a record that was kept: what many reports say together.
Nothing heavy is imported before it is asked for.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from parley.asking import OpenRecord, open_record
    from parley.errors import ParleyError
    from parley.pipeline import read, read_many
    from parley.record import (
        Actor,
        Event,
        Failure,
        Figure,
        Mention,
        Outlet,
        Party,
        Place,
        Reading,
        Record,
        Report,
        Sentence,
        Span,
        Statement,
        When,
    )

__all__ = [
    "Actor",
    "Event",
    "Failure",
    "Figure",
    "Mention",
    "OpenRecord",
    "Outlet",
    "ParleyError",
    "Party",
    "Place",
    "Reading",
    "Record",
    "Report",
    "Sentence",
    "Span",
    "Statement",
    "When",
    "open_record",
    "read",
    "read_many",
]

__version__ = "0.1.0"

_ELSEWHERE = {
    "OpenRecord": "parley.asking",
    "ParleyError": "parley.errors",
    "open_record": "parley.asking",
    "read": "parley.pipeline",
    "read_many": "parley.pipeline",
}


def __getattr__(name: str) -> object:
    """A public name, imported when it is first used."""
    if name not in __all__:
        raise AttributeError(f"module 'parley' has no attribute {name!r}")
    value: object = getattr(import_module(_ELSEWHERE.get(name, "parley.record")), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
