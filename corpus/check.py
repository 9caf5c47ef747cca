"""Check the corpus.

python -m corpus.check [--quiet] [--jsonl FOLDER] [FILE.yaml …]

Prints what is wrong, each with its file, report and sentence, and then the counts; --jsonl also writes one file of
stand-off JSON Lines a part. With files, these annotated reports are checked instead. Exit status 1 where anything is
wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from corpus import links, load
from corpus.problems import Problems, Spot
from corpus.standoff import Report, write_lines


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="corpus.check", description="Check the corpus.")
    parser.add_argument("--quiet", action="store_true", help="print only what is wrong, and one line of counts")
    parser.add_argument("--jsonl", type=Path, metavar="FOLDER", help="also write stand-off JSON Lines there")
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="annotated reports, instead of the corpus")
    options = parser.parse_args(arguments)
    problems, parts = check_files(options.files) if options.files else check(load.HERE)
    if options.jsonl:
        options.jsonl.mkdir(parents=True, exist_ok=True)
        for name, reports in parts.items():
            write_lines(options.jsonl / f"{name}.jsonl", reports)
    for problem in problems.found:
        print(problem)
    for part, reports in parts.items():
        print(f"{part}: {summary(reports, labels=not options.quiet)}")
    return 1 if problems.found else 0


def check_files(paths: Sequence[Path]) -> tuple[Problems, dict[str, list[Report]]]:
    """What is wrong in files of annotated reports, and what they hold by their names."""
    problems = Problems()
    found: dict[str, list[Report]] = {}
    for path in paths:
        if path.is_file():
            found[path.stem] = list(load.read_file(path, problems))
        else:
            problems.add(Spot(str(path)), "there is no such file")
    _check_once("files", [report for part in found.values() for report in part], problems)
    return problems, found


def check(folder: Path) -> tuple[Problems, dict[str, list[Report]]]:
    """What is wrong in a corpus, and what it holds by part."""
    problems = Problems()
    parts: dict[str, list[Report]] = {}
    for part in get_args(load.Part):
        parts[part] = [found for path in load.files(part, folder) for found in load.read_file(path, problems)]
        _check_once(part, parts[part], problems)
    if (folder / "links.yaml").exists():
        linked = [report for report in parts["train"] if report["id"].startswith(load.LINKED)]
        links.check(folder / "links.yaml", linked, problems)
    return problems, parts


def summary(reports: Sequence[Report], *, labels: bool) -> str:
    """How much a part holds; with `labels`, also how often each label is given."""
    counts = Counter({"texts": len(reports)})
    for report in reports:
        counts["sentences"] += len(report["sentences"])
        counts["mentions"] += len(report["mentions"])
        counts["statements"] += len(report["statements"])
        counts["events"] += len(report["events"])
    line = ", ".join(f"{count} {name}" for name, count in counts.items())
    return line + ("".join(_label_counts(reports)) if labels and counts["events"] else "")


def _label_counts(reports: Sequence[Report]) -> list[str]:
    lines = []
    for name in ("type", "reality", "talks", "aspect"):
        counts = Counter(str(event[name]) for report in reports for event in report["events"])
        lines.append(f"\n  {name}: " + ", ".join(f"{label} {count}" for label, count in counts.most_common()))
    return lines


def _check_once(part: str, reports: Sequence[Report], problems: Problems) -> None:
    ids: set[str] = set()
    texts: dict[str, str] = {}
    for report in reports:
        spot = Spot(part, report["id"])
        if report["id"] in ids:
            problems.add(spot, "this id is given twice")
        if report["text"] in texts:
            problems.add(spot, f"the same text as {texts[report['text']]}")
        ids.add(report["id"])
        texts[report["text"]] = report["id"]


if __name__ == "__main__":
    sys.exit(main())
