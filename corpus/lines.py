"""Files with one annotated text a line; blank lines and lines that begin with # are passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from corpus.problems import Problems, Spot
from corpus.standoff import Report


def read_file(path: Path, read_line: Callable[[str, str], Report], problems: Problems) -> Iterator[Report]:
    """The texts of one file, each named after the file and its line; one that cannot be read is noted and left out."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        try:
            yield read_line(f"{path.stem}-{number}", line.strip())
        except ValueError as error:
            problems.add(Spot(path.name, f"line {number}"), f"{error}: {line[:80]}")
