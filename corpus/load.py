"""The corpus for those who train on it and measure with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from corpus import reports, sentences, statements
from corpus.problems import Problems
from corpus.standoff import Report

HERE = Path(__file__).parent

Part = Literal["train", "dev", "sentences", "statements"]


class CorpusError(ValueError):
    """The corpus does not pass its own check."""


LINKED = ("ist-", "pakoct-")
"""The sets of reports that links.yaml ties together, and that the bundled examples are made of."""


def load(part: Part, folder: Path = HERE, sets: tuple[str, ...] = ("",)) -> list[Report]:
    """All of one part, in the order of the files' names; raises CorpusError where the check would find something.

    With `sets`, only files whose names begin so.
    """
    problems = Problems()
    paths = [path for path in files(part, folder) if path.name.startswith(sets)]
    found = [report for path in paths for report in read_file(path, problems)]
    if problems.found:
        raise CorpusError("\n".join(map(str, problems.found)))
    return found


def files(part: Part, folder: Path = HERE) -> list[Path]:
    """The files of one part."""
    return sorted(path for path in (folder / part).iterdir() if path.suffix in (".yaml", ".txt"))


def read_file(path: Path, problems: Problems) -> Iterator[Report]:
    """The reports, sentences or statements of one file; its folder and suffix tell which."""
    if path.suffix == ".yaml":
        return reports.read_file(path, problems)
    if path.parent.name == "sentences":
        return sentences.read_file(path, problems)
    return statements.read_file(path, problems)
