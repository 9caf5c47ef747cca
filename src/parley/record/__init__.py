"""The nouns: frozen dataclasses that need only the standard library."""

from parley.record.actor import Actor, Mention, Party
from parley.record.event import Event, Figure, Place
from parley.record.failure import Failure
from parley.record.reading import Origin, Reading, Sentence
from parley.record.report import Outlet, Report, content_id
from parley.record.span import Span
from parley.record.statement import How, Statement
from parley.record.when import Known, When

__all__ = [
    "Actor",
    "Event",
    "Failure",
    "Figure",
    "How",
    "Known",
    "Mention",
    "Origin",
    "Outlet",
    "Party",
    "Place",
    "Reading",
    "Report",
    "Sentence",
    "Span",
    "Statement",
    "When",
    "content_id",
]
