"""What is said on standard error while reports are read."""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from parley.record import Failure, Report

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

FEW = 3
"""So many reports need neither bar nor summary; so many warnings are given one by one."""

_TOLD = 20
_UNDATED = "no date, so “on Thursday” and the like stay unknown (say it: published: 2025-10-30, on top or as a field)"


class Progress:
    """Warnings, errors, a bar, and a summary at the end; `quiet` leaves out the last two."""

    def __init__(self, paths: tuple[str, ...], *, quiet: bool, bar: bool) -> None:
        self.reports = self.words = self.failures = self.undated = self.known = 0
        self.paths, self.quiet = paths, quiet
        self.bar = _Bar(paths) if bar and not quiet and sys.stderr.isatty() else None
        self.started = time.monotonic()

    def __enter__(self) -> Progress:
        if self.bar:
            self.bar.start()
        return self

    def __exit__(self, stopped: object, *_: object) -> None:
        if self.bar:
            self.bar.stop()
        if stopped is None:
            self._sum_up()

    def read(self, name: str, report: Report) -> None:
        self.reports += 1
        self.words += len(report.text.split())
        if report.published is None:
            self.undated += 1
            if self.undated <= FEW:
                self._say(f"warning: {name}: {_UNDATED}")
        self._advance()

    def passed(self, name: str) -> None:
        """A report that needs no reading."""
        self.known += 1
        self._advance()

    def failed(self, name: str, failure: Failure) -> None:
        self.failures += 1
        if self.failures <= _TOLD:
            said = str(failure.error) or type(failure.error).__name__
            self._say(f"error: {said if said.startswith(name) else f'{name}: {failure.step}: {said}'}")
        self._advance()

    def _advance(self) -> None:
        if self.bar:
            self.bar.advance(self.reports, self.words, time.monotonic() - self.started)

    def _say(self, line: str) -> None:
        if self.bar:
            self.bar.say(line)
        else:
            _to_stderr(line)

    def _sum_up(self) -> None:
        if self.undated > FEW:
            _to_stderr(f"warning: {self.undated - FEW:,} more reports without a date")
        if self.failures > _TOLD:
            _to_stderr(f"error: {self.failures - _TOLD:,} more inputs could not be read")
        if self.reports > FEW and not self.quiet:
            seconds = time.monotonic() - self.started
            failed = f", {self.failures:,} not read" if self.failures else ""
            speed = f"{self.words:,} words in {seconds:.1f} s ({self.words / seconds:,.0f} a second)"
            _to_stderr(f"{self.reports:,} reports read{failed}: {speed}")


class _Bar:
    """A progress bar on standard error with reports and words a second."""

    def __init__(self, paths: tuple[str, ...]) -> None:
        self.paths = paths
        self.progress: RichProgress | None = None
        self.task: TaskID | None = None

    def start(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        from parley.sources import count_reports

        total = count_reports(self.paths)
        if total is not None and total <= FEW:
            return
        columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("reports"))
        speed = TextColumn("{task.fields[speed]}")
        self.progress = Progress(*columns, speed, TimeRemainingColumn(), console=Console(stderr=True), transient=True)
        self.task = self.progress.add_task("", total=total, speed="")
        self.progress.start()

    def advance(self, reports: int, words: int, seconds: float) -> None:
        if self.progress and self.task is not None:
            speed = f"{reports / seconds:,.0f} reports/s, {words / seconds:,.0f} words/s"
            self.progress.update(self.task, advance=1, speed=speed)

    def say(self, line: str) -> None:
        if self.progress:
            self.progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            _to_stderr(line)

    def stop(self) -> None:
        if self.progress:
            self.progress.stop()


def _to_stderr(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
