"""Measure how long each page of the web app takes on a large record.

python -m benchmarks.pages [--reports N] [--json]

The record is made of what Parley reads in the reports of the corpus, as many times over as is needed
(`benchmarks.crowd`). Every page is asked for several times in this process, without a browser or a network; the middle
time counts, by the processor's clock, which other work on the machine does not touch. What is worked out once a
snapshot is worked out before, as the app does in the background.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from starlette.testclient import TestClient

import parley
from benchmarks.crowd import crowd
from benchmarks.readings import as_report
from corpus.load import load
from parley.asking import open_record
from parley.keeping import findings_of
from parley.record import Reading
from parley.store import Store
from parley.web import Live, Settings, addresses, create_app
from parley.web.index import Index

REPORTS = 10_000
TIMES = 5
GOAL = 100.0
"""Milliseconds that a page may take."""
THEN = datetime(2031, 3, 6, tzinfo=UTC)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="benchmarks.pages", description="Measure how long pages take.")
    parser.add_argument("--reports", type=int, default=REPORTS, help=f"how large a record (default {REPORTS})")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "large.db"
        fill(record, _readings(), options.reports)
        figures = timed(record)
    if options.json:
        print(json.dumps(figures))
        return 0
    print(f"milliseconds a page, of the processor's time, in a record of {options.reports:,} reports")
    for name, value in figures.items():
        print(f"{name:28} {value:>8,.1f}" + ("" if value <= GOAL else f"   (more than {GOAL:.0f})"))
    slow = slower(figures)
    print(f"{len(slow)} of {len(figures)} pages take longer than {GOAL:.0f}" if slow else f"none takes {GOAL:.0f}")
    return 1 if slow else 0


def slower(figures: Mapping[str, float]) -> list[str]:
    """The pages that take longer than they may."""
    return [name for name, value in figures.items() if value > GOAL]


def fill(record: Path, readings: Sequence[Reading], reports: int) -> None:
    """Keep a crowd of some readings, as if so many reports had been read one after the other."""
    with Store.open(str(record)) as store:
        for reading in crowd(readings, reports):
            store.add(reading.report, findings_of(reading), model="crowd", at=THEN)


def _readings() -> list[Reading]:
    """The reports of the corpus, as they are read."""
    outcomes = parley.read_many(map(as_report, load("train")))
    return [one for one in outcomes if isinstance(one, Reading)]


def timed(record: Path) -> dict[str, float]:
    """The middle of several times for each page."""
    with open_record(str(record)) as found:
        settings = Settings(user="somebody")
        live = Live(found, settings.now)
        live.index.warm()
        client = TestClient(create_app(live, settings), base_url="http://localhost")
        return {name: _middle(client, address) for name, address in pages(live.index).items()}


def _middle(client: TestClient, address: str) -> float:
    client.get(address)  # templates are compiled, and what is kept for the next time is kept
    took = []
    for _ in range(TIMES):
        start = time.process_time()
        answer = client.get(address)
        took.append(1000 * (time.process_time() - start))
        if answer.status_code != 200:
            raise RuntimeError(f"{address}: {answer.status_code}")
    return median(took)


def pages(index: Index) -> Mapping[str, str]:
    """One address of each kind, of the things of which most is told."""
    record = index.desk.record
    report = max(index.incidents_in, key=lambda name: len(index.incidents_in[name]))
    incident = max(record.incidents, key=lambda one: len(one.members))
    demand = max(record.demands, key=lambda one: len(one.moves))
    actor = sorted(record.actors.values(), key=lambda one: -len(one.seen))[20]
    talks = max(record.talks, key=lambda one: len(index.claims.get(one.id, ())))
    return {
        "board": "/",
        "talks": addresses.to("talks", talks.id),
        "incidents": "/incidents",
        "incidents, narrowed": "/incidents?type=attack&from=2025-01-01",
        "incident": addresses.to("incidents", incident.id),
        "demands": "/demands",
        "demand": addresses.to("demands", demand.id),
        "disputes": "/disputes",
        "dispute": addresses.to("disputes", record.disputes[0].id),
        "actors": "/actors",
        "actor": addresses.to("actors", actor.id),
        "outlets": "/outlets",
        "outlet": addresses.to("outlets", index.outlets[0].outlet),
        "reports": "/reports",
        "report": addresses.to("reports", report),
        "map": "/map",
        "network": "/network",
        "search": "/search?q=ceasefire",
        "search, things": "/search?q=ceasefire&in=demands",
        "review": "/review",
        "history": "/history",
        "add": "/add",
    }


if __name__ == "__main__":
    sys.exit(main())
