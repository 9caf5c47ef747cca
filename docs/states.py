"""Who says that the talks are in which state, over many reports."""

import sys

import parley
from parley.sources import read_reports

STATES = ("stalled", "ended-no-deal", "resumed", "ended-deal")


def claimant(reading: parley.Reading, event: parley.Event) -> str:
    """The words for the source whose word it is."""
    source = None if event.statement is None else reading.statements[event.statement].source
    return source.span.quote(reading.report) if source and source.span else "the paper"


for reading in parley.read_many(read_reports(sys.argv[1:])):
    if isinstance(reading, parley.Failure):
        continue
    for event in reading.events:
        if event.talks in STATES:
            outlet = reading.report.outlet.name if reading.report.outlet else None
            who = claimant(reading, event)
            print(reading.report.published, outlet, who, event.talks, event.reality, sep=" | ")
