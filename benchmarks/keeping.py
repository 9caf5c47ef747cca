"""Measure keeping: `parley add` beside bare reading, and how a record fares as it grows.

python -m benchmarks.keeping [--reports N] [--grow N] [--link N] [--json]

What is linked is a crowd of the annotated readings of the corpus (`benchmarks.crowd`). To link 10,000 takes minutes and
gigabytes; where fewer are linked, one more costs less.

Speed is given by the clock and by the processor's time, which other work on the machine does not touch.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median

from benchmarks.links.gold import reading_of
from benchmarks.relinking import MORE, relinked
from benchmarks.speed import parley, texts
from corpus.load import load
from parley.record import Report
from parley.store import Store

REPORTS = 200
GROWN = 10_000
LINKED = 2_000
SAMPLE = 200
THEN = datetime(2031, 3, 6, tzinfo=UTC)
GOALS: Mapping[str, tuple[str, float]] = {
    "of the bare reading speed, by the clock": ("at least", 0.7),
    "of the bare reading speed, by the processor": ("at least", 0.7),
    "s to link one more report, median": ("at most", 1.0),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process took."""

    seconds: float
    processor: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="benchmarks.keeping", description="Measure what keeping a record costs.")
    parser.add_argument("--reports", type=int, default=REPORTS, help=f"how many to read and keep (default {REPORTS})")
    parser.add_argument("--grow", type=int, default=GROWN, help=f"how large a record to fill (default {GROWN})")
    parser.add_argument("--link", type=int, default=LINKED, help=f"how large a record to link (default {LINKED})")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        figures = adding(Path(folder), options.reports) | growing(Path(folder), options.grow) | linking(options.link)
    if options.json:
        print(json.dumps(figures))
        return 0
    for name, value in figures.items():
        kind, goal = GOALS.get(name, ("", 0.0))
        print(f"{name:48} {value:>10,.2f}" + (f"   ({kind} {goal:,})" if kind else ""))
    return 0


def adding(folder: Path, reports: int) -> dict[str, float]:
    """Adding beside reading, and adding again."""
    articles, record = folder / "reports.jsonl", folder / "parley.db"
    with articles.open("w", encoding="utf-8") as out:
        for number, text in enumerate(islice(texts(), reports)):
            about = {"id": f"r{number}", "published": "2025-11-01", "text": f"{text}\n\nThis is report {number}."}
            out.write(json.dumps(about) + "\n")
    read = cost(parley("read", "--json", str(articles)))
    kept = cost(parley("add", str(articles), "--record", str(record)))
    again = cost(parley("add", str(articles), "--record", str(record)))
    return {
        "reports": reports,
        "of the bare reading speed, by the clock": read.seconds / kept.seconds,
        "of the bare reading speed, by the processor": read.processor / kept.processor,
        "megabytes of memory": kept.megabytes,
        "megabytes of memory of bare reading": read.megabytes,
        "seconds to pass over all of them": again.seconds,
        "kilobytes kept a report": record.stat().st_size / reports / 1000,
    }


def growing(folder: Path, reports: int) -> dict[str, float]:
    """Milliseconds of the processor's to keep a report in an empty record and in one that is full."""
    found = "x" * 20_000
    with Store.open(str(folder / "grown.db")) as store:
        took = []
        for number, text in enumerate(islice(texts(), reports)):
            one = Report(f"r{number}", f"{number} {text}", url=f"https://wire.example/{number}")
            start = time.process_time()
            store.add(one, found, model="one", at=THEN)
            took.append(time.process_time() - start)
    return {
        "ms to keep a report in an empty record": 1000 * sum(took[:SAMPLE]) / len(took[:SAMPLE]),
        f"ms to keep a report in one of {reports:,}": 1000 * sum(took[-SAMPLE:]) / len(took[-SAMPLE:]),
    }


def linking(reports: int) -> dict[str, float]:
    """Seconds of the processor's to link a record from nothing, and one report more."""
    found = relinked([reading_of(one) for one in load("train")], reports)
    return {
        f"s to link {reports - MORE:,} reports from nothing": found.whole,
        "s to link one more report, median": median(found.more),
        "s to link one more report, worst": max(found.more),
    }


def cost(command: Sequence[str]) -> Cost:
    """Run to the end; raises CalledProcessError where it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    sys.exit(main())
