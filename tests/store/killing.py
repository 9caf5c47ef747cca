"""Kill `parley add` again and again, and see that the record comes out the same.

python -m tests.store.killing [KILLS]

Each run is a process of its own, forked from one that has loaded everything, so that most kills fall on the work
itself: on making the tables, on filing, between two reports. A run that comes to its end before it is killed makes room
for a new record."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from parley import cli
from parley.pipeline import default
from parley.record import Report
from parley.store import Store
from tests.store.filing import held

REPORTS = 25
TEXT = (
    "title: Round {n}\noutlet: Harbour Wire\npublished: 2031-03-{day:02}\nid: r{id}\n\n"
    "Ardania and the Northern Front agreed on Friday to resume their talks, officials said in round {n}."
)


def main(arguments: Sequence[str]) -> int:
    """The command."""
    kills = int(arguments[0]) if arguments else 100
    default().read(Report("warm", "The minister said that talks go on."))
    with tempfile.TemporaryDirectory() as folder:
        rounds = survive(Path(folder), kills, random.Random(7))
    sys.stdout.write(f"{kills} kills, {rounds} records: each as if it had not been killed\n")
    return 0


def survive(folder: Path, kills: int, chance: random.Random) -> int:
    """Kill so many runs; how many records came of it. Raises AssertionError where one is not as it should be."""
    articles = folder / "articles"
    write_reports(articles)
    started = time.monotonic()
    wait(add(articles, folder / "clean.db"))
    took = time.monotonic() - started
    wanted = contents(folder / "clean.db")
    assert len(wanted[0]) == REPORTS
    assert len(wanted[2]) == 1
    rounds = 0
    while kills > 0:
        rounds += 1
        record = folder / f"{rounds}.db"
        while kills > 0 and killed(add(articles, record), after=chance.uniform(0, took)):
            kills -= 1
            assert_whole(record, folder / "copy.db", wanted[0])
        wait(add(articles, record))
        assert contents(record) == wanted
    return rounds


def write_reports(folder: Path) -> None:
    """Small reports, two of them edited, and a file that is none."""
    folder.mkdir()
    for n in range(REPORTS):
        (folder / f"{n:03}.txt").write_text(TEXT.format(n=n, day=n + 1, id=n % (REPORTS - 2)))
    (folder / "zzz.txt").write_bytes(b"%PDF-1.7")


def add(articles: Path, record: Path) -> int:
    """The process that adds the articles to a record."""
    child = os.fork()
    if child:
        return child
    try:
        quiet = os.open(os.devnull, os.O_WRONLY)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        sys.argv = ["parley", "add", str(articles), "--record", str(record), "--no-progress"]
        cli.main()
    except SystemExit as ended:
        os._exit(int(ended.code or 0))
    os._exit(99)


def killed(process: int, *, after: float) -> bool:
    """Kill a process after so many seconds; False where it had ended by itself."""
    time.sleep(after)
    os.kill(process, signal.SIGKILL)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


def wait(process: int) -> None:
    """Let a run come to its end: all read but one."""
    _, status = os.waitpid(process, 0)
    assert os.waitstatus_to_exitcode(status) == cli.PARTLY_READ


def contents(record: Path) -> tuple[list[object], list[object], list[tuple[str, str]]]:
    """All that is in a record, but when it was put there."""
    with Store.open(str(record), create=False) as store:
        kept, revisions, failed = held(store)
    return [(one.report, one.findings, one.model, one.revises) for one in kept], list(revisions), failed


def assert_whole(record: Path, copy: Path, wanted: Sequence[object]) -> None:
    """Whatever the file holds now, it is whole reports; seen in a copy, so that the next run finds what was left."""
    if not record.exists():
        return
    for end in ("", "-wal", "-shm"):
        copy.with_name(copy.name + end).unlink(missing_ok=True)
        if record.with_name(record.name + end).exists():
            shutil.copy(record.with_name(record.name + end), copy.with_name(copy.name + end))
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return
        reports, readings = (
            connection.execute(f"SELECT count(*) FROM {name}").fetchone() for name in ("report", "reading")
        )
    assert reports == readings
    assert reports[0] <= len(wanted)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
