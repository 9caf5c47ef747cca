"""From paths to reports: files, folders and standard input, one at a time and in order."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from io import BufferedReader
from os.path import samestat
from pathlib import Path
from typing import cast

from parley.errors import InputError
from parley.record import Failure, Report
from parley.sources.decoding import refuse_unreadable, take
from parley.sources.fetching import Fetching, is_address, report_at
from parley.sources.folders import STDIN, files_at
from parley.sources.jsonl import read_lines
from parley.sources.kinds import Kind, kind_of
from parley.sources.language import ensure_english, identify
from parley.sources.markdown import read_markdown
from parley.sources.page import read_page
from parley.sources.text import read_text

STEP = "sources"
"""The step that a Failure names when an input could not even be made a report."""

_HEAD = 8192
_READERS: dict[Kind, Callable[[bytes, str], Report]] = {
    "text": read_text,
    "markdown": read_markdown,
    "page": read_page,
}


@dataclass(frozen=True, slots=True)
class Input:
    """What came of one input; `name` is its path, with `:line` for JSON Lines, or `-`."""

    name: str
    report: Report | Failure


def read_inputs(
    paths: Iterable[str],
    *,
    any_language: bool = False,
    output: os.stat_result | None = None,
    allowed: Fetching | None = None,
) -> Iterator[Input]:
    """Every report under the paths, in order, one in memory at a time; what cannot be read is a Failure in its place.

    A path is a file, a folder (searched through, sorted by name, for the suffixes of `kinds.SUFFIXES`), the address of
    a page (http or https, as far as that is `allowed`) or `-`, standard input. Reports in other languages than English
    are failures unless `any_language`. The file that is `output` is a failure, too: it would be read for ever while it
    is written.
    """
    for path in paths:
        for name, found in [(path, report_at(path, allowed))] if is_address(path) else _at(path, output):
            yield Input(name, _settled(name, found, any_language))


def read_reports(paths: Iterable[str], *, any_language: bool = False) -> Iterator[Report | Failure]:
    """What `read_inputs` gives, without the names."""
    return (found.report for found in read_inputs(paths, any_language=any_language))


def _settled(name: str, found: Report | InputError, any_language: bool) -> Report | Failure:
    """The report with its language, or the failure."""
    if isinstance(found, InputError):
        return Failure(name, STEP, found)
    try:
        return replace(found, language=identify(found.text)) if any_language else ensure_english(found, name)
    except InputError as error:
        return Failure(name, STEP, error)


def _at(path: str, output: os.stat_result | None) -> Iterator[tuple[str, Report | InputError]]:
    """All inputs at one path."""
    try:
        for file in files_at(path):
            yield from _in_file(file, output)
    except InputError as error:
        yield path, error


def _in_file(name: str, output: os.stat_result | None) -> Iterator[tuple[str, Report | InputError]]:
    """The reports of one file, named."""
    try:
        with _opened(name) as file:
            _refuse_output(file, name, output)
            yield from _in_stream(file, name)
    except InputError as error:
        yield name, error
    except OSError as error:
        yield name, InputError(name, f"cannot be read: {error.strerror or error}", "check the file and its permissions")


def _opened(name: str) -> AbstractContextManager[BufferedReader]:
    # Standard input is a BufferedReader wherever the interpreter has one; it is left open.
    return nullcontext(cast(BufferedReader, sys.stdin.buffer)) if name == STDIN else Path(name).open("rb")


def _refuse_output(file: BufferedReader, name: str, output: os.stat_result | None) -> None:
    if output and name != STDIN and stat.S_ISREG(output.st_mode) and samestat(os.fstat(file.fileno()), output):
        raise InputError(name, "is the file that the output goes to", "write it somewhere else")


def _in_stream(file: BufferedReader, name: str) -> Iterator[tuple[str, Report | InputError]]:
    head = file.peek(_HEAD)
    kind = kind_of(name, head)
    if kind == "jsonl":
        refuse_unreadable(head, name)
        yield from read_lines(file, name)
    else:
        raw = take(file.read, name)
        refuse_unreadable(raw, name)
        yield name, _READERS[kind](raw, name)
