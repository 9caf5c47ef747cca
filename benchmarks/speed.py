"""Measure speed: words a second end to end, beside the raw encoder's own, memory and start-up.

python -m benchmarks.speed [--reports N] [--json]

Everything is measured on two cores, each in a process of its own, as a user would start it.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import cycle
from pathlib import Path

from corpus.load import LINKED, load
from parley.reading.times import by_rules
from parley.record import Report

CORES = 2
REPORTS = 500
SHORT = "Ardania and the Northern Front agreed on Friday to resume their talks, officials said.\n"
STARTS = 5
GOALS: Mapping[str, tuple[str, float]] = {
    "words a second": ("at least", 4000),
    "of the encoder's own speed": ("at least", 0.6),
    "megabytes at most": ("under", 700),
    "seconds to the first reading": ("under", 1.5),
    "rules for times, words a second": ("at least", 20000),
}


@dataclass(frozen=True, slots=True)
class Run:
    """One process: how long it took, and its largest memory."""

    seconds: float
    megabytes: float


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description="Measure speed, memory and start-up.")
    parser.add_argument("--reports", type=int, default=REPORTS, help=f"how many reports to read (default {REPORTS})")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    _keep_to(CORES)
    figures = measure(options.reports)
    if options.json:
        print(json.dumps(figures))
        return 0
    print(f"{options.reports} reports on {len(_cores())} cores")
    for name, value in figures.items():
        kind, goal = GOALS.get(name, ("", 0.0))
        print(f"{name:30} {value:>10,.2f}" + (f"   ({kind} {goal:,})" if kind else ""))
    return 0


def measure(reports: int) -> dict[str, float]:
    """All figures by name."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "reports.jsonl")
        words = write_reports(path, reports)
        reading = run(parley("read", "--json", str(path)), Path(folder, "readings.jsonl"))
        encoding = run([sys.executable, "-m", "benchmarks.raw", str(path)], Path(folder, "seconds"))
        raw = float(Path(folder, "seconds").read_text("utf-8"))
        short = Path(folder, "short.txt")
        short.write_text(SHORT, "utf-8")
        first = min(run(parley("read", str(short)), Path(os.devnull)).seconds for _ in range(STARTS))
    return {
        "words": words,
        "words a second": words / reading.seconds,
        "encoder alone, words a second": words / raw,
        "of the encoder's own speed": raw / reading.seconds,
        "megabytes at most": reading.megabytes,
        "encoder alone, megabytes": encoding.megabytes,
        "seconds to the first reading": first,
        "rules for times, words a second": words_of_time_rules(),
    }


def words_of_time_rules() -> float:
    """Words in a second of the processor's time in which every time expression is found and dated by rules alone."""
    sample = [text for text, _ in zip(texts(), range(REPORTS), strict=False)]
    reports = [Report("r", text, published=date(2025, 11, 1)) for text in sample]
    start = time.process_time()
    for report in reports:
        by_rules(report)
    return sum(len(text.split()) for text in sample) / (time.process_time() - start)


def write_reports(path: Path, reports: int) -> int:
    """Reports of the corpus, again under other ids until there are enough; the number of their words."""
    words = 0
    with path.open("w", encoding="utf-8") as out:
        for number, text in zip(range(reports), texts(), strict=False):
            out.write(json.dumps({"id": f"r{number}", "published": "2025-11-01", "text": text}) + "\n")
            words += len(text.split())
    return words


def texts() -> Iterator[str]:
    """The dev reports and the bundled ones, over and over: always the same, however the corpus grows."""
    return cycle([report["text"] for report in load("dev") + load("train", sets=LINKED)])


def parley(*arguments: str) -> list[str]:
    """The command line of this environment's Parley."""
    return [str(Path(sys.executable).with_name("parley")), *arguments]


def run(command: Sequence[str], output: Path) -> Run:
    """Run to the end; raises CalledProcessError where it fails."""
    with output.open("wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(seconds, usage.ru_maxrss / 1024)


def _keep_to(cores: int) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(_cores())[:cores])


def _cores() -> set[int]:
    if hasattr(os, "sched_getaffinity"):
        return os.sched_getaffinity(0)
    return set(range(os.cpu_count() or 1))


if __name__ == "__main__":
    sys.exit(main())
