"""Which files a path stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from parley.errors import InputError, NotFound
from parley.sources.kinds import SUFFIXES, kind_of

STDIN = "-"

_ABOUT = ("readme", "license", "licence", "changelog", "notice")
_CHUNK = 1 << 20


def files_at(path: str) -> Iterator[str]:
    """The file at the path, or the files below the folder there, by name; raises NotFound where there are none."""
    at = Path(path)
    if path == STDIN:
        yield path
    elif at.is_dir():
        yield from _below(at, path)
    elif at.exists():
        yield path
    else:
        raise NotFound(path, "nothing is there", "check the path")


def count_reports(paths: Iterable[str]) -> int | None:
    """How many reports the paths hold, by their files and lines; None where that shows only on reading (pipes)."""
    counts = [_count_in(file) for path in paths for file in _listed(path)]
    return None if None in counts else sum(count or 0 for count in counts)


def _listed(path: str) -> list[str]:
    """The files at a path, or the path itself where there are none: it counts as one input that fails."""
    try:
        return list(files_at(path))
    except InputError:
        return [path]


def _below(folder: Path, named: str) -> Iterator[str]:
    found = False
    for file in _walk(folder, named):
        found = True
        yield str(file)
    if not found:
        raise NotFound(named, "no reports in this folder", f"it is searched for {', '.join(SUFFIXES)}")


def _walk(folder: Path, named: str) -> Iterator[Path]:
    """The files of known suffix, without hidden ones and without what a folder says about itself."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        raise InputError(named, f"{folder} cannot be listed: {error.strerror}", "check its permissions") from None
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry, named)
        elif entry.suffix.lower() in SUFFIXES and entry.stem.lower() not in _ABOUT:
            yield entry


def _count_in(file: str) -> int | None:
    at = Path(file)
    if file == STDIN or at.is_fifo():
        return None
    if kind_of(file, b"") != "jsonl" or not at.is_file():
        return 1
    with at.open("rb") as lines:
        return sum(chunk.count(b"\n") for chunk in iter(lambda: lines.read(_CHUNK), b"")) or 1
